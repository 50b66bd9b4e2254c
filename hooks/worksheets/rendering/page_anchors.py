"""The places in a page that a link can lead to: those that its author makes, and those of what its markers show."""

from functools import partial

from selectolax.lexbor import LexborHTMLParser

from ..exercises.exercise_addresses import exercise_page, pack_page
from ..guide.link_checks import Anchors, own_anchors
from ..guide.markers import Marker
from ..guide.page import Page
from .marker_content import marker_content
from .renderer import Renderer


def page_anchors(renderer: Renderer) -> dict[str, Anchors]:
    """What finds the places in each page of a sound guide, by its path in `docs/`; nothing is rendered before."""
    guide = renderer.guide
    found: dict[str, Anchors] = {page.path: partial(_in_page, renderer, page) for page in guide.pages}
    for id_ in guide.catalogue.entries:
        found[exercise_page(id_)] = partial(_shown, renderer, Marker("exercise", id_, 1, 0))
    for id_ in guide.packs.entries:
        found[pack_page(id_)] = partial(_shown, renderer, Marker("pack", id_, 1, 0))
    return found


def anchors(html: str) -> set[str]:
    """The ids in some HTML: what a link can lead to."""
    return {node.id for node in LexborHTMLParser(html).css("[id]") if node.id}


def _in_page(renderer: Renderer, page: Page) -> set[str]:
    return own_anchors(page).union(*(_shown(renderer, marker) for marker in page.markers))


def _shown(renderer: Renderer, marker: Marker) -> set[str]:
    return anchors(marker_content(renderer, marker, lambda path: path))
