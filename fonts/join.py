"""Joins Atkinson Hyperlegible Next, and Noto Sans for Greek and Cyrillic, into the two fonts of this folder.

Run it where the npm packages `@fontsource/atkinson-hyperlegible-next` and `@fontsource/noto-sans` are installed, beside
their `node_modules/`, with fontTools and brotli.
"""

from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

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
    joint.save(Path(__file__).parent / f"AtkinsonHyperlegibleNext-{style}.ttf")
