"""A document that several sheets hold is laid out once, and has the right page numbers in each of them."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdf
import pypdfium2
import pytest
from weasyprint import HTML
from worksheets.paper.layouts import Layouts
from worksheets.paper.pdf_maker import make_pdf
from worksheets.paper.pdf_pool import _jobs, _work
from worksheets.paper.sheet import Binding, Sheet

from tests.support.project import ROOT
from tests.support.real_sheets import real_pdf, real_sheets

REFERENCE = 'class="page-reference" data-before="page " data-after=""'


def document(body: str, title: str = "") -> str:
    return f'<html class="sheet" lang="en"><head><title>{title}</title></head><body>{body}</body></html>'


FRONT = document('<ul class="contents-list"><li><a href="#last">Last</a></li></ul>', "All")
FILLING = (document("<p>One"), document("<p>Another"))
MIDDLE = document(f'<p id="middle">Middle</p><p style="break-before: page">See <a href="#last" {REFERENCE}>it</a>, too')
LAST = document(f'<p id="last">Last, after <a href="#middle" {REFERENCE}>the middle</a> of it')

STYLES = next(iter(real_sheets().values())).styles
LONG = Sheet("worksheets/long.pdf", "exercises", FRONT, STYLES, "", more=(*FILLING, MIDDLE, LAST))
SHORT = Sheet("worksheets/short.pdf", "exercises", MIDDLE.replace("<title>", "<title>Short"), STYLES, "", more=(LAST,))


def texts(pdf: bytes) -> list[str]:
    """The words of each page."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("order", [(LONG, SHORT), (SHORT, LONG)])
def test_page_numbers_are_those_of_the_sheet_at_hand(order: tuple[Sheet, Sheet]) -> None:
    layouts = Layouts(ROOT, shared={*LONG.leaves, *SHORT.leaves})
    made = {sheet.path: texts(make_pdf(sheet, layouts)[0]) for sheet in order}
    long, short = made[LONG.path], made[SHORT.path]
    assert [page.rsplit(" ", 3)[-3:] for page in long] == [[str(n), "/", "6"] for n in range(1, 7)]
    assert [page.rsplit(" ", 3)[-3:] for page in short] == [[str(n), "/", "3"] for n in range(1, 4)]
    assert "See it (page 6), too" in long[4]
    assert "See it (page 3), too" in short[1]
    assert "after the middle (page 4) of it" in long[5]
    assert "after the middle (page 1) of it" in short[2]
    assert long[0].replace(".", "").split() == ["Last", "6", "1", "/", "6"]


def test_a_page_number_of_three_digits_stays_within_the_margin_wherever_the_line_ends() -> None:
    link = f'<a href="#last" {REFERENCE}>it</a>'
    lines = "".join(f"<p>{'i' * letters} {link} · {link} · {link}" for letters in range(60, 200))
    pages = document("".join("<p style='break-before: page'>Page" for _ in range(100)))
    far = replace(LONG, more=(document(lines), pages, MIDDLE, LAST))
    pdf, count, wrong = make_pdf(far, Layouts(ROOT))
    assert count > 100
    assert wrong == []
    assert f"it (page {count})" in "".join(texts(pdf))


def test_zeros_that_keep_no_room_stay_as_they_are() -> None:
    """The hundredth page of the book was said to be “page 1100”, and an address with zeros in it was blank."""
    sheet = replace(LONG, html=document('<p><a class="own" href="#last">It</a>'), more=(LAST,))
    counted = ".own::after { content: ' (page 100)' } a[href^='https:']::after { content: ' (' attr(href) ')' }"
    address = "https://example.org/10000/01"
    outer = replace(sheet, more=(document(f'<p>See <a href="{address}">there</a>'), LAST), own_styles=counted)
    words = "".join(texts(make_pdf(outer, Layouts(ROOT))[0]))
    assert "It (page 100)" in words
    assert f"there ({address})" in words


def test_a_shared_document_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[HTML] = []
    render = HTML.render

    def counted(html: HTML, **given: Any) -> Any:
        rendered.append(html)
        return render(html, **given)

    monkeypatch.setattr(HTML, "render", counted)
    layouts = Layouts(ROOT, shared={*LONG.leaves, *SHORT.leaves})
    make_pdf(LONG, layouts)
    first = len(rendered)
    make_pdf(replace(LONG, path="worksheets/again.pdf", html=FRONT.replace("All", "Again")), layouts)
    assert len(rendered) == first + 1


def test_all_that_shares_a_document_is_made_by_one_process() -> None:
    bound = [sheet for path, sheet in real_sheets().items() if sheet.more and path.startswith("worksheets/")]
    jobs = [{sheet.path for sheet in job} for job in _jobs(sorted(bound, key=lambda one: -len(one.more)))]
    (job,) = [paths for paths in jobs if "worksheets/workbook.pdf" in paths]
    assert {"worksheets/repair.pdf", "worksheets/growth.pdf"} <= job
    assert not [path for path in job if "letter" in path]


@pytest.mark.parametrize("workers", [1, 2, 8])
def test_no_worker_waits_for_one_with_more_than_its_share(workers: int) -> None:
    sheets = sorted(real_sheets().values(), key=lambda one: -len(one.more))
    jobs = _jobs(sheets, workers)
    assert sorted(sheet.path for job in jobs for sheet in job) == sorted(sheet.path for sheet in sheets)
    fair = sum(map(_work, jobs)) / workers
    assert all(_work(job) <= fair or all(sheet.more for sheet in job) for job in jobs)


ABSENT = f'<p>See <a href="#w-absent" {REFERENCE}>a sheet</a>, and <a href="#w-other" {REFERENCE}>another</a>.'


def test_a_link_to_what_the_pdf_does_not_hold_leads_to_the_site_or_is_words() -> None:
    sheet = replace(
        SHORT, more=(document(ABSENT), LAST), binding=Binding(elsewhere={"w-absent": "https://example.org/"})
    )
    pdf, _, wrong = make_pdf(sheet, Layouts(ROOT))
    assert wrong == []
    assert "See a sheet, and another." in texts(pdf)[2]
    page: Any = pypdf.PdfReader(io.BytesIO(pdf)).pages[2]
    assert [one.get_object()["/A"]["/URI"] for one in page["/Annots"]] == ["https://example.org/"]


def test_the_same_leaf_links_in_one_pdf_and_not_in_the_next() -> None:
    leaf = document(ABSENT)
    layouts = Layouts(ROOT, shared={leaf})
    there = document('<p id="w-absent">Here</p><p id="w-other">And here</p>')
    for more, links in (((leaf, there), 2), ((leaf, LAST), 0), ((leaf, there), 2)):
        pdf, _, _ = make_pdf(replace(SHORT, more=more), layouts)
        page: Any = pypdf.PdfReader(io.BytesIO(pdf)).pages[2]
        assert len(page.get("/Annots", [])) == links
        assert ("(page 4)" in page.extract_text()) == bool(links)


def test_a_link_is_where_its_words_are_when_the_room_before_it_is_closed() -> None:
    both = {"w-absent": "https://example.org/1", "w-other": "https://example.org/2"}
    sheet = replace(SHORT, more=(document(ABSENT), LAST), binding=Binding(elsewhere=both))
    pdf, _, _ = make_pdf(sheet, Layouts(ROOT))
    page: Any = pypdf.PdfReader(io.BytesIO(pdf)).pages[2]
    (area,) = [
        one.get_object()["/Rect"] for one in page["/Annots"] if one.get_object()["/A"]["/URI"] == both["w-other"]
    ]
    words = pypdfium2.PdfDocument(pdf)[2].get_textpage()
    place, _ = words.search("another").get_next()
    assert words.get_charbox(place)[0] == pytest.approx(float(area[0]), abs=1)


def test_a_pdf_has_the_same_bytes_whatever_was_made_before_it() -> None:
    sheets = [
        real_sheets()[f"worksheets/{name}.pdf"] for name in ("repair", "repair/my-replay", "repair/my-pause-plan")
    ]
    alone = {sheet.path: make_pdf(sheet, Layouts(ROOT))[0] for sheet in sheets}
    for order in (sheets, sheets[::-1]):
        layouts = Layouts(ROOT, shared={html for sheet in order for html in sheet.documents})
        for sheet in order:
            assert make_pdf(sheet, layouts)[0] == alone[sheet.path], sheet.path


FOOT = document('<section class="leaf" data-title="Title"><p class="foot">The foot</p></section>')


@pytest.mark.parametrize(("millimetres", "pages"), [(100, 1), (225, 1), (242, 2)])
def test_a_foot_stands_below_the_end_and_has_a_page_only_where_it_must(millimetres: int, pages: int) -> None:
    body = f'<section class="leaf"><h1 id="w-a">A</h1><div style="height: {millimetres}mm">Tall</div></section>'
    sheet = replace(SHORT, html=document(body, "One"), more=(), binding=Binding(foot=FOOT))
    pdf, count, wrong = make_pdf(sheet, Layouts(ROOT))
    assert (count, wrong) == (pages, [])
    assert "The foot" in texts(pdf)[-1]
    assert pages == 1 or "Title" in texts(pdf)[-1], "a loose page says of what it is"


def test_headings_begin_at_the_first_level_in_a_pdf_of_one_exercise_and_stand_below_others_in_a_section() -> None:
    for path, levels in (
        ("worksheets/repair/pause-plan.pdf", {"H1", "H2"}),
        ("worksheets/repair.pdf", {"H1", "H2", "H3"}),
    ):
        reader = pypdf.PdfReader(io.BytesIO(real_pdf(path)))
        kinds = {str(one.get("/S", "")) for one in _objects(reader) if one.get("/Type") == "/StructElem"}
        assert {kind.removeprefix("/") for kind in kinds if kind[:2] == "/H"} == levels


def _objects(reader: pypdf.PdfReader) -> Iterator[Any]:
    found = (reader.get_object(number) for number in range(1, len(reader.xref_objStm) + 1))
    return (one for one in found if isinstance(one, dict))


def test_a_link_within_a_section_names_the_page_on_which_its_sheet_begins() -> None:
    pages = texts(real_pdf("worksheets/safe-space.pdf"))
    titles = {"Before we start", "Two-column opener", "Conversation agreement"}
    onward = [page[page.index("What next:") :] for page in pages if "What next:" in page]
    for title in titles:
        starts = next(number for number, page in enumerate(pages[1:], 2) if page[:120].find(title) >= 0)
        assert any(f"{title} (page {starts})" in one for one in onward), title
