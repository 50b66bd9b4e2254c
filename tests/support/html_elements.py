"""What elements of a parsed page say."""

from justhtml import Element, JustHTML


def value(element: Element, attribute: str) -> str:
    """What an attribute says; nothing if it is not there."""
    return (element.attrs or {}).get(attribute) or ""


def within(node: JustHTML | Element, selector: str) -> list[Element]:
    """The elements below a node, in the order of the page."""
    return [found for found in node.query(selector) if isinstance(found, Element)]
