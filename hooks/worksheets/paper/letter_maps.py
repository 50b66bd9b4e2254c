"""What the glyphs of a PDF's fonts stand for, for whoever copies the words or has them read aloud."""

import re
from functools import cache
from io import BytesIO
from typing import Any
from unicodedata import normalize

import pydyf
from fontTools.ttLib import TTFont
from weasyprint.document import Document
from weasyprint.text.fonts import get_hb_object_data

from .pdf_objects import referred

STANDS_FOR_NONE = re.compile(rb"<[0-9a-f]{4}> <(?:0000|feff|fffe)?>")
"""A glyph for U+0000 or half of a byte order mark, as many fonts have one. PDF/UA-1, 7.21.7, forbids to say so."""

GLYPH = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
"""A glyph, and what it stands for in UTF-16."""

COUNT = re.compile(rb"\d+ (beginbfchar)")
SINGLE, EXTENSION = 1, 7
"""Kinds of look-ups of a font: one glyph in the place of another, and one whose rules are further away."""


def say_what_glyphs_stand_for(document: Document, pdf: pydyf.PDF) -> None:
    """Let each glyph stand for its own letters, and none for what is no letter.

    Where a letter and its marks are several glyphs, WeasyPrint says all of them of one glyph and nothing of the others:
    in Arabic words letters got lost, or stood twice. Only fonts that are whole hold glyphs for what is no letter.
    """
    faces = {font.name: font for font in document.fonts.values()}
    for font in [one for one in pdf.objects if isinstance(one, pydyf.Dictionary) and "ToUnicode" in one]:
        face = faces[font["BaseFont"]]
        own = letters_of_glyphs(get_hb_object_data(face.hb_face), face.index)
        map_ = referred(pdf, font["ToUnicode"])
        corrected = [_corrected(line, own) for line in map_.stream]
        map_.stream[:] = _counted([line for line in corrected if not STANDS_FOR_NONE.fullmatch(line)])


@cache
def letters_of_glyphs(font: bytes, index: int) -> dict[int, str]:
    """What each glyph of a font file stands for by itself, by its number: a letter in each of its forms in a word."""
    with TTFont(BytesIO(font), fontNumber=index, lazy=True) as face:
        letters = {glyph: _letter(code) for code, glyph in sorted(face.getBestCmap().items(), reverse=True)}
        for form, letter in _forms(face):
            if letter in letters:
                letters.setdefault(form, letters[letter])
        return {face.getGlyphID(glyph): text for glyph, text in letters.items()}


def _letter(code: int) -> str:
    """A character, as itself where it is the form that a letter has in some place of a word."""
    plain = normalize("NFKC", chr(code))
    return plain if len(plain) == 1 else chr(code)


def _forms(face: TTFont) -> list[tuple[str, str]]:
    """Each glyph that takes the place of another, and that other."""
    lookups: list[Any] = face["GSUB"].table.LookupList.Lookup if "GSUB" in face else []
    tables = [getattr(table, "ExtSubTable", table) for lookup in lookups for table in lookup.SubTable]
    return [(form, letter) for table in tables if table.LookupType == SINGLE for letter, form in table.mapping.items()]


def _corrected(line: bytes, own: dict[int, str]) -> bytes:
    """A line of a map. What is said of one glyph as one letter is right."""
    found = GLYPH.fullmatch(line) if isinstance(line, bytes) else None
    if found is None or len(found[2]) == 4:
        return line
    letters = own.get(int(found[1], 16), "")
    return b"<%s> <%s>" % (found[1], letters.encode("utf-16-be").hex().encode()) if letters else line


def _counted(lines: list[bytes]) -> list[bytes]:
    """The lines of a map, whose blocks say how many lines they have."""
    counted = list(lines)
    for at, line in enumerate(lines):
        if COUNT.fullmatch(line):
            counted[at] = b"%d beginbfchar" % (lines.index(b"endbfchar", at) - at - 1)
    return counted
