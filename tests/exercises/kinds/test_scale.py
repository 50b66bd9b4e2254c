"""A scale on a phone: one joined row, its ends in words, and the way not to say apart from it."""

import itertools

import pytest
from playwright.sync_api import Page, expect

from tests.support.exercise_pages import NAME, OpenExercise
from tests.support.printed_pages import printed_words

SCALE = """
- kind: scale
  id: heat
  label: How worked up am I?
  from: 0
  to: 10
  ends: [calm, boiling over]
  skip: I cannot tell
"""


def cells(page: Page) -> list[dict[str, float]]:
    """The boxes of the numbers."""
    boxes = page.locator(".points label").evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    return list(boxes)


@pytest.mark.parametrize("margin", ["1.25rem", "2.3rem"])
def test_eleven_numbers_make_one_row_of_a_phone(open_exercise: OpenExercise, margin: str) -> None:
    """On a page of their own, and within the edges of a cover."""
    page = open_exercise(SCALE, viewport={"width": 390, "height": 844})
    page.evaluate("margin => document.querySelector('main').style.paddingInline = margin", margin)
    boxes = cells(page)
    assert len(boxes) == 11
    assert len({box["top"] for box in boxes}) == 1
    assert all(box["width"] >= 28 and box["height"] >= 44 for box in boxes)
    assert all(before["right"] >= after["left"] for before, after in itertools.pairwise(boxes)), "they are joined"
    first, last = (page.get_by_text(words).bounding_box() for words in ("0 is calm", "10 is boiling over"))
    assert first
    assert last
    assert first["y"] >= boxes[0]["bottom"]
    assert abs(first["x"] - boxes[0]["left"]) < 3
    assert abs(last["x"] + last["width"] - boxes[-1]["right"]) < 3
    skip = page.locator(f"[for={NAME}--heat--skip]").bounding_box()
    assert skip
    assert skip["y"] > first["y"] + first["height"]


@pytest.mark.parametrize("width", [240, 280, 320])
def test_on_a_narrow_screen_the_numbers_wrap(open_exercise: OpenExercise, width: int) -> None:
    page = open_exercise(SCALE, viewport={"width": width, "height": 844})
    boxes = cells(page)
    assert len({round(box["top"]) for box in boxes}) == 2
    assert all(box["width"] >= 28 and box["height"] >= 44 and box["right"] <= width for box in boxes)


def test_a_press_anywhere_in_a_cell_chooses_its_number(open_exercise: OpenExercise) -> None:
    page = open_exercise(SCALE, viewport={"width": 390, "height": 844})
    box = cells(page)[7]
    for x, y in ((box["left"] + 3, box["top"] + 3), (box["right"] - 3, box["bottom"] - 3)):
        page.get_by_role("radio", name="I cannot tell").check()
        page.mouse.click(x, y)
        assert page.get_by_role("radio", name="7", exact=True).is_checked()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("radio", name="8", exact=True).is_checked()
    assert page.locator(f"[for={NAME}--heat--8]").evaluate("one => getComputedStyle(one).outlineWidth") == "3px"


def test_its_ends_are_said_with_the_question_and_printed(open_exercise: OpenExercise) -> None:
    page = open_exercise(SCALE)
    group = page.get_by_role("group", name="How worked up am I?")
    names = [f"{number}" for number in range(1, 10)]
    for name in ("0 is calm", *names, "10 is boiling over", "I cannot tell"):
        expect(group.get_by_role("radio", name=name, exact=True)).to_have_count(1)
    expect(group.get_by_role("radio").first).to_have_accessible_description("10 is boiling over")
    assert "0 is calm 10 is boiling over 0 1 2 3 4 5 6 7 8 9 10 I cannot tell" in printed_words(page).replace("\n", " ")
