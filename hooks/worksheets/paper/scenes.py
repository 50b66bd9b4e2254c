"""Drawings on paper: each an address that holds all of it, in the colours of the brand."""

from base64 import b64encode

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..rendering.renderer import Renderer
from .book.drawn_look import draw_alone
from .book.xhtml_text import xhtml
from .font_faces import ANY_FAMILY


def scene_inside(name: str, renderer: Renderer, styles: str) -> str:
    """The scene of that name, or nothing if the guide has none. `styles` is the CSS of drawings."""
    if f"scenes/{name}" not in renderer.guide.drawings:
        return ""
    place = renderer.templates.globals["drawing"]
    assert callable(place)
    drawing = LexborHTMLParser(place(f"scenes/{name}"), is_fragment=True).css_first("svg")
    assert drawing
    return drawing_inside(drawing, renderer, styles)


def drawing_inside(drawing: LexborNode, renderer: Renderer, styles: str) -> str:
    """A drawing of a page as an address."""
    draw_alone(drawing, styles, renderer.brand.palette.light, ANY_FAMILY)
    return f"data:image/svg+xml;base64,{b64encode(xhtml(drawing).encode()).decode()}"
