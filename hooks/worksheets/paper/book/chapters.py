"""The chapters of the book: the pages for readers in the order of the menu, each as HTML whose ids are its own."""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...editions.dropped_links import drop_links
from ...editions.menu import Item
from ...editions.removal import Removed
from ...exercises.exercise_addresses import exercise_page
from ...guide.aliases import address_of
from ...guide.citations import cited
from ...guide.markers import Marker, filled
from ...guide.page import Page
from ...guide.whole_guide import Guide
from ...rendering.marker_content import marker_content
from ...rendering.page_title import without_title
from ...rendering.renderer import Renderer
from ..leaf_writer import page_anchor

REFERS = ("aria-labelledby", "aria-describedby", "for", "headers")
"""The attributes that name other elements by their ids."""

SCREEN_ONLY = "svg[aria-hidden], li:has(> .emergency__others)"
"""What a page shows on a screen alone: drawings that say nothing, and a link to the rest of a page."""


CITES = "--cites--"
"""Stands in the id of the first citation of a work in a chapter, between the chapter's anchor and the work's key."""


@dataclass(frozen=True)
class Chapter:
    """A page of the guide as a chapter. `part` is the heading above it in the menu, or empty; `head` its title there.

    `html` is what follows the title. Its ids begin with the anchor of the chapter, and its links into the guide with a
    slash, as if the site were `docs/`.
    """

    page: Page
    part: str
    head: str
    html: str

    @property
    def anchor(self) -> str:
        """The id of its title."""
        return page_anchor(self.page.path)

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.page.front_matter.title if self.page.front_matter else ""

    def shows(self, word: str) -> bool:
        """Whether its page has a marker with that word."""
        return any(marker.word == word for marker in self.page.markers)


@dataclass(frozen=True)
class BookContext:
    """What the book takes from the build: its menu, what the copy removes, and what makes HTML of a page's text.

    `address` is that of the site, or empty.
    """

    menu: Sequence[Item]
    removed: Removed
    markdown: Callable[[str], str]
    address: str


def pages_of_book(menu: Sequence[Item], guide: Guide, part: str = "") -> Iterator[tuple[Page, str, str]]:
    """The pages of a menu for readers, each with the outermost heading above it and its title there.

    Those that new copies leave out are not for readers, and those in Easy Read say again what other chapters say. The
    pages for a bad moment, which no menu has room for, follow the one that lists them, in its order.
    """
    first_aid = guide.settings.first_aid
    for item in menu:
        title, inner = next(iter(item.items())) if isinstance(item, dict) else ("", item)
        if isinstance(inner, list):
            yield from pages_of_book(inner, guide, part or title)
        elif (page := guide.page(inner)) and page.front_matter and not _is_left_out(inner, guide):
            lists = first_aid is not None and page.path == first_aid.listed_on
            part_here = part or title if lists else part
            yield page, part_here, title or page.front_matter.title
            if lists:
                yield from ((one, part_here, one_title) for one, one_title in _in_its_order(page, guide))


def _in_its_order(listing: Page, guide: Guide) -> Iterator[tuple[Page, str]]:
    """The pages for a bad moment and their titles, as the page that lists them leads to them."""
    held = [page for page in guide.pages if guide.settings.first_aid and guide.settings.first_aid.holds(page.path)]
    for page in sorted(held, key=lambda one: listing.body.find(posixpath.basename(one.path))):
        if page.front_matter:
            yield page, page.front_matter.title


def _is_left_out(path: str, guide: Guide) -> bool:
    names = guide.settings.left_out
    return guide.settings.is_easy(path) or any(
        path == one or (one.endswith("/") and path.startswith(one)) for one in names
    )


def chapters(renderer: Renderer, context: BookContext) -> list[Chapter]:
    """All chapters, in order."""
    return [
        Chapter(page, part, head, _own_ids(_rendered(page, renderer, context), page.path))
        for page, part, head in pages_of_book(context.menu, renderer.guide)
        if page.path not in context.removed.pages
    ]


def _rendered(page: Page, renderer: Renderer, context: BookContext) -> str:
    """What follows the title of a page, with a reference to each sheet in place of its form."""

    def link(path: str) -> str:
        return f"/{path}"

    def content(marker: Marker) -> Markup:
        return _shown(marker, renderer, context.address, link)

    text = drop_links(page.body, page.path, context.removed)
    text = cited(text, lambda keys: renderer.citation(keys, link))
    return without_title(filled(context.markdown(text), text, content))


def _shown(marker: Marker, renderer: Renderer, address: str, link: Callable[[str], str]) -> Markup:
    """What stands in place of a marker: nobody can fill in a form here."""
    if marker.word == "worksheets":
        catalogue = renderer.guide.catalogue
        where = {id_: f"{address}{address_of(exercise_page(id_))}" if address else "" for id_ in catalogue.entries}
        return renderer.html("book-sheets.html", catalogue=catalogue, heading=marker.heading + 1, where=where)
    if marker.word == "steps":
        sections = [section for section in renderer.guide.catalogue.sections if section.step]
        steps = [(section, page) for section in sections if (page := renderer.guide.page(section.page))]
        return renderer.html("book-steps.html", steps=steps, link=link)
    if marker.word not in ("exercise", "sheet", "field"):
        return marker_content(renderer, marker, link, in_site=False)
    name = marker.argument.rpartition("/")[0] if marker.word == "field" else marker.argument
    entry = renderer.guide.catalogue.entries.get(name)
    return renderer.html("book-sheet.html", entry=entry, link=link, words=renderer.words) if entry else Markup()


def _own_ids(html: str, path: str) -> str:
    """The HTML of a page with ids that no other page has, and with links that say where in `docs/` they lead."""
    tree = LexborHTMLParser(f"<div>{html}</div>", is_fragment=True)
    for node in tree.css(SCREEN_ONLY):
        node.decompose()
    anchor = page_anchor(path)
    for node in tree.css("[id]"):
        node.attrs["id"] = f"{anchor}--{node.id}"
    for name in REFERS:
        for node in tree.css(f"[{name}]"):
            node.attrs[name] = " ".join(f"{anchor}--{id_}" for id_ in (node.attributes[name] or "").split())
    for node in tree.css("a[href]"):
        node.attrs["href"] = _from_root(node.attributes["href"] or "", path)
    for work, link in _first_citations(tree).items():
        link.attrs["id"] = f"{anchor}{CITES}{work}"
    root = tree.css_first("div")
    return (root.inner_html or "") if root else ""


def _first_citations(tree: LexborHTMLParser) -> dict[str, LexborNode]:
    """The first link to each work that a chapter cites, by its key."""
    found: dict[str, LexborNode] = {}
    for link in tree.css(".citation a[href]"):
        found.setdefault(urlsplit(link.attributes["href"] or "").fragment, link)
    return found


def _from_root(href: str, path: str) -> str:
    """The address of a link in a page with this path, from the root of `docs/` if it leads into the guide."""
    address = urlsplit(href)
    if address.scheme or address.netloc or href.startswith("/"):
        return href
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address.path)) if address.path else path
    return f"/{target}#{address.fragment}" if address.fragment else f"/{target}"
