"""HTML as XML: what a browser reads in any case, e-readers and drawings that stand alone want well formed."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from selectolax.lexbor import LexborNode

VOID = frozenset({"br", "col", "hr", "img", "wbr"})
SVG = "http://www.w3.org/2000/svg"


def xhtml(node: LexborNode) -> str:
    """An element with all that is in it, as XML."""
    return "".join(_parts(node))


def xhtml_inside(node: LexborNode) -> str:
    """What is in an element, as XML."""
    return "".join(part for child in node.iter(include_text=True) for part in _parts(child))


def _parts(node: LexborNode) -> Iterator[str]:
    if node.is_text_node:
        yield escape(node.text_content or "")
    elif node.is_element_node:
        name = node.tag or ""
        given = {key: value or "" for key, value in node.attributes.items()}
        if name == "svg":
            given = {"xmlns": SVG, **given}
        yield "".join([f"<{name}", *(f" {key}={quoteattr(value)}" for key, value in given.items())])
        if name in VOID:
            yield "/>"
            return
        yield f">{xhtml_inside(node)}</{name}>"
