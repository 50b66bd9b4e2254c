"""Which font draws which letter of a sheet: the rules that the stylesheet needs, and the letters that none has."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

from .font_files import FOLDER, Font

FIRST = "Atkinson Hyperlegible Next"
"""The family that draws all that it can; the others, by name, draw what those before them lack."""

NAME = "Sheet"
"""What the stylesheet calls the first family; a name of our own, so that none of the system's can be meant."""

ANY_FAMILY = ", ".join([NAME, *(f"{NAME}-{number}" for number in range(2, 10))])
"""The families of the words in a drawing, which knows of no stylesheet; a name that no font has does no harm."""

FAMILY = re.compile(rf"\b{NAME}(?=;)")
"""Where a rule names the family."""

STYLES = [
    Path(__file__).parent / name
    for name in ("sheet.css", "sheet_fields.css", "sheet_fronts.css", "packs.css", "booklet.css")
]
"""What only sheets look like; the rest is print.css."""

USED = {
    (400, False): "",
    (600, False): " in bold",
    (700, False): " in bold",
    (400, True): " in italics",
    (600, True): " in bold italics",
    (700, True): " in bold italics",
}
"""The weights and styles that sheets use, and how a person would say them."""


def sheet_style(fonts: Sequence[Font]) -> str:
    """The stylesheet of all sheets, with a rule for each font."""
    rules = (path.read_text(encoding="utf-8") for path in STYLES)
    return "\n".join([font_rules(fonts), *(in_families(text, fonts) for text in rules)])


def in_families(styles: str, fonts: Sequence[Font]) -> str:
    """A stylesheet in which `Sheet`, as a family, stands for all families in their order: margins know no variables."""
    return FAMILY.sub(", ".join(_names(fonts)), styles)


def font_rules(fonts: Sequence[Font]) -> str:
    """A rule for each font, and the order in which a document of class `sheet` takes them."""
    names = _names(fonts)
    rules = [
        _rule(font, name)
        for name, family in zip(names, families(fonts), strict=False)
        for font in _upright_first(family)
    ]
    stack = ", ".join(names)
    rules.append(f"html.sheet {{\n  --serif: {stack};\n  --sans: {stack};\n}}\n")
    return "\n".join(rules)


def lacking(fonts: Sequence[Font], character: str) -> str | None:
    """In which style no family can draw a character: empty if in none, None if all is well."""
    for (weight, italic), said in USED.items():
        faces = [nearest_face(family, weight, italic) for family in families(fonts)]
        if not any(character in face.characters for face in faces):
            return said
    return None


def nearest_face(family: Sequence[Font], weight: int, italic: bool) -> Font:
    """The font of a family that CSS takes for a weight and style (CSS Fonts 4, “Font style matching”)."""

    def distance(font: Font) -> tuple[bool, int, int]:
        lightest, heaviest = font.weights
        off = min(max(weight, lightest), heaviest) - weight
        near = 100 if weight == 400 else 900  # regular text takes a medium font, then a light one, then a bold one
        rank = 0 if 0 <= off <= near else 1 if off < 0 else 2
        return font.italic != italic, rank, abs(off)

    return min(family, key=distance)


def _names(fonts: Sequence[Font]) -> list[str]:
    """What the families are called in the stylesheet, in their order."""
    return [NAME, *(f"{NAME}-{number}" for number in range(2, len(families(fonts)) + 1))]


def families(fonts: Iterable[Font]) -> list[list[Font]]:
    """The fonts of each family, in the order in which families draw what those before them lack."""
    names = sorted({font.family for font in fonts}, key=lambda family: (family != FIRST, family))
    return [[font for font in fonts if font.family == name] for name in names]


def _upright_first(family: Sequence[Font]) -> list[Font]:
    return sorted(family, key=lambda font: (font.italic, font.weights))


def _rule(font: Font, name: str) -> str:
    lightest, heaviest = font.weights
    lines = [f"  font-family: {name};", f'  src: url("{FOLDER}/{quote(font.name)}");']
    if font.italic:
        lines.append("  font-style: italic;")
    if lightest == heaviest != 400:
        lines.append(f"  font-weight: {lightest};")
    return "\n".join(["@font-face {", *lines, "}\n"])
