"""A date on paper: a line to write on where nothing was typed, and else what was, in every engine.

While it is empty, a browser's own box for dates prints “mm/dd/yyyy” in Firefox and the day of today in WebKit, and no
selector knows that it is empty. So a date is typed as words are.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.exercise_pages import OpenExercise, page_of
from tests.support.firefox import Firefox
from tests.support.pdf_viewers import POINT, ink, mupdf_pages, poppler
from tests.support.printed_pages import words_on
from tests.support.renderers import example
from tests.support.webkit import WebKit

DPI = 200
ABOVE = {"date": "A week from now is a good start.", "agreement": "Date"}
"""The kinds of field that ask for a date, and the words above it."""
DAY = "Tuesday 8 December"


def written(page: Page, above: str) -> float:
    """How many square millimetres are dark where a date is written: between the words above and the line under it."""
    pdf = page.pdf(format="A4")
    number, words, height = next(
        (number, found[-1], one.rect.height)
        for number, one in enumerate(mupdf_pages(pdf))
        if (found := one.search_for(above))
    )
    top, bottom = words.y1 + 1 / POINT, words.y1 + 8 / POINT
    return ink(poppler(pdf, number, DPI), (words.x0, height - bottom, words.x0 + 60 / POINT, height - top), DPI)


@pytest.mark.parametrize("kind", ABOVE)
def test_chromium_shows_a_date_or_room_for_one(kind: str, open_exercise: OpenExercise) -> None:
    page = open_exercise(example(kind))
    assert written(page, ABOVE[kind]) < 0.5
    page.locator("textarea").last.fill(DAY)
    assert written(page, ABOVE[kind]) > 0.5


@pytest.mark.parametrize("name", ["fox", "kit"])
def test_other_engines_show_a_date_or_no_word(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    engine: Firefox | WebKit = request.getfixturevalue(name)
    (tmp_path / "page.html").write_text(page_of(example("date")), encoding="utf-8")
    engine.open((tmp_path / "page.html").as_uri())
    assert not re.search("yy|20[0-9][0-9]", words_on(engine.printed()))
    engine.ask(f"document.querySelector('textarea').value = '{DAY}'")
    assert DAY in words_on(engine.printed())
