"""What two people write stands in one frame, each under a name; on paper, side by side as boxes."""

import itertools
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.exercise_pages import OpenExercise
from tests.support.renderers import example

PAIR = """
- kind: pair
  id: easier
  label: What would make it easier for me?
  people: [Who asked, Who was asked]
"""
EDGES = "one => { const is = getComputedStyle(one); return [is.borderTopStyle, is.borderLeftStyle] }"


def box(page: Page, selector: str) -> Any:
    found = page.locator(selector).bounding_box()
    assert found
    return found


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_on_a_phone_both_answers_share_a_frame(open_exercise: OpenExercise, settings: dict[str, Any]) -> None:
    page = open_exercise(PAIR, viewport={"width": 390, "height": 844}, **settings)
    frame = box(page, ".sides")
    assert page.locator(".sides").evaluate(EDGES) == ["solid", "solid"]
    parts = [box(page, f".side:nth-child({n}) > {what}") for n in (1, 2) for what in ("label", "textarea")]
    for above, below in itertools.pairwise(parts):
        assert 0 <= below["y"] - (above["y"] + above["height"]) <= 2, "each under its name, and nothing between"
    assert all(part["x"] >= frame["x"] for part in parts)
    assert parts[-1]["y"] + parts[-1]["height"] <= frame["y"] + frame["height"]
    assert page.locator("textarea").first.evaluate(EDGES) == ["none", "none"], "the frame is the only edge"


def test_forced_colours_draw_a_line_between_two_answers(open_exercise: OpenExercise) -> None:
    """They have one ground for all, so the gap that shows the frame shows nothing."""
    page = open_exercise(PAIR, forced_colors="active")
    for side in page.locator(".side").all():
        style, line, ground = side.evaluate(
            "one => (({outlineStyle, outlineColor, backgroundColor}) => [outlineStyle, outlineColor, backgroundColor])"
            "(getComputedStyle(one))"
        )
        assert style == "solid"
        assert line not in (ground, "rgba(0, 0, 0, 0)")


def test_the_focus_is_seen_within_the_frame(open_exercise: OpenExercise) -> None:
    page = open_exercise(PAIR)
    page.get_by_label("Who was asked").focus()
    outline = page.get_by_label("Who was asked").evaluate(
        "one => [getComputedStyle(one).outlineWidth, getComputedStyle(one).outlineOffset]"
    )
    assert outline == ["3px", "-3px"], "outside it would be cut off"


def test_on_a_wide_screen_they_stand_side_by_side(open_exercise: OpenExercise) -> None:
    page = open_exercise(PAIR, viewport={"width": 1000, "height": 844})
    one, other = (box(page, f".side:nth-child({n}) > textarea") for n in (1, 2))
    assert one["y"] == other["y"]
    page.get_by_label("Who asked").fill("One more line.\n" * 20)
    one, other = (box(page, f".side:nth-child({n}) > textarea") for n in (1, 2))
    assert one["height"] == other["height"], "both grow, so that the frame has no hole"


def test_the_names_of_an_agreement_are_heads_too(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("agreement"), viewport={"width": 390, "height": 844})
    assert page.locator(".sides").evaluate(EDGES) == ["solid", "solid"]
    assert page.locator(".sides .side__name").count() == 2


def test_on_paper_there_is_no_frame(open_exercise: OpenExercise) -> None:
    page = open_exercise(PAIR)
    page.emulate_media(media="print")
    assert page.locator(".sides").evaluate(EDGES) == ["none", "none"]
