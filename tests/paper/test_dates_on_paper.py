"""A date on paper from Chromium: a line to write on where nothing was typed, and else all that was."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.exercise_pages import OpenExercise
from tests.support.pdf_viewers import POINT, ink, mupdf_pages, poppler
from tests.support.renderers import example

DPI = 200
ABOVE = {"date": "A week from now is a good start.", "agreement": "Date"}
"""The kinds of field that ask for a date, and the words above it."""


def written(page: Page, above: str, paper: str) -> float:
    """How many square millimetres are dark where a date is written: between the words above and the line under it."""
    pdf = page.pdf(format=paper)
    number, words, height = next(
        (number, found[-1], one.rect.height)
        for number, one in enumerate(mupdf_pages(pdf))
        if (found := one.search_for(above))
    )
    top, bottom = words.y1 + 1 / POINT, words.y1 + 8 / POINT
    return ink(poppler(pdf, number, DPI), (words.x0, height - bottom, words.x0 + 60 / POINT, height - top), DPI)


def _nothing(page: Page) -> None:
    pass


def _a_whole_date(page: Page) -> None:
    page.locator("[type=date]").focus()
    page.keyboard.type("11222026")


def _a_whole_date_and_away(page: Page) -> None:
    _a_whole_date(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")


def _a_month_and_away(page: Page) -> None:
    page.locator("[type=date]").focus()
    page.keyboard.type("11")
    page.locator("textarea, input").first.focus()


def _what_was_typed_is_cleared(page: Page) -> None:
    _a_whole_date_and_away(page)
    page.get_by_text("Start again", exact=True).click()
    page.get_by_role("button", name="Clear my answers").click()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("kind", ABOVE)
@pytest.mark.parametrize(
    ("does", "is_written"),
    [
        (_nothing, False),
        (_a_whole_date, True),
        (_a_whole_date_and_away, True),
        (_a_month_and_away, True),
        (_what_was_typed_is_cleared, False),
    ],
)
def test_paper_shows_a_date_or_room_for_one(
    does: Callable[[Page], None], is_written: bool, kind: str, paper: str, open_exercise: OpenExercise
) -> None:
    page = open_exercise(example(kind))
    does(page)
    assert (written(page, ABOVE[kind], paper) > 0.5) == is_written
