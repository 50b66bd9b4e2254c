"""Drawings that stand alone: the rules of a stylesheet as attributes of the shapes, with the colours of a medium.

WeasyPrint and many e-readers know nothing of a page's styles inside a drawing, and fill every shape with black.
"""

import re
from collections.abc import Iterator, Mapping

import tinycss2
from selectolax.lexbor import LexborNode

LOOK = frozenset({
    *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"),
    *("font-size", "font-weight", "text-anchor"),
})  # fmt: skip
"""The properties that SVG 1.1 knows as attributes too, as far as drawings need them."""

VARIABLE = re.compile(r"var\(--([a-z-]+)\)")
NEEDLESS = ("focusable",)
"""What a page says for old browsers, and SVG 1.1 does not know."""


def draw_alone(drawing: LexborNode, styles: str, colours: Mapping[str, str], font: str) -> None:
    """Give every shape of a drawing its look: rules in their order, later ones over earlier ones.

    `styles` is the CSS of drawings, whose variables `colours` has by name; a colour may bring its own opacity, as in
    `#8c3a22 0.16`. Words are in the family `font`.
    """
    for selector, declarations in _rules(styles):
        for shape in drawing.css(selector):
            for name, value in declarations:
                _set(shape, name, VARIABLE.sub(lambda found: colours.get(found[1], "none"), value))
    drawing.attrs["font-family"] = font
    for name in NEEDLESS:
        if name in drawing.attributes:
            del drawing.attrs[name]


def _set(shape: LexborNode, name: str, value: str) -> None:
    colour, _, opacity = value.partition(" ")
    shape.attrs[name] = colour
    if opacity:
        shape.attrs[f"{name}-opacity"] = opacity


def _rules(styles: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The selectors of a stylesheet outside of media, each with what it says of the look."""
    for rule in tinycss2.parse_stylesheet(styles, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            declarations = list(_declarations(rule.content))
            if declarations:
                yield tinycss2.serialize(rule.prelude).strip(), declarations


def _declarations(content: object) -> Iterator[tuple[str, str]]:
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            value = tinycss2.serialize(one.value).strip()
            if one.lower_name == "font":  # the size is all that the shorthand says of use here
                yield "font-size", value.split()[0]
            elif one.lower_name in LOOK:
                yield one.lower_name, value
