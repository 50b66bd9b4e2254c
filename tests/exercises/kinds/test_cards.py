"""Cards to turn over: in a real Chromium with scripts off, on paper and as an author writes them."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from worksheets.exercises.exercise import Exercise
from worksheets.schema import exercise_schema

from tests.support.animations import come_to_rest, moving
from tests.support.exercise_pages import OpenExercise, fields_as_yaml, told
from tests.support.form_filling import clear
from tests.support.printed_pages import printed_pages, printed_words
from tests.support.renderers import example
from tests.support.sample_fields import cards

FRONT = "That came out harder than I meant."
BACK = "Say the softer version straight away."


def card(page: Page, front: str) -> Locator:
    return page.locator(".card").filter(has_text=front)


def sides(page: Page, front: str) -> tuple[bool, bool]:
    """Whether the front and the back of a card can be seen, once it has come to rest."""
    come_to_rest(page)
    one = card(page, front)
    return one.locator(".card__front").is_visible(), one.locator(".card__back").is_visible()


def test_a_card_shows_one_side_at_a_time(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("cards"))
    assert sides(page, FRONT) == (True, False)
    page.get_by_label(f"Turn over: {FRONT}").check()
    assert sides(page, FRONT) == (False, True)
    assert sides(page, "You have a point.") == (True, False), "the other cards stay as they were"
    page.get_by_label(f"Turn over: {FRONT}").uncheck()
    assert sides(page, FRONT) == (True, False)


def test_clearing_turns_every_card_back(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("cards"))
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_label("A card of my own, 2 of 3").fill("Shall we sit down?")
    clear(page)
    assert sides(page, FRONT) == (True, False)
    assert page.get_by_role("checkbox", checked=True).count() == 0
    assert page.get_by_label("A card of my own, 2 of 3").input_value() == ""


def test_a_press_anywhere_on_a_card_turns_it(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("cards"))
    for corner in ({"x": 9, "y": 9}, {"x": 120, "y": 80}):
        card(page, FRONT).click(position=corner)  # type: ignore[arg-type]
    assert sides(page, FRONT) == (True, False), "there and back"
    card(page, FRONT).click(position={"x": 120, "y": 80})
    assert sides(page, FRONT) == (False, True)


def test_a_card_without_a_back_is_not_turned(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("cards"))
    assert card(page, "Tea?").locator("input").count() == 0
    assert card(page, "Tea?").get_by_text("Tea?").is_visible()


def test_one_own_card_is_not_numbered(open_exercise: OpenExercise) -> None:
    page = open_exercise("- { kind: cards, id: deck, label: Some cards, cards: [One, Two], blank: 1 }")
    assert page.get_by_role("textbox", name="A card of my own", exact=True).count() == 1
    page = open_exercise("- { kind: cards, id: deck, label: Some cards, cards: [One, Two] }")
    assert page.get_by_role("textbox").count() == 0


def test_only_the_side_in_view_is_read_out(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("cards"))
    before = card(page, FRONT).aria_snapshot()
    assert f"- paragraph: {FRONT}" in before
    assert re.search(rf'checkbox "Turn over ?: {FRONT}"', before)
    assert BACK not in before
    page.get_by_label(f"Turn over: {FRONT}").check()
    come_to_rest(page)
    after = card(page, FRONT).aria_snapshot()
    assert f"- paragraph: {FRONT}" not in after
    assert re.search(rf'checkbox "Turn over ?: {FRONT}"\W+checked', after)
    assert BACK in after


def test_cards_turn_by_keyboard_alone(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("cards"))
    page.locator(".exercise .stop a").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert sides(page, "Can we go slower?") == (False, True)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert sides(page, FRONT) == (False, True)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    assert sides(page, "Can we go slower?") == (True, False)
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.type("Shall we sit down?")
    assert page.get_by_label("A card of my own, 1 of 3").input_value() == "Shall we sit down?"


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_cards_move_only_where_motion_is_welcome(open_exercise: OpenExercise, motion: str, moves: bool) -> None:
    page = open_exercise(example("cards"), reduced_motion=motion)
    page.get_by_label(f"Turn over: {FRONT}").check()
    assert bool(moving(page)) is moves
    if not moves:
        assert sides(page, FRONT) == (False, True)
        assert page.locator(".card__back").nth(1).evaluate("one => getComputedStyle(one).transform") == "none"


@pytest.mark.parametrize("format_", ["A4", "Letter"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_card_is_cut_out_whole(open_exercise: OpenExercise, format_: str, turned: bool) -> None:
    deck = [
        {"front": f"Front{n}", "back": f"Begin{n}. " + "Some words to fill the card. " * (n % 3 + 7) + f"End{n}."}
        for n in range(10, 34)
    ]
    for lines in (1, 5, 9):  # so that pages end at other places in a card
        before = {"kind": "note", "text": "- A line.\n" * lines}
        page = open_exercise(fields_as_yaml(before, cards(cards=deck, blank=6)))
        for box in page.get_by_role("checkbox").all():
            box.set_checked(turned)
        pages = printed_pages(page, format=format_)
        assert len(pages) >= 3
        for n in range(10, 34):
            held = [[f"{part}{n}" in text for part in ("Front", "Begin", "End")] for text in pages]
            assert held.count([True] * 3) == 1, f"card {n} is on one page"
            assert held.count([False] * 3) == len(pages) - 1, f"card {n} is on no other page"
        assert "Turn over" not in "".join(pages)
        assert all(f"A card of my own, {n} of 6" in "".join(pages) for n in range(1, 7))


def test_cards_are_cut_out_of_a_grid_of_two_columns(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("cards"), viewport={"width": 670, "height": 900})
    page.get_by_label(f"Turn over: {FRONT}").check()
    page.emulate_media(media="print")
    boxes = [box for one in page.locator(".card").all() if (box := one.bounding_box())]
    assert len(boxes) == 8
    assert len({round(box["x"]) for box in boxes}) == 2
    for one in page.locator(".card").all():
        assert one.evaluate("one => getComputedStyle(one).borderStyle") == "dashed"
    for side in page.locator(".card__side").all():
        expect(side).to_be_visible()  # the turned one is turned back
    assert not page.locator(".card__turn").first.is_visible()
    front, back = (card(page, FRONT).locator(f".card__{side}").bounding_box() for side in ("front", "back"))
    assert front
    assert back
    assert front["y"] + front["height"] <= back["y"]
    line = page.get_by_label("A card of my own, 1 of 3")
    assert "gradient" in line.evaluate("one => getComputedStyle(one).backgroundImage"), "there are lines to write on"


def test_words_of_ones_own_are_all_on_paper(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("cards"))
    page.get_by_label("A card of my own, 2 of 3").fill("Let us start again. " * 30 + "The very end.")
    printed = printed_words(page)
    assert "very end." in printed
    box = page.get_by_label("A card of my own, 2 of 3")
    page.emulate_media(media="print")
    assert box.evaluate("one => one.scrollHeight <= one.clientHeight + 1")


DECK = "part 1 › field 1 “deck” › "


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (cards(), []),
        (cards(cards=["Tea?", {"front": "Slower?", "back": "Say it."}], blank=6), []),
        (cards(cards=["Tea?"]), [f"{DECK}cards: A list does not fit: at least 2 are needed."]),
        (cards(cards=[f"Card {n}" for n in range(25)]), [f"{DECK}cards: A list does not fit: at most 24 are allowed."]),
        (cards(blank=7), [f"{DECK}blank: “7” does not fit: at most 6."]),
        (
            cards(cards=["Tea?", 20, ["Walk?"]]),
            [f"{DECK}card {n}: This isn't a card. Write a text in quotes, or `front: …`" for n in (2, 3)],
        ),
        (
            cards(cards=["Tea?", {"frnt": "Walk?"}]),
            [
                f"{DECK}card 2 › front: `front` is missing. Add `front: …` (what it says, at most fourteen words).",
                f"{DECK}card 2 › frnt: Unknown key `frnt`. Did you mean `front`?",
            ],
        ),
        (
            cards(
                cards=[
                    "word " * 15,
                    {"front": "Walk?", "back": "word " * 61},
                    {"front": "Two", "back": "- a\n" * 13},
                ]
            ),
            [
                f"{DECK}card 1: This front has 15 words. Use at most 14; the rest can be the `back`.",
                f"{DECK}card 2 › back: This back has 61 words. Use at most 60, so that it fits on a card.",
                f"{DECK}card 3 › back: This back has 13 lines. Use at most 12, so that it fits on a card.",
            ],
        ),
        (
            cards(cards=["Tea?", {"front": "Walk?", "back": "Soon."}, "tea?", "Walk?"]),
            [
                f"{DECK}card 3: Card 1 already says this. Write another front, or remove it.",
                f"{DECK}card 4: Card 2 already says this. Write another front, or remove it.",
            ],
        ),
    ],
)
def test_mistakes_are_reported(field: dict[str, Any], expected: list[str]) -> None:
    found = told(fields_as_yaml(field))
    assert len(found) == len(expected), found
    for problem, beginning in zip(found, expected, strict=True):
        assert problem.startswith(beginning)


def test_editors_know_both_ways_to_write_a_card() -> None:
    assert '"$ref": "#/$defs/Card"' in exercise_schema()
    ways = Exercise.model_json_schema()["$defs"]["Cards"]["properties"]["cards"]["items"]["anyOf"]
    assert [way.get("type", "card") for way in ways] == ["string", "card"]
