"""The square code on a sheet by which a phone finds the sheet's page: a drawing with its words for a screen reader."""

from base64 import b64encode

from markupsafe import Markup

from ..rendering.qr_codes import code_for
from ..rendering.renderer import Renderer


def code_on_paper(renderer: Renderer, page: str) -> Markup:
    """The code that leads to a page, given its path in `docs/`; nothing where a brand has none.

    As a picture that holds all of itself: of a drawing inside the page WeasyPrint would lose the words.
    """
    svg = code_for(renderer, page)
    if not svg:
        return Markup()
    source = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    address = f"{renderer.address}{page.removesuffix('.md')}/"
    return renderer.html("code-on-paper.html", source=source, address=address)
