"""A document that several sheets hold is laid out once, and has the right page numbers in each of them."""

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from weasyprint import HTML
from worksheets.paper.pdf_maker import Layouts, make_pdf
from worksheets.paper.pdf_pool import _jobs
from worksheets.paper.sheet import Sheet

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
    assert {"worksheets/workbook.pdf", "worksheets/repair.pdf", "worksheets/growth.pdf"} <= jobs[0]
    assert not [path for path in jobs[0] if "letter" in path]


def test_a_link_within_a_section_names_the_page_on_which_its_sheet_begins() -> None:
    pages = texts(real_pdf("worksheets/safe-space.pdf"))
    titles = {"Before we start", "Two-column opener", "Conversation agreement"}
    onward = [page[page.index("What next:") :] for page in pages if "What next:" in page]
    for title in titles:
        starts = next(number for number, page in enumerate(pages[1:], 2) if page[:120].find(title) >= 0)
        assert any(f"{title} (page {starts})" in one for one in onward), title
