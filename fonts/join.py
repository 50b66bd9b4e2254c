"""Joins the `latin` and `latin-ext` parts of Atkinson Hyperlegible Next into the two fonts of this folder.

Run it in an unpacked npm package `@fontsource/atkinson-hyperlegible-next`, with fontTools and brotli installed.
"""

from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

PARTS = ("latin", "latin-ext")
WEIGHTS = {400: "Regular", 700: "Bold"}


def part(name: str, weight: int, without: set[int]) -> TTFont:
    """One part of the font, without the characters that another part has already."""
    font = TTFont(f"files/atkinson-hyperlegible-next-{name}-{weight}-normal.woff2")
    font.flavor = None
    options = Options(layout_features=["kern", "mark", "mkmk"], hinting=False, name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["STAT"]
    subsetter = Subsetter(options)
    # A letter that both parts have would be in the joint font twice, and PDFs could not say what it is.
    subsetter.populate(unicodes=set(font.getBestCmap()) - without)
    subsetter.subset(font)
    return font


for weight, style in WEIGHTS.items():
    first = part(PARTS[0], weight, set())
    second = part(PARTS[1], weight, set(first.getBestCmap()))
    for font, name in ((first, PARTS[0]), (second, PARTS[1])):
        font.save(f"{name}.ttf")
    joint = Merger().merge([f"{name}.ttf" for name in PARTS])
    joint.recalcTimestamp = False
    joint.save(Path(__file__).parent / f"AtkinsonHyperlegibleNext-{style}.ttf")
