"""Joins Atkinson Hyperlegible Next, and Noto Sans for Greek and Cyrillic, into the two fonts of this folder.

Run it where the npm packages `@fontsource/atkinson-hyperlegible-next` and `@fontsource/noto-sans` are installed, beside
their `node_modules/`, with fontTools and brotli.
"""

import unicodedata
from itertools import pairwise
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.reorderGlyphs import reorderGlyphs
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates

AFRICAN = "ƁɓƉɖƊɗƎǝƏəƐɛƑƒƔɣƖɩƘƙƝɲƆɔƩʃƬƭƮʈƱʊƲʋƳƴƷʒɅʌẸẹỌọṢṣ"
"""Letters of Hausa, Ewe, Akan, Igbo, Yoruba and their neighbours, and of Azerbaijani."""

PARTS: tuple[tuple[str, str, set[int] | None], ...] = (
    ("atkinson-hyperlegible-next", "latin", None),
    ("atkinson-hyperlegible-next", "latin-ext", None),
    ("noto-sans", "latin-ext", {*range(0x100, 0x180), *map(ord, AFRICAN)}),
    ("noto-sans", "vietnamese", None),
    ("noto-sans", "greek", None),
    ("noto-sans", "cyrillic", None),
)
"""Packages, parts, and the characters wanted of each, all if None; the first that has a character draws it."""

HEIGHTS = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"),
}
"""Tables and values that say how high a line is: those of the first part, so that lines do not part for the others."""

WEIGHTS = {400: "Regular", 700: "Bold"}


def part(package: str, name: str, weight: int, wanted: set[int] | None, without: set[int]) -> TTFont:
    """One part of the font, of it what is wanted, without the characters that another part has already."""
    font = TTFont(f"node_modules/@fontsource/{package}/files/{package}-{name}-{weight}-normal.woff2")
    font.flavor = None
    options = Options(layout_features=["kern", "mark", "mkmk"], hinting=False, name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["STAT"]
    if package != PARTS[0][0]:
        options.drop_tables += ["GDEF", "GPOS", "GSUB"]  # how letters of two families stand together, neither knows
    subsetter = Subsetter(options)
    # A letter that both parts have would be in the joint font twice, and PDFs could not say what it is.
    subsetter.populate(unicodes=(set(font.getBestCmap()) & (wanted or set(font.getBestCmap()))) - without)
    subsetter.subset(font)
    return font


def open_zero(font: TTFont) -> None:
    """Take the stroke out of the zero: “2Ø minutes” looks wrong. The inside is that of the O, narrower."""
    cmap, glyphs = font.getBestCmap(), font["glyf"]
    zero, letter = glyphs[cmap[ord("0")]], glyphs[cmap[ord("O")]]
    (outside, *halves), (_, inside) = contours(zero), contours(letter)
    corners = [point for half in halves for point, _ in half]
    (left, right, low, high), (left_o, right_o, low_o, high_o) = box(corners), box([point for point, _ in inside])
    wide, tall = (right - left) / (right_o - left_o), (high - low) / (high_o - low_o)
    opened = [((round(left + (x - left_o) * wide), round(low + (y - low_o) * tall)), on) for (x, y), on in inside]
    points = [*outside, *opened]
    zero.coordinates = GlyphCoordinates([point for point, _ in points])
    zero.flags = bytearray(on for _, on in points)
    zero.endPtsOfContours = [len(outside) - 1, len(points) - 1]
    zero.numberOfContours = 2


RARE = 0x700
"""From this number on glyphs stand anywhere: Syriac, Thaana and N’Ko come first there, and few keyboards have them."""


def keep_codes_apart(font: TTFont) -> None:
    """Let no glyph have the number of a character that the font lacks, but for squares that say so.

    PDFium takes the number of such a character, typed into a field, for that of a glyph: “ŋ” came out as “ļ”.
    """
    has = font.getBestCmap()
    glyphs, places = list(font.getGlyphOrder()), []
    real = iter(glyphs)
    count = 0
    while count < len(glyphs):
        if len(places) not in has and unicodedata.category(chr(len(places))) != "Cc" and len(places) < RARE:
            places.append(f"missing{len(places)}")
        else:
            places.append(next(real))
            count += 1
    for name in set(places) - set(glyphs):
        font["glyf"].glyphs[name] = font["glyf"][".notdef"]
        font["hmtx"].metrics[name] = font["hmtx"].metrics[".notdef"]
    font["glyf"].setGlyphOrder([*glyphs, *(name for name in places if name.startswith("missing"))])
    font.setGlyphOrder([*glyphs, *(name for name in places if name.startswith("missing"))])
    reorderGlyphs(font, places)


def contours(glyph: Glyph) -> list[list[tuple[tuple[int, int], int]]]:
    """The points of each contour, each with whether the line goes through it."""
    starts = [0, *(end + 1 for end in glyph.endPtsOfContours)]
    points = list(zip(glyph.coordinates, glyph.flags, strict=True))
    return [points[start:end] for start, end in pairwise(starts)]


def box(points: list[tuple[int, int]]) -> tuple[int, int, int, int]:
    """Left, right, lowest and highest."""
    xs, ys = zip(*points, strict=True)
    return min(xs), max(xs), min(ys), max(ys)


for weight, style in WEIGHTS.items():
    drawn: set[int] = set()
    files = [f"{package}-{name}.ttf" for package, name, _ in PARTS]
    for file, (package, name, wanted) in zip(files, PARTS, strict=True):
        font = part(package, name, weight, wanted, drawn)
        drawn |= set(font.getBestCmap())
        font.save(file)
    joint = Merger().merge(files)
    joint.recalcTimestamp = False
    first = TTFont(files[0])
    for table, metrics in HEIGHTS.items():
        for metric in metrics:
            setattr(joint[table], metric, getattr(first[table], metric))
    open_zero(joint)
    keep_codes_apart(joint)
    joint.save(Path(__file__).parent / f"AtkinsonHyperlegibleNext-{style}.ttf")
