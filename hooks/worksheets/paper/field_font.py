"""The font of a PDF's fields: its codes are those of Unicode, so that a letter it lacks is never drawn as another.

PDFium writes a letter that the font's map does not name with the letter's own number as the code. WeasyPrint's codes
are the numbers of glyphs, so that “ŋ” came out as the glyph 331, whatever that was. ISO 32000-2, 9.7.4.2.
"""

from functools import lru_cache
from io import BytesIO

import pydyf
from fontTools.ttLib import TTFont

MOST = 0xFFFF
"""The last code of two bytes."""

BATCH = 100
"""So many letters may stand in one block of a map."""


def number(reference: bytes) -> int:
    """The number of an object, of what refers to it."""
    return int(reference.split()[0])


def by_unicode(pdf: pydyf.PDF, font: pydyf.Dictionary) -> pydyf.Dictionary:
    """A second face of a whole font, with the same file. A letter that it lacks shows as the glyph for “missing”.

    Only TrueType can be renumbered so; another font comes back as it is.
    """
    descendant = pdf.objects[number(font["DescendantFonts"][0])]
    if descendant["Subtype"] != "/CIDFontType2":
        return font
    file = pdf.objects[number(pdf.objects[number(descendant["FontDescriptor"])]["FontFile2"])]
    glyphs, widths = _glyphs(b"".join(file.stream))
    map_ = pydyf.Stream([_codes_to_glyphs(glyphs)], compress=True)
    letters = pydyf.Stream(_letters(glyphs), compress=True)
    renumbered = pydyf.Dictionary(descendant)
    for one in (map_, letters, renumbered):
        pdf.add_object(one)
    missing, *_ = widths
    each = [part for code, glyph in glyphs.items() for part in (code, pydyf.Array([widths[glyph]]))]
    renumbered |= {"CIDToGIDMap": map_.reference, "DW": missing, "W": pydyf.Array(each)}
    face = pydyf.Dictionary(font)
    face |= {
        "ToUnicode": letters.reference,
        "Encoding": "/Identity-H",
        "DescendantFonts": pydyf.Array([renumbered.reference]),
    }
    pdf.add_object(face)
    return face


@lru_cache(maxsize=4)
def _glyphs(file: bytes) -> tuple[dict[int, int], list[int]]:
    """The glyph of each letter, by code, and the width of each glyph in thousandths of the size of letters."""
    font = TTFont(BytesIO(file))
    glyphs = {code: font.getGlyphID(name) for code, name in sorted(font.getBestCmap().items()) if code <= MOST}
    per_em = font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    return glyphs, [round(metrics[name][0] * 1000 / per_em) for name in font.getGlyphOrder()]


def _codes_to_glyphs(glyphs: dict[int, int]) -> bytes:
    """Two bytes for each code: its glyph, or 0 for none. Beyond the end nothing would be drawn, so all are told."""
    return b"".join(glyphs.get(code, 0).to_bytes(2, "big") for code in range(MOST + 1))


def _letters(glyphs: dict[int, int]) -> list[bytes]:
    """The lines of a map from each code to its letter, which has the same number."""
    codes = list(glyphs)
    lines = [
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        b"1 begincodespacerange",
        b"<0000> <ffff>",
        b"endcodespacerange",
    ]
    for start in range(0, len(codes), BATCH):
        batch = codes[start : start + BATCH]
        lines += [b"%d beginbfchar" % len(batch), *(b"<%04x> <%04x>" % (code, code) for code in batch), b"endbfchar"]
    return [*lines, b"endcmap CMapName currentdict /CMap defineresource pop end end"]
