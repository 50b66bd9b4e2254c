"""A chapter of the e-book: XML, with drawings that any ground suits, and links between files."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from mimetypes import guess_type
from urllib.parse import unquote, urlsplit

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...rendering.renderer import Renderer
from .chapters import SCREEN_ONLY, Chapter
from .destinations import Destinations
from .drawn_look import draw_alone
from .ebook_colours import colours_on_any_ground
from .xhtml_text import xhtml_inside

PICTURES = frozenset({"image/gif", "image/jpeg", "image/png", "image/svg+xml"})
"""The kinds of picture that every e-reader shows."""


@dataclass(frozen=True)
class Picture:
    """A picture of the e-book."""

    media_type: str
    content: bytes


@dataclass(frozen=True)
class EbookChapter:
    """A chapter as the e-book has it, and the pictures that it shows, by name."""

    chapter: Chapter
    html: str
    pictures: dict[str, Picture]


def chapter_for_ebook(
    chapter: Chapter, places: Destinations, renderer: Renderer, drawings: str, titles: Mapping[str, str]
) -> EbookChapter:
    """The chapter with its title. `drawings` is the CSS of drawings; `titles` are those of chapters by anchor."""
    steps = {section.page: section.step for section in renderer.guide.catalogue.sections if section.step}
    sections = {section.page: section.id for section in renderer.guide.catalogue.sections}
    scene = f"scenes/{sections.get(chapter.page.path, '')}"
    html = renderer.html(
        "ebook-chapter.html",
        chapter=chapter,
        html=Markup(chapter.html),
        step=steps.get(chapter.page.path),
        scene=scene if scene in renderer.guide.drawings else "",
        drawing=renderer.templates.globals["drawing"],
    )
    root = LexborHTMLParser(f"<div>{html}</div>", is_fragment=True).css_first("div")
    assert root
    for link in root.css("a[href]"):
        _lead(link, places)
    for reference in root.css(".references > li[id]"):
        if cited := places.citations.get((reference.id or "").partition("--")[2]):
            _say_where_cited(reference, cited, places, renderer, titles)
    for drawing in root.css("svg"):
        draw_alone(drawing, drawings, colours_on_any_ground(renderer.brand.palette), "sans-serif")
    for cell in root.css("[align]"):
        cell.attrs["class"] = f"align-{cell.attributes['align']}"  # EPUB knows no attribute of that name
        del cell.attrs["align"]
    return EbookChapter(chapter, xhtml_inside(root), _pictures(root, chapter, renderer))


def without_links(html: str) -> Markup:
    """Some HTML as XML, where only numbers to call stay links."""
    root = LexborHTMLParser(f"<div>{html}</div>", is_fragment=True).css_first("div")
    assert root
    for node in root.css(SCREEN_ONLY):
        node.decompose()
    for link in root.css("a[href]"):
        if not (link.attributes["href"] or "").startswith(("tel:", "https:")):
            link.unwrap()
    return Markup(xhtml_inside(root))


def file_of(place: str, places: Destinations) -> str:
    """The address of a place of the book: the file of its chapter, and its id if it is inside."""
    owner = places.owners[place]
    return f"{owner}.xhtml" if place == owner else f"{owner}.xhtml#{place}"


def _lead(link: LexborNode, places: Destinations) -> None:
    href = link.attributes["href"] or ""
    place = places.place(href)
    target = file_of(place, places) if place else places.outside(href)
    if target:
        link.attrs["href"] = target
    else:
        del link.attrs["href"]


def _say_where_cited(
    reference: LexborNode, cited: list[str], places: Destinations, renderer: Renderer, titles: Mapping[str, str]
) -> None:
    links = [(file_of(one, places), titles[places.owners[one]]) for one in cited]
    part = LexborHTMLParser(renderer.html("ebook-cited.html", links=links), is_fragment=True).root
    assert part
    reference.insert_child(part)


def _pictures(root: LexborNode, chapter: Chapter, renderer: Renderer) -> dict[str, Picture]:
    """Let each picture lead to its file in the e-book; of one that no e-reader shows the words stay."""
    found: dict[str, Picture] = {}
    for picture in root.css("img"):
        address = unquote(urlsplit(picture.attributes.get("src") or "").path)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(chapter.page.path), address))
        file = renderer.guide.files.get(path)
        media_type = guess_type(path)[0] or ""
        if file is None or media_type not in PICTURES:
            picture.replace_with(picture.attributes.get("alt") or "")
            continue
        name = f"pictures/{path.replace('/', '-')}"
        found[name] = Picture(media_type, file.read_bytes())
        picture.attrs["src"] = name
    return found
