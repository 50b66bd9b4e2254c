"""What a reader typed is on paper whole, from every field of every kind; a browser that would cut it says so."""

from base64 import b64decode
from pathlib import Path

import pytest
from playwright.sync_api import Page
from worksheets.exercises.kinds import KINDS

from tests.support.exercise_pages import OpenExercise, page_of
from tests.support.firefox import Firefox
from tests.support.printed_pages import printed_words, words_on
from tests.support.renderers import example
from tests.support.webkit import WebKit

BOXES = "form :is(input[type=text], textarea)"
WORDS = 60
"""How many words a reader types who has much to say in one place."""
BEGINNING = 15
"""How many of them have room in the smallest box that does not grow."""


def _typed(box: int) -> list[str]:
    return [f"{word}of{box}" for word in range(1, WORDS + 1)]


def _type_into_all(page: Page) -> set[str]:
    wanted: set[str] = set()
    for number, box in enumerate(page.locator(BOXES).all()):
        box.fill(" ".join(_typed(number)))
        wanted.update(_typed(number))
    return wanted


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_chromium_prints_all_of_it(kind: str, paper: str, open_exercise: OpenExercise) -> None:
    page = open_exercise(example(kind))
    wanted = _type_into_all(page)
    assert wanted - set(printed_words(page, format=paper).split()) == set()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_firefox_prints_all_of_it(kind: str, fox: Firefox, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page_of(example(kind)), encoding="utf-8")
    fox.open((tmp_path / "page.html").as_uri())
    boxes = f"[...document.querySelectorAll('{BOXES}')]"
    wanted: set[str] = set()
    for number in range(fox.ask(f"{boxes}.length")):
        fox.ask(f"{boxes}[{number}].value = '{' '.join(_typed(number))}'")
        wanted.update(_typed(number))
    printed = b64decode(fox.send("browsingContext.print", context=fox.tab)["data"])
    assert wanted - set(words_on(printed).split()) == set()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_webkit_prints_the_beginning_and_says_before_that_it_may_not_be_all(
    kind: str, kit: WebKit, tmp_path: Path
) -> None:
    """Its boxes do not grow yet: WebKit 2.50 and Safari before 26.2 know no field-sizing."""
    (tmp_path / "page.html").write_text(page_of(example(kind)), encoding="utf-8")
    kit.open((tmp_path / "page.html").as_uri())
    boxes = f"[...document.querySelectorAll('{BOXES}')]"
    wanted: set[str] = set()
    for number in range(kit.ask(f"{boxes}.length")):
        kit.focus(f"{boxes}[{number}]")
        kit.ask(
            f"document.execCommand('insertText', false, '{' '.join(_typed(number))}')"
        )  # so the box stands at its end
        wanted.update(_typed(number)[:BEGINNING])
    if wanted:
        assert wanted - set(words_on(kit.printed()).split()) == set()
        assert kit.ask("document.querySelector('.exercise__cut').checkVisibility()")


def test_a_line_is_one_line_high_until_more_is_typed(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("line"))
    box = page.locator(BOXES).first
    empty = box.bounding_box()
    box.fill("Tuesday")
    few = box.bounding_box()
    box.fill(" ".join(_typed(1)))
    many = box.bounding_box()
    assert empty
    assert few
    assert many
    assert 44 <= empty["height"] == few["height"] < 56
    assert many["height"] > 2 * few["height"]


def test_a_box_that_was_dragged_before_still_prints_whole(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("text"), scripts=True)  # without, Chromium's driver never ends the drag
    box = page.locator(BOXES).first
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    assert place
    handle = place["x"] + place["width"] - 4, place["y"] + place["height"] - 4
    page.mouse.move(*handle)
    page.mouse.down()
    page.mouse.move(handle[0], handle[1] + 30, steps=3)
    page.mouse.up()
    words = [f"{word}dragged" for word in range(1, 4 * WORDS)]
    box.fill(" ".join(words))
    assert set(words) - set(printed_words(page).split()) == set()


def test_where_boxes_do_not_grow_the_reader_is_told_before_printing(open_exercise: OpenExercise) -> None:
    told = "prints only what you see in a box"
    assert not open_exercise(example("text")).get_by_text(told).is_visible()
    assert open_exercise(example("text"), without="field-sizing").get_by_text(told).is_visible()


def test_where_boxes_do_not_grow_a_line_still_prints_a_long_sentence(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("line"), without="field-sizing")
    wanted = _type_into_all(page)
    assert wanted - set(printed_words(page).split()) == set()


def test_a_time_has_room_beside_its_words_on_narrow_paper_too(open_exercise: OpenExercise) -> None:
    """A5, or A4 at one and a half of its size, as somebody prints who does not see well."""
    page = open_exercise(example("pause"))
    page.set_viewport_size({"width": 420, "height": 600})
    page.emulate_media(media="print")
    widths = page.evaluate(f"[...document.querySelectorAll('{BOXES}')].map(one => one.clientWidth)")
    assert len(widths) == 2
    assert min(widths) > 90
