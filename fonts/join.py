"""Joins Atkinson Hyperlegible Next, and Noto Sans for Greek and Cyrillic, into the two fonts of this folder.

Run it where the npm packages `@fontsource/atkinson-hyperlegible-next` and `@fontsource/noto-sans` are installed, beside
their `node_modules/`, with fontTools and brotli.
"""

from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

PARTS = (
    ("atkinson-hyperlegible-next", "latin"),
    ("atkinson-hyperlegible-next", "latin-ext"),
    ("noto-sans", "greek"),
    ("noto-sans", "cyrillic"),
)
"""Packages and parts; the first that has a character draws it."""

HEIGHTS = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"),
}
"""Tables and values that say how high a line is: those of the first part, so that lines do not part for the others."""

WEIGHTS = {400: "Regular", 700: "Bold"}


def part(package: str, name: str, weight: int, without: set[int]) -> TTFont:
    """One part of the font, without the characters that another part has already."""
    font = TTFont(f"node_modules/@fontsource/{package}/files/{package}-{name}-{weight}-normal.woff2")
    font.flavor = None
    options = Options(layout_features=["kern", "mark", "mkmk"], hinting=False, name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["STAT"]
    if package != PARTS[0][0]:
        options.drop_tables += ["GDEF", "GPOS", "GSUB"]  # how letters of two families stand together, neither knows
    subsetter = Subsetter(options)
    # A letter that both parts have would be in the joint font twice, and PDFs could not say what it is.
    subsetter.populate(unicodes=set(font.getBestCmap()) - without)
    subsetter.subset(font)
    return font


for weight, style in WEIGHTS.items():
    drawn: set[int] = set()
    for package, name in PARTS:
        font = part(package, name, weight, drawn)
        drawn |= set(font.getBestCmap())
        font.save(f"{name}.ttf")
    joint = Merger().merge([f"{name}.ttf" for _, name in PARTS])
    joint.recalcTimestamp = False
    first = TTFont(f"{PARTS[0][1]}.ttf")
    for table, metrics in HEIGHTS.items():
        for metric in metrics:
            setattr(joint[table], metric, getattr(first[table], metric))
    joint.save(Path(__file__).parent / f"AtkinsonHyperlegibleNext-{style}.ttf")
