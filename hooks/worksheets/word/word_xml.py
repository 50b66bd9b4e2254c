"""Elements of the XML that Word reads."""

from typing import Any

from docx.oxml.parser import oxml_parser

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any
"""An element of the tree that python-docx writes, which has no types."""


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of Word's own vocabulary; all of its attributes are of that too."""
    return _element(W, tag, children, attributes)


def w14(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element that Word knows since 2010, such as a box that can be ticked."""
    return _element(W14, tag, children, attributes)


def _element(namespace: str, tag: str, children: tuple[Element, ...], attributes: dict[str, str | int]) -> Element:
    given = {f"{{{namespace}}}{name}": str(value) for name, value in attributes.items()}
    element = oxml_parser.makeelement(f"{{{namespace}}}{tag}", given)
    element.extend(children)
    return element


def text(words: str) -> list[Element]:
    """The words of a run; a tab in them is an element."""
    parts = []
    for place, words_ in enumerate(words.split("\t")):
        if place:
            parts.append(w("tab"))
        if words_:
            parts.append(w("t"))
            parts[-1].text = words_
            parts[-1].set(SPACE, "preserve")
    return parts


def field(instruction: str) -> Element:
    """Something that Word works out, such as the number of the page."""
    run = w("r", *text("1"))
    return w("fldSimple", run, instr=f" {instruction} ")


def style_id(name: str) -> str:
    """The id of a style, which is its name without blanks."""
    return name.replace(" ", "")
