"""SVG that stands inside a page: plain shapes, which run nothing, ask for nothing and take the page's colours."""

import re
from collections.abc import Iterator, Set
from xml.etree import ElementTree

from ..authoring.outside_requests import requests_in

ENDING = ".svg"
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = frozenset({"svg", "g", "path", "line", "circle", "ellipse", "rect", "polyline", "polygon"})
UNSAFE = re.compile(r"^(on.*|style|.*href)$")

Mistake = tuple[int, str, str, str]
"""The line from 1, the element, what is wrong, and what to write."""


def wrong_ending(ending: str) -> tuple[str, str] | None:
    """What is wrong with how the name of a drawing ends, and what to do; None if it is right."""
    return None if ending == ENDING else (f"The name ends in `{ending}`.", f"Rename it so that it ends in `{ENDING}`.")


def parsed(text: str) -> ElementTree.Element | Mistake:
    """The outermost element of a drawing, or why there is none."""
    if "<!" in text or "<?" in text:
        return 1, "", "There is a declaration or a comment.", "Start with `<svg` and leave them out."
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        return error.position[0], "", f"This is not XML: {str(error).split(':')[0]}.", "Check this line."
    if root.tag != f"{SVG}svg":
        return 1, "", "This is not an SVG.", 'Start with `<svg xmlns="http://www.w3.org/2000/svg" …>`.'
    return root


def unsafe(root: ElementTree.Element, allowed: Set[str]) -> Iterator[Mistake]:
    """Every element that is not one of those allowed, and every attribute that no drawing may have."""
    for element in root.iter():
        tag = element.tag.removeprefix(SVG)
        if tag not in allowed:
            yield 1, tag, f"`<{tag}>` is not allowed.", "Use plain shapes and words."
        for attribute, value in element.attrib.items():
            if UNSAFE.match(attribute) or (attribute in ("fill", "stroke") and value != "none"):
                yield 1, tag, f"`{attribute}` is not allowed.", "Give the element a class; the page has the colours."
            elif request := next(requests_in(value), None):
                wrong = f"`{attribute}` asks for another file: `{request.written}`."
                yield 1, tag, wrong, "Use `url(#name)` with a part of the picture, or leave it out."
