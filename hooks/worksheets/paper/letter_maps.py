"""What the glyphs of a PDF's fonts stand for, for whoever copies the words or has them read aloud."""

import re

import pydyf

STANDS_FOR_NONE = re.compile(rb"<[0-9a-f]{4}> <(?:0000|feff|fffe)>")
"""A glyph for U+0000 or half of a byte order mark, as many fonts have one. PDF/UA-1, 7.21.7, forbids to say so."""

COUNT = re.compile(rb"\d+ (beginbfchar)")


def leave_out_what_is_no_letter(pdf: pydyf.PDF) -> None:
    """Let no font say of a glyph that it stands for what is no letter; only fonts that are whole hold such glyphs."""
    for font in [one for one in pdf.objects if isinstance(one, pydyf.Dictionary) and "ToUnicode" in one]:
        map_ = pdf.objects[int(font["ToUnicode"].split()[0])]
        if any(STANDS_FOR_NONE.fullmatch(line) for line in map_.stream):
            map_.stream[:] = _counted([line for line in map_.stream if not STANDS_FOR_NONE.fullmatch(line)])


def _counted(lines: list[bytes]) -> list[bytes]:
    """The lines of a map, whose blocks say how many lines they have."""
    counted = list(lines)
    for at, line in enumerate(lines):
        if COUNT.fullmatch(line):
            counted[at] = b"%d beginbfchar" % (lines.index(b"endbfchar", at) - at - 1)
    return counted
