"""A log: on a phone one row at a time, and all of it on wide screens and on paper."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.exercise_pages import OpenExercise
from tests.support.printed_pages import printed_words

WEEK = """
- kind: table
  id: week
  label: My days
  columns: [What set it off, What I did, How it ended]
  rows: [Day 1, Day 2, Day 3, Day 4, Day 5, Day 6, Day 7]
"""
SMALL = WEEK.replace(", Day 5, Day 6, Day 7", "")
NUMBERED = WEEK.replace("[Day 1, Day 2, Day 3, Day 4, Day 5, Day 6, Day 7]", "7")
PHONE = {"width": 390, "height": 844}


def boxes(page: Page) -> int:
    """How many boxes are in view."""
    return page.locator("textarea:visible").count()


def test_on_a_phone_the_first_day_is_open_and_each_other_one_press_away(open_exercise: OpenExercise) -> None:
    page = open_exercise(WEEK, viewport=PHONE)
    assert boxes(page) == 3
    for day in page.locator("table summary:visible").all():
        box = day.bounding_box()
        assert box
        assert box["height"] >= 44
    page.get_by_text("Day 3", exact=True).locator("visible=true").click()
    assert boxes(page) == 6
    page.get_by_label("Day 3: What I did").fill("I went quiet.")
    page.get_by_text("Day 1", exact=True).locator("visible=true").click()
    assert boxes(page) == 3
    expect(page.get_by_label("Day 3: What I did")).to_be_visible()


def test_by_keyboard_closed_days_are_passed_over(open_exercise: OpenExercise) -> None:
    page = open_exercise(WEEK, viewport=PHONE)
    page.locator("textarea:visible").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Day 2"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Day 3"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("The bins.")
    assert page.get_by_label("Day 3: What set it off").input_value() == "The bins."


def test_what_is_in_a_closed_day_is_printed(open_exercise: OpenExercise) -> None:
    page = open_exercise(WEEK, viewport=PHONE)
    page.get_by_text("Day 7", exact=True).locator("visible=true").click()
    page.get_by_label("Day 7: How it ended").fill("We laughed.")
    page.get_by_text("Day 7", exact=True).locator("visible=true").click()
    assert boxes(page) == 3
    words = printed_words(page)
    assert "We laughed." in words
    for day in range(1, 8):
        assert words.count(f"Day {day}") == 1, "each day is named once"


@pytest.mark.parametrize(
    "settings", [{"viewport": {"width": 1000, "height": 844}}, {"viewport": PHONE, "without": "has"}]
)
def test_a_wide_screen_and_a_browser_that_cannot_fold_show_all_days(
    open_exercise: OpenExercise, settings: dict[str, Any]
) -> None:
    page = open_exercise(WEEK, **settings)
    assert boxes(page) == 21
    assert page.locator("table summary:visible").count() == 0, "and nothing that does nothing takes the focus"
    expect(page.get_by_text("Day 2", exact=True).locator("visible=true")).to_have_count(1)


@pytest.mark.parametrize("table", [SMALL, NUMBERED])
def test_a_short_table_and_one_whose_rows_have_no_names_do_not_fold(open_exercise: OpenExercise, table: str) -> None:
    page = open_exercise(table, viewport=PHONE)
    assert page.locator("table details").count() == 0
    assert boxes(page) == page.locator("textarea").count()


def test_boxes_are_as_wide_as_all_others(open_exercise: OpenExercise) -> None:
    page = open_exercise(f"{WEEK}- {{kind: line, id: end, label: And then}}\n", viewport=PHONE)
    widths = {round(box.bounding_box()["width"]) for box in page.locator("textarea:visible").all()}  # type: ignore[index]
    assert len(widths) == 1


@pytest.mark.parametrize("width", [1280, 1920])
def test_on_a_wide_screen_boxes_use_the_room_beside_the_text(width: int, browser: Browser, address: str) -> None:
    with browser.new_page(viewport={"width": width, "height": 900}) as page:
        page.goto(f"{address}worksheets/patterns/week-of-noticing/")
        widths = page.locator("table textarea").evaluate_all("boxes => boxes.map(box => box.offsetWidth)")
        assert min(widths) >= 200
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_box_says_how_much_it_takes(open_exercise: OpenExercise) -> None:
    """What is pasted beyond that is cut, and nothing else would say so."""
    page = open_exercise(WEEK)
    box = page.locator("td textarea").first
    box.focus()
    page.keyboard.insert_text("What would help me most is an hour on Sunday without the telephone. " * 100)
    kept = box.input_value().split()
    said = re.search(r"A box here takes about (\d+) words\.", page.locator(".field--table").first.inner_text())
    assert said
    assert 0.75 * len(kept) <= int(said[1]) <= len(kept) < 1000
