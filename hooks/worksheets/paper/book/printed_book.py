"""The book on paper: one sheet for each size, with page numbers where a screen has links."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...exercises.exercise_addresses import book_pdf
from ...guide.review import Review
from ...rendering.renderer import Renderer
from ..font_faces import font_rules, in_families
from ..font_files import Font
from ..page_pictures import picture_inside, with_pictures_inside
from ..scenes import drawing_inside, scene_inside
from ..sheet import Sheet
from .chapters import SCREEN_ONLY, Chapter
from .contact_lines import contact_lines
from .destinations import Destinations

STYLE = (Path(__file__).parent / "book.css").read_text(encoding="utf-8")
NO_BREAK = "\N{NO-BREAK SPACE}"
EMERGENCY = 'class="stop emergency"'
"""What the numbers for somebody in danger begin with."""


@dataclass(frozen=True)
class BookStyles:
    """The CSS of the book: the fonts of all sheets, the colours of the brand, and the stylesheet of drawings."""

    fonts: Sequence[Font]
    colours: str
    drawings: str

    @property
    def whole(self) -> str:
        """All of it, for the layout."""
        return "\n".join([font_rules(self.fonts), self.colours, in_families(STYLE, self.fonts)])


def printed_books(
    chapters: Sequence[Chapter], places: Destinations, renderer: Renderer, styles: BookStyles, reviews: Sequence[Review]
) -> Iterator[Sheet]:
    """The book on each paper. `reviews` has the state of its chapters."""
    written = [(chapter, _for_paper(chapter, places, renderer, styles)) for chapter in chapters]
    logo = renderer.brand.logo.print or renderer.brand.logo.screen
    for paper in renderer.brand.printing.papers:
        html = renderer.html(
            "book.html",
            paper=paper,
            leaves=[(chapter, Markup(_emergency_first(html, renderer, paper.name))) for chapter, html in written],
            parts=_parts(chapters),
            scenes=_scenes(renderer, styles),
            first_aid=renderer.guide.settings.first_aid,
            steps=_steps(renderer),
            logo=picture_inside(logo.path),
            contacts=contact_lines(renderer.brand),
            page_words=_page_words(renderer),
            address=places.address,
            sheets=next((one.anchor for one in chapters if one.shows("worksheets")), ""),
            margin=renderer.foot(places.address, margin=True, paper=paper.name),
            foot=renderer.foot(places.address, reviews, paper=paper.name),
        )
        yield Sheet(book_pdf(paper), "docs", html, styles.whole, "")


def _emergency_first(html: str, renderer: Renderer, paper: str) -> str:
    """A chapter whose emergency numbers begin with those of the countries in which a paper is used."""
    if EMERGENCY not in html:
        return html
    tree = LexborHTMLParser(f"<div>{html}</div>", is_fragment=True)
    for box in tree.css(".emergency"):
        with_lines = box.css_first(".emergency__line") is not None
        own = LexborHTMLParser(renderer.emergency(str, with_lines, paper), is_fragment=True)
        for node in own.css(SCREEN_ONLY):
            node.decompose()
        if found := own.css_first(".emergency"):
            box.replace_with(found)
    root = tree.css_first("div")
    return (root.inner_html or "") if root else html


def _page_words(renderer: Renderer) -> tuple[str, str]:
    """What a reference to a page says before its number and after it; a number never stands alone in a line."""
    before, _, after = renderer.words[renderer.brand.language].texts["page-number"].partition("{number}")
    return before.replace(" ", NO_BREAK), after.replace(" ", NO_BREAK)


def _parts(chapters: Sequence[Chapter]) -> list[tuple[str, list[Chapter]]]:
    """The chapters below each heading of the menu, in order."""
    return [(part, list(group)) for part, group in groupby(chapters, lambda chapter: chapter.part)]


def _steps(renderer: Renderer) -> dict[str, int]:
    """The number of each step by the path of its page."""
    return {section.page: section.step for section in renderer.guide.catalogue.sections if section.step}


def _for_paper(chapter: Chapter, places: Destinations, renderer: Renderer, styles: BookStyles) -> str:
    """A chapter with page numbers, and with its drawings and pictures inside."""
    tree = LexborHTMLParser(f"<div>{chapter.html}</div>", is_fragment=True)
    root = tree.css_first("div")
    assert root
    for link in root.css("a[href]"):
        _lead(link, places, renderer)
    for reference in root.css(".references > li[id]"):
        key = (reference.id or "").partition("--")[2]
        if cited := places.citations.get(key):
            _add(reference, renderer.html("book-cited.html", citations=cited))
    for drawing in root.css("svg"):
        said = ". ".join(one.text().strip(" .") for one in drawing.css("title, desc"))
        picture = drawing_inside(drawing, renderer, styles.drawings)
        alone = LexborHTMLParser("<img class='drawing'>", is_fragment=True).css_first("img")
        assert alone
        alone.attrs["alt"], alone.attrs["src"] = said, picture
        drawing.replace_with(alone)
    _spaces_apart(root)
    return with_pictures_inside(root.inner_html or "", chapter.page.path, renderer.guide.files)


def _lead(link: LexborNode, places: Destinations, renderer: Renderer) -> None:
    """Let a link lead to its place in the book, and say the page, or out of the book."""
    href = link.attributes["href"] or ""
    if place := places.place(href):
        link.attrs["href"] = f"#{place}"
        parent = link.parent
        if parent is None or parent.attributes.get("class") != "citation":
            link.attrs["class"] = "page-reference"
            link.attrs["data-before"], link.attrs["data-after"] = _page_words(renderer)
    elif outside := places.outside(href):
        link.attrs["href"] = outside
    else:
        del link.attrs["href"]


def _spaces_apart(root: LexborNode) -> None:
    """Let the space before a link or words in bold be an element of its own.

    Where such words begin a line and the space before them would just not have fitted, WeasyPrint breaks that line
    after its first word instead.
    """
    for node in root.css("a, code, em, i, span, strong"):
        before = node.prev
        text = (before.text_content or "") if before and before.is_text_node else ""
        if before and text.strip() and text[-1].isspace():
            before.replace_with(text.rstrip())
            space = LexborHTMLParser("<span> </span>", is_fragment=True).root
            assert space
            node.insert_before(space)


def _add(node: LexborNode, html: Markup) -> None:
    """Put some HTML of one element at the end of another."""
    part = LexborHTMLParser(html, is_fragment=True).root
    assert part
    node.insert_child(part)


def _scenes(renderer: Renderer, styles: BookStyles) -> dict[str, str]:
    """The drawing of each section that has one, by the path of its page."""
    sections = renderer.guide.catalogue.sections
    found = {one.page: scene_inside(one.id, renderer, styles.drawings) for one in sections}
    return {page: scene for page, scene in found.items() if scene}
