"""Short options side by side: which they are, how they wrap, and that a choice shows by more than colour."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from worksheets.exercises.options import are_short

from tests.support.exercise_pages import NAME, OpenExercise, page_of
from tests.support.firefox import Firefox
from tests.support.renderers import example

FEELINGS = """
- kind: choices
  id: feel
  label: What do I feel?
  options: [Worried, Hurt, Angry, Sad, Lonely, Ashamed, Crowded, Tired, Numb, Something else]
- kind: choice
  id: when
  label: When?
  options: [Tomorrow, In three days, In a week]
  skip: I do not know yet
- kind: choice
  id: long
  label: What then?
  options: [Walk side by side for a while, Write it down and wait for a day, Ring somebody]
"""
MISPLACED = """[...document.querySelectorAll('.pills .mark')].filter(mark => {
    const box = mark.getBoundingClientRect(), around = mark.nextElementSibling.getBoundingClientRect()
    return box.left < around.left || box.right > around.right || box.top < around.top || box.bottom > around.bottom
}).map(mark => mark.id)"""
LABELS = "[...document.querySelectorAll('.pills label')].map(one => one.getBoundingClientRect())"


def rows(page: Page, id_: str) -> int:
    """In how many rows the options of a field stand."""
    tops = page.locator(f"[name^={NAME}--{id_}]").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    return len({round(top) for top in tops})


@pytest.mark.parametrize(
    ("options", "short"),
    [
        (["Yes", "No"], True),
        (["Worried", "Hurt", "Angry", "Sad", "Lonely", "Ashamed", "Crowded", "Tired", "Numb", "Something else"], True),
        (["A" * 38, "Yes", "No"], True),
        (["A" * 39, "Yes", "No"], False),
        (["A" * 30, "B" * 30, "C" * 30], False),
        (["A" * 20, "B" * 20, "C" * 20, "D" * 20], False),
        (["A" * 15] * 6, True),
        (["A" * 16] * 6, False),
        (["A" * 20], False),
    ],
)
def test_options_are_short_where_rows_are_saved(options: list[str], short: bool) -> None:
    assert are_short(options) is short


def test_on_a_phone_short_options_share_rows_and_long_ones_do_not(open_exercise: OpenExercise) -> None:
    page = open_exercise(FEELINGS, viewport={"width": 390, "height": 844})
    assert rows(page, "feel") <= 5
    assert rows(page, "when") <= 3
    assert rows(page, "long") == 4


@pytest.mark.parametrize("width", [240, 320, 390, 1000])
def test_a_mark_stays_in_its_pill_and_a_pill_is_high_enough_for_a_finger(
    open_exercise: OpenExercise, width: int
) -> None:
    page = open_exercise(FEELINGS, viewport={"width": width, "height": 844})
    assert page.evaluate(MISPLACED) == []
    boxes = page.evaluate(LABELS)
    assert len(boxes) == 14
    assert all(box["height"] >= 44 for box in boxes)
    assert all(box["right"] <= width for box in boxes)
    for one in boxes:
        for other in boxes:
            apart = one["right"] < other["left"] or other["right"] < one["left"]
            assert one == other or apart or one["bottom"] < other["top"] or other["bottom"] < one["top"]


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_what_is_chosen_shows_by_its_mark_and_its_edge(open_exercise: OpenExercise, settings: dict[str, Any]) -> None:
    page = open_exercise(FEELINGS, **settings)
    looks = "one => (is => [is.outlineStyle, is.backgroundColor, is.borderTopColor])(getComputedStyle(one))"
    label = page.locator(f"[for={NAME}--feel--2]")
    before = label.evaluate(looks)
    assert before[0] == "none"
    label.click()
    assert page.get_by_role("checkbox", name="Hurt").is_checked()
    assert page.get_by_role("checkbox", name="Hurt").evaluate("one => getComputedStyle(one).appearance") == "auto"
    after = label.evaluate(looks)
    assert after[0] == "solid"
    if "forced_colors" not in settings:
        assert after[1:] != before[1:]


def test_the_focus_is_a_ring_around_the_pill(open_exercise: OpenExercise) -> None:
    page = open_exercise(FEELINGS)
    page.locator(".stop a").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    label = page.locator(f"[for={NAME}--feel--1]")
    assert label.evaluate("one => getComputedStyle(one).outlineWidth") == "3px"
    assert page.get_by_role("checkbox", name="Worried").is_checked()


def test_on_paper_they_stand_three_in_a_row(open_exercise: OpenExercise) -> None:
    page = open_exercise(FEELINGS)
    page.emulate_media(media="print")
    assert rows(page, "feel") == 4  # ten of them
    assert rows(page, "when") == 2  # four


def test_firefox_breaks_rows_between_pills_too(fox: Firefox, tmp_path: Path) -> None:
    html = page_of(FEELINGS).replace("<main>", "<style>main { width: 20rem }</style><main>")
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    fox.open((tmp_path / "page.html").as_uri())
    assert fox.ask(MISPLACED) == []
    boxes = fox.ask(f"{LABELS}.map(box => [box.top, box.right])")
    width = fox.ask("document.querySelector('main').getBoundingClientRect().right")
    assert len({round(top) for top, _ in boxes[:10]}) > 1, "ten pills do not fit into one row"
    assert all(right <= width for _, right in boxes)


def test_firefox_breaks_rows_of_a_pause_before_its_last_pill_too(fox: Firefox, tmp_path: Path) -> None:
    html = page_of(example("pause")).replace("<main>", "<style>main { width: 20rem }</style><main>")
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    fox.open((tmp_path / "page.html").as_uri())
    width = fox.ask("document.querySelector('main').getBoundingClientRect().right")
    assert all(right <= width for right in fox.ask(f"{LABELS}.map(box => box.right)"))
