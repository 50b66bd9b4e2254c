"""Documents that were laid out for several PDFs, made into the pages of one of them.

What a page of a layout shows is not changed here: another PDF takes it too.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from weasyprint.document import Page

ROOT = "html"


def has_room(page: Any, foot: Any) -> bool:
    """Whether the words of one page find room below the end of another."""
    paper = page._page_box
    below = paper.content_box_y() + paper.height - _end(page)
    return bool(_end(foot) - foot._page_box.content_box_y() <= below)


def with_foot(page: Any, foot: Any) -> Page:
    """A page with the words of another below its end."""
    moved = _root(foot).deepcopy()
    moved.translate(dy=_end(page) - foot._page_box.content_box_y())
    return _with(page, [_root(page), moved])


def with_note(page: Any, note: Any) -> Page:
    """A page with the words of another laid over it, where they stand there. They are read first."""
    return _with(page, [_root(note), _root(page)])


def with_links_resolved(pages: Sequence[Any], elsewhere: Mapping[str, str]) -> list[Page]:
    """The same pages, whose links lead to their place in one of them, or else to its address; others are words.

    `elsewhere` has addresses by id. Where links are is looked up anew: numbers that were written in have moved some.
    """
    found = [Page(page._page_box) for page in pages]
    here = {name for page in found for name in page.anchors}
    for page in found:
        page.links = list(_resolved(page.links, here, elsewhere))
    return found


def _resolved(links: Sequence[Any], here: set[str], elsewhere: Mapping[str, str]) -> Iterator[Any]:
    for kind, target, rectangle, box in links:
        if kind != "internal" or target in here:
            yield kind, target, rectangle, box
        elif target in elsewhere:
            yield "external", elsewhere[target], rectangle, box
        else:
            box.link_annotation = None  # that of another PDF


def _with(page: Any, roots: Sequence[Any]) -> Page:
    paper = page._page_box.copy()
    paper.children = [*roots, *(one for one in paper.children if one.element_tag != ROOT)]
    return Page(paper)


def _root(page: Any) -> Any:
    return next(one for one in page._page_box.children if one.element_tag == ROOT)


def _end(page: Any) -> float:
    """How far down the words of a page reach, in CSS pixels from its top."""
    body = _root(page).children[0]
    return float(body.position_y + body.margin_height())
