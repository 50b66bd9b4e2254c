"""The guide as a book: every page for readers in the order of the menu, with the right page for every link."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser
from worksheets.exercises.exercise_addresses import PAPERS, Paper, book_pdf
from worksheets.guide.whole_guide import Guide
from worksheets.paper.book.drawn_look import draw_alone
from worksheets.paper.book.xhtml_text import xhtml
from worksheets.paper.layouts import Layouts
from worksheets.paper.pdf_maker import make_pdf
from worksheets.paper.sheet import Sheet

from tests.support.host import yaml_load
from tests.support.one_sheet import STYLES
from tests.support.project import ROOT
from tests.support.renderers import BRAND, SETTINGS

DRAWINGS = (ROOT / "docs" / "assets" / "stylesheets" / "drawings.css").read_text(encoding="utf-8")
LEAST_INK, MOST_INK = 0.0003, 0.05
"""The share of a drawing that is nearly black: lines and words are thin."""

LARGEST = 1_250_000
"""The size in bytes that the book stays under."""


LEFT_OUT = ("clinics/", "contributing/", "easy-read/")
"""What is not for readers, and what says in fewer words what the book says."""

LISTING = SETTINGS.first_aid.listed_on if SETTINGS.first_aid else ""
"""The page that lists those for a bad moment."""


def menu_of_readers(nav: list[Any], left_out: tuple[str, ...] = LEFT_OUT) -> Iterator[str]:
    """The pages of the menu, in order, but for those who make or change the guide.

    Those for a bad moment follow the one that lists them.
    """
    for item in nav:
        (inner,) = item.values()
        if isinstance(inner, list):
            yield from menu_of_readers(inner, left_out)
        elif not inner.startswith(left_out):
            yield inner
            if inner == LISTING:
                listing = (ROOT / "docs" / inner).read_text(encoding="utf-8")
                yield from (f"situations/{name}" for name in re.findall(r"\]\(([a-z-]+\.md)\)", listing))


NAV = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))["nav"]


@cache
def reader_of(path: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(path)


def chapters_in(reader: pypdf.PdfReader) -> dict[str, int]:
    """The page from 1 on which each chapter begins, by its title, in the order of the outline."""
    outline = [item for item in reader.outline if not isinstance(item, list)]
    return {str(item.title): (reader.get_destination_page_number(item) or 0) + 1 for item in outline}


@cache
def words_of(path: Path) -> list[str]:
    """The words of each page."""
    drawn = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    return [" ".join(page.split()) for page in drawn.split("\f")]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_page_of_the_menu_for_readers_is_a_chapter(paper: Paper, site: Path, shown_guide: Guide) -> None:
    pages = [shown_guide.page(path) for path in menu_of_readers(NAV)]
    titles = [page.front_matter.title for page in pages if page and page.front_matter]
    assert len(titles) > 20
    found = chapters_in(reader_of(site / book_pdf(paper)))
    assert [title for title in found if title != "Contents"] == titles
    assert list(found.values()) == sorted(set(found.values())), "each begins on a page of its own"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_page_for_a_bad_moment_is_one_page_of_the_book(paper: Paper, site: Path, shown_guide: Guide) -> None:
    """Their last two lines stood on pages of their own: 11 of 166."""
    found = chapters_in(reader_of(site / book_pdf(paper)))
    ends = dict(zip(found, [*list(found.values())[1:], 0], strict=True))
    first_aid = shown_guide.settings.first_aid
    titles = [
        page.front_matter.title
        for page in shown_guide.pages
        if page.front_matter and first_aid and first_aid.holds(page.path)
    ]
    assert len(titles) > 10
    assert {title: ends[title] - found[title] for title in titles} == dict.fromkeys(titles, 1)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_contents_say_where_each_chapter_begins(paper: Paper, site: Path) -> None:
    path = site / book_pdf(paper)
    words = words_of(path)
    found = chapters_in(reader_of(path))
    first = found.pop("Contents")
    contents = " ".join(words[first - 1 : min(found.values()) - 1])
    for title, page in found.items():
        assert re.search(re.escape(title) + rf"[ .]+{page}\b", contents), title
        assert title in words[page - 1]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_number_of_a_page_is_that_to_which_its_link_leads(paper: Paper, site: Path) -> None:
    path = site / book_pdf(paper)
    reader = reader_of(path)
    places = {str(name): reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    wrong, seen = [], 0
    for number, page in enumerate(reader.pages, 1):
        links = [link.get_object() for link in page.get("/Annots", ())]
        inside = Counter((places[str(link["/Dest"])] or 0) + 1 for link in links if "/Dest" in link)
        said = Counter(int(one) for one in re.findall(r"\(page (\d+)\)", words_of(path)[number - 1]))
        seen += said.total()
        wrong += [(number, one) for one in said - inside]
    assert seen > 300
    assert not wrong


def test_a_reference_says_on_which_pages_it_is_named(site: Path, guide: Guide) -> None:
    words = words_of(site / book_pdf(PAPERS[0]))
    found = chapters_in(reader_of(site / book_pdf(PAPERS[0])))
    first = found["References"] - 1
    references = " ".join(words[first:])
    label = guide.bibliography.label("gordon2016understanding")
    named = re.search(r"Gordon, A\. M\., & Chen, S\. \(2016\).*?Named on page ([\d, ]+)\.", references)
    assert named
    pages = [int(page) for page in named[1].split(",")]
    assert pages == sorted(set(pages))
    assert all(label in words[page - 1] for page in pages), (label, pages)


def test_nothing_can_be_filled_in_and_each_sheet_is_named(site: Path, guide: Guide) -> None:
    reader = reader_of(site / book_pdf(PAPERS[0]))
    assert not reader.get_fields()
    words = " ".join(words_of(site / book_pdf(PAPERS[0])))
    for id_, entry in guide.catalogue.entries.items():
        assert entry.exercise.title in words
        assert f"File: {id_.split('/')[1]}.pdf" in words


def test_helplines_are_those_of_the_paper(site: Path) -> None:
    a4, letter = (words_of(site / book_pdf(paper))[10] for paper in PAPERS)
    assert "Samaritans 116 123" in a4
    assert "Samaritans" not in letter
    assert "988" in letter


@pytest.mark.parametrize(("paper", "first", "line"), [(PAPERS[0], "999", "116 123"), (PAPERS[1], "911", "988")])
def test_who_is_in_danger_reads_first_the_number_of_the_paper(paper: Paper, first: str, line: str, site: Path) -> None:
    """On American paper it was the British one."""
    told = [
        page.split("In danger? Call. ")[1] for page in words_of(site / book_pdf(paper)) if "In danger? Call. " in page
    ]
    assert len(told) > 1
    assert [page.split()[0] for page in told] == [first] * len(told)
    assert any(f"When you cannot go on {line}" in page for page in told)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_book_is_light(paper: Paper, site: Path) -> None:
    assert (site / book_pdf(paper)).stat().st_size < LARGEST


def drawn(guide: Guide, alone: bool) -> list[float]:
    """The share of nearly black dots in each diagram as the book shows it, or as WeasyPrint would."""
    shown = []
    for svg in guide.pictures.values():
        drawing = LexborHTMLParser(svg, is_fragment=True).css_first("svg")
        assert drawing
        if alone:
            draw_alone(drawing, DRAWINGS, BRAND.palette.light, "Sheet")
        shown.append(xhtml(drawing))
    body = "".join(f'<div style="break-after: page">{svg}</div>' for svg in shown)
    html = f'<html lang="en"><head><title>One</title></head><body>{body}</body></html>'
    styles = f"{STYLES} @page {{ size: 80mm 120mm; margin: 0 }} svg {{ width: 80mm }}"
    pages = pypdfium2.PdfDocument(make_pdf(Sheet("book.pdf", "docs", html, styles, ""), Layouts(ROOT))[0])
    pictures = [page.render(scale=1).to_pil().convert("L") for page in list(pages)[: len(shown)]]
    return [sum(picture.histogram()[:64]) / (picture.width * picture.height) for picture in pictures]


def test_no_drawing_is_a_black_shape(guide: Guide) -> None:
    assert len(guide.pictures) > 5
    assert all(LEAST_INK < share < MOST_INK for share in drawn(guide, alone=True)), drawn(guide, alone=True)
    assert max(drawn(guide, alone=False)) > MOST_INK, "so the test sees what it looks for"
