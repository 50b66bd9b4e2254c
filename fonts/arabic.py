"""Cuts Vazirmatn down to the letters of Arabic script: the font that draws them on sheets.

Run it beside a `node_modules/` with the npm package `@fontsource/vazirmatn`, with fontTools and brotli.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent
WEIGHTS = {400: "Regular", 700: "Bold"}

BETWEEN = {0x20, 0xA0, 0x200C, 0x200D}
"""Spaces and joiners, which Pango takes from the font of the word before."""

FEATURES = ["ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "calt", "liga", "kern", "mark", "mkmk"]
"""What joins letters, and puts marks on them."""

HEIGHTS = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"),
}
"""Tables and values that say how high a line is: those of the other font, so that Arabic words do not part lines."""


def is_wanted(code: int) -> bool:
    """Whether a character is one of Arabic script, a letter's form in a word too: it says what its glyph stands for."""
    return code in BETWEEN or 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFE00 or 0xFE70 <= code < 0xFEFF


def cut(weight: int, style: str) -> TTFont:
    """The font of one weight, with lines as high as those of the font for Latin letters."""
    font = TTFont(f"node_modules/@fontsource/vazirmatn/files/vazirmatn-arabic-{weight}-normal.woff2")
    font.flavor = None
    font.recalcTimestamp = False
    options = Options(layout_features=FEATURES, hinting=False, name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=filter(is_wanted, font.getBestCmap()))
    subsetter.subset(font)
    other = TTFont(FOLDER / f"AtkinsonHyperlegibleNext-{style}.ttf")
    larger = font["head"].unitsPerEm / other["head"].unitsPerEm
    for table, metrics in HEIGHTS.items():
        for metric in metrics:
            setattr(font[table], metric, round(getattr(other[table], metric) * larger))
    return font


for weight, style in WEIGHTS.items():
    cut(weight, style).save(FOLDER / f"Vazirmatn-{style}.ttf")
