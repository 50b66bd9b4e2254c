"""The parts of a sheet on a browser’s paper: none leaves half a page empty, and no title stands alone below others."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.exercise_pages import exercise_of, page_of
from tests.support.firefox import Firefox
from tests.support.pdf_viewers import mupdf_pages
from tests.support.webkit import WebKit

LINE = "- { kind: line, id: one-%d, label: A question }"
PAIR = "- { kind: pair, id: two-%d, label: A question, people: [One, Other], rows: 3 }"
LONG_PART = "\n".join(f"- {{ kind: text, id: t{number}, label: A question, rows: 4 }}" for number in range(5))
FOOT = 70
"""So many points at the end of a page hold its number."""


def printed(page: str, engine: str, folder: Path, request: pytest.FixtureRequest) -> bytes:
    """A page as a browser prints it, which is named by its fixture."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    address = (folder / "page.html").as_uri()
    if engine == "browser":
        browser: Browser = request.getfixturevalue(engine)
        with browser.new_page() as opened:
            opened.goto(address)
            return opened.pdf(format="A4")
    found: Firefox | WebKit = request.getfixturevalue(engine)
    found.open(address)
    return found.printed()


def lines(pdf: bytes) -> list[list[str]]:
    """The lines of each page from top to bottom, without its number."""
    return [
        [
            str(block[4]).strip()
            for block in sorted(page.get_text("blocks"), key=lambda one: float(one[3]))
            if block[3] < page.rect.height - FOOT
        ]
        for page in mupdf_pages(pdf)
    ]


@pytest.mark.parametrize("engine", ["browser", "fox", "kit"])
def test_a_title_of_a_part_has_a_field_of_it_on_its_page(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    sheets = [exercise_of(*(one % number for number in range(at, 6))) for one in (LINE, PAIR) for at in range(4)]
    pages = lines(printed(page_of(*sheets), engine, tmp_path, request))
    assert len(pages) > 5
    assert [page[-1] for page in pages if page and page[-1] == "A part"] == []


@pytest.mark.parametrize("engine", ["browser"])
def test_in_chromium_a_part_that_does_not_fit_begins_where_the_one_before_ends(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    page = page_of(exercise_of(LINE % 1, LONG_PART))
    first, *_ = lines(printed(page, engine, tmp_path, request))
    assert first.count("A part") == 2
