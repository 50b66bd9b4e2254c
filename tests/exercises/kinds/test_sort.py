"""Statements to sort: in a real Chromium with scripts off, on paper and as an author writes them."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.animations import come_to_rest, moving
from tests.support.exercise_pages import OpenExercise, fields_as_yaml, told
from tests.support.form_filling import clear
from tests.support.printed_pages import printed_pages, printed_words
from tests.support.renderers import example
from tests.support.sample_fields import sort

THOUGHT = "“No” and “partly” are real answers."


def thoughts(page: Page) -> list[bool]:
    """Whether each statement's thought can be seen."""
    return [one.is_visible() for one in page.locator(".sort__thought").all()]


@pytest.mark.parametrize("choice", ["A boundary", "A request", "A demand", "Not sure"])
def test_a_thought_appears_after_any_choice(open_exercise: OpenExercise, choice: str) -> None:
    page = open_exercise(example("sort"))
    assert thoughts(page) == [False] * 5
    second = page.locator(".sort__statement").nth(1)
    second.get_by_label(choice).check()
    assert thoughts(page) == [False, True, False, False, False]
    assert "This one is often read as: A request." in second.inner_text()
    assert THOUGHT in second.inner_text()
    clear(page)
    assert thoughts(page) == [False] * 5


def test_a_statement_without_a_bin_has_a_thought_only(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sort"))
    last = page.locator(".sort__statement").last
    last.get_by_label("Not sure").check()
    assert "It can go either way." in last.inner_text()
    assert "often read as" not in last.inner_text()


def test_each_statement_is_a_group_that_takes_one_choice(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sort"))
    for group in page.locator(".sort__statement").all():
        for radio in group.get_by_role("radio").all():
            radio.check()
    assert page.get_by_role("radio", checked=True).count() == 5
    assert page.get_by_role("radio", name="Not sure", checked=True).count() == 5
    assert page.get_by_role("group", name="5. “I cannot talk about this tonight.”").count() == 1


def test_nothing_marks_an_answer(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sort"))
    looks = []
    for choice in ("A boundary", "A request"):
        page.locator(".sort__statement").first.get_by_label(choice).check()
        come_to_rest(page)
        page.evaluate("document.activeElement.blur()")
        looks.append(page.locator(".sort__thought").first.screenshot())
    assert looks[0] == looks[1]
    text = page.locator("form").inner_text().lower()
    assert not [word for word in ("right", "wrong", "correct", "well done", "mistake") if word in text]


def test_a_thought_is_read_out_only_once_it_is_there(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sort"))
    assert THOUGHT not in page.locator("form").aria_snapshot()
    page.locator(".sort__statement").nth(1).get_by_label("Not sure").check()
    assert page.locator("form").aria_snapshot().count(THOUGHT) == 1
    assert page.locator("[aria-live=polite]").filter(has_text=THOUGHT).count() == 1


def test_sorting_works_by_keyboard_alone(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sort"))
    page.locator(".exercise .stop a").last.focus()
    page.keyboard.press("Tab")
    assert thoughts(page)[0] is False, "coming to a group chooses nothing"
    page.keyboard.press("Space")
    assert thoughts(page) == [True, False, False, False, False]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.get_by_role("radio", name="Not sure", checked=True).count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert thoughts(page) == [True, True, False, False, False]


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_thoughts_fade_in_only_where_motion_is_welcome(open_exercise: OpenExercise, motion: str, moves: bool) -> None:
    page = open_exercise(example("sort"), reduced_motion=motion)
    page.get_by_label("A request").first.check()
    assert bool(moving(page)) is moves


@pytest.mark.parametrize("answered", [False, True])
def test_on_paper_the_thoughts_come_after_all_statements(open_exercise: OpenExercise, answered: bool) -> None:
    page = open_exercise(example("sort"))
    for control in page.locator("form input").all():
        control.set_checked(answered)
    printed = printed_words(page)
    statements, after = printed.split("What we think")
    for text in ("“I cannot talk about this tonight.”", "A boundary", "A request", "A demand", "Not sure"):
        assert text in statements
    assert "often read as" not in statements
    assert THOUGHT not in statements
    assert after.index("1. This one is often read as: A boundary.") < after.index(THOUGHT)
    assert THOUGHT in after
    assert "5. It can go either way." in after
    page.emulate_media(media="print")
    assert all(control.is_visible() for control in page.locator("form input").all())
    assert page.get_by_role("radio", checked=True).count() == 5 * answered


def test_a_statement_keeps_its_boxes_on_paper(open_exercise: OpenExercise) -> None:
    statements = [{"text": f"Begin {n}", "because": f"Thought {n}. " + "Some words. " * 20} for n in range(10, 20)]
    bins = ["One or the other", "All of it", "End"]
    page = open_exercise(fields_as_yaml(sort(bins=bins, statements=statements)))
    pages = printed_pages(page)
    assert len(pages) >= 2
    assert sum(text.count("Begin") for text in pages) == 10
    assert [text.count("Begin") for text in pages] == [text.count("Not sure") for text in pages]


SORT = "part 1 › field 1 “sort” › "


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (sort(), []),
        (
            sort(bins=["Mine"]),
            [f"{SORT}bins: A list does not fit: at least 2 are needed. Write `bins: …` (where a statement can go)."],
        ),
        (
            sort(bins=["Mine", "Yours", "Ours", "Theirs"]),
            [f"{SORT}bins: A list does not fit: at most 3 are allowed."],
        ),
        (sort(statements=[]), [f"{SORT}statements: An empty list does not fit: at least 2 are needed."]),
        (
            sort(statements=[{"text": "I go.", "because": "So."}, {"text": "You go.", "becaus": "So."}]),
            [
                f"{SORT}statement 2 › because: `because` is missing. Add `because: …` (what we think, shown once",
                f"{SORT}statement 2 › becaus: Unknown key `becaus`. Did you mean `because`?",
            ],
        ),
        (
            sort(
                statements=[
                    {"text": "I go.", "fits": "mine", "because": "So."},
                    {"text": "You go.", "fits": "Nobody's", "because": "So."},
                    {"text": "We go.", "because": "So."},
                ]
            ),
            [
                f"{SORT}statement 1 › fits: “mine” is not one of the bins. Did you mean `Mine`?",
                f"{SORT}statement 2 › fits: “Nobody's” is not one of the bins. Write one of: `Mine`, `Yours`.",
            ],
        ),
        (
            sort(statements=[{"text": "I go.", "because": "So."}, {"text": "i go.", "because": "So."}]),
            [f"{SORT}statement 2 › text: Statement 1 already says this. Write another, or remove it."],
        ),
        (
            sort(bins=["Mine", "Yours", "Ours"]),
            [f"{SORT}bin 3: Nothing fits “Ours”. Add a statement with this `fits`, or remove the bin."],
        ),
        (
            sort(
                bins=["Mine", "Yours", "mine"],
                skip="yours",
                statements=[{"text": "I go.", "because": "So."}, {"text": "You go.", "because": "So."}],
            ),
            [
                f"{SORT}bin 2: “Yours” is also the way not to say. Write other words, or remove it.",
                f"{SORT}bin 3: “mine” is also bin 1. Write other words, or remove it.",
            ],
        ),
    ],
)
def test_mistakes_are_reported(field: dict[str, Any], expected: list[str]) -> None:
    found = told(fields_as_yaml(field))
    assert len(found) == len(expected), found
    for problem, beginning in zip(found, expected, strict=True):
        assert problem.startswith(beginning)


def test_a_bin_may_be_empty_while_a_statement_can_go_either_way() -> None:
    statements = [{"text": "I go.", "fits": "Mine", "because": "So."}, {"text": "We go.", "because": "So."}]
    assert told(fields_as_yaml(sort(statements=statements))) == []
