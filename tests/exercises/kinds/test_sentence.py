"""A sentence to put together: what a reader sees, hears and prints in a real Chromium with scripts off."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.support.accessibility_tree import spoken_in
from tests.support.axe import RULES, faults
from tests.support.exercise_pages import NAME, OpenExercise, choose, fields_as_yaml, told
from tests.support.form_filling import clear
from tests.support.printed_pages import printed_words
from tests.support.renderers import example
from tests.support.sample_fields import sentence

SENTENCE = f"{NAME}--opener"


@pytest.fixture(params=[320, 1000])
def screen(request: pytest.FixtureRequest) -> ViewportSize:
    return {"width": request.param, "height": 800}


def sentence_line(page: Page) -> str:
    return " ".join(page.locator(".sentence__line").inner_text().split())


def test_a_sentence_follows_what_is_chosen(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sentence"))
    empty = "When … , I feel … . What I need is … . Could you One small thing that I ask for ?"
    spoken = "When …, I feel …. What I need is …. Could you One small thing that I ask for____?"
    assert sentence_line(page).replace(" ", "") == empty.replace(" ", "")
    assert spoken_in(page, SENTENCE).endswith(f"Your sentence{spoken}")
    choose(page, "opener--1-2")
    assert spoken_in(page, SENTENCE).endswith(spoken.replace("When …", "When we talk late at night"))
    choose(page, "opener--1-4", "opener--2-1", "opener--3-3")
    assert spoken_in(page, SENTENCE).endswith(
        "When voices get loud, I feel worried. What I need is a hug. Could you One small thing that I ask for____?"
    )
    choose(page, "opener--2-skip")
    assert "When voices get loud, I feel …. What" in spoken_in(page, SENTENCE), "left open is open again"
    clear(page)
    assert spoken_in(page, SENTENCE).endswith(spoken)


def test_every_option_can_stand_in_the_sentence(open_exercise: OpenExercise) -> None:
    exercise = example("sentence")
    page = open_exercise(exercise)
    (sentence,) = exercise.fields
    choices = [piece for piece in sentence.pieces if piece.choose]  # type: ignore[attr-defined]
    for place, piece in enumerate(choices, 1):
        for number, option in enumerate(piece.options, 1):
            choose(page, f"opener--{place}-{number}")
            visible = [one.inner_text() for one in page.locator(".sentence__chosen").all() if one.is_visible()]
            assert visible[-1] == option
            assert len(visible) == place, "one choice shows one text"


def test_nothing_is_chosen_at_first_and_groups_say_what_they_ask(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sentence"))
    assert page.locator(":checked").count() == 0
    for name in ("What happened", "What I feel", "What I need"):
        group = page.get_by_role("group", name=name, exact=True)
        assert group.get_by_role("radio").count() >= 5
        assert group.get_by_role("radio").last.get_attribute("value") == "skip"
    assert page.get_by_role("textbox", name="One small thing that I ask for").count() == 1
    page = open_exercise(example("sentence"), scripts=True)
    choose(page, "opener--1-1")
    assert faults(page, RULES) == []


def test_a_sentence_by_keyboard_alone(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sentence"))
    page.locator("#w-examples--sheet--opener--1-1").focus()
    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == f"{SENTENCE}--free-1"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.type("send me a word at six")
    assert "When plans change at short notice, I feel lonely. What I need is a short break." in spoken_in(
        page, SENTENCE
    )


def test_a_browser_without_has_keeps_the_blanks(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sentence"), without="has")
    choose(page, "opener--1-2")
    assert "When …, I feel …. What I need is …." in spoken_in(page, SENTENCE)
    assert not any(one.is_visible() for one in page.locator(".sentence__chosen").all())


# A sentence on paper


def test_an_empty_sentence_on_paper_has_blanks_and_lists_the_choices(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sentence"))
    paper = printed_words(page)
    for words in (
        "plans change at short notice",
        "left out",
        "to be heard first",
        "Leave this out",
        "Your sentence",
    ):
        assert words in paper
    page.emulate_media(media="print")
    boxes = [one.bounding_box() for one in page.locator(".sentence__blank").all()]
    assert [box is not None and box["width"] > 150 for box in boxes] == [True] * 3


def test_a_sentence_that_is_chosen_stands_on_paper_whole(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sentence"))
    choose(page, "opener--1-4", "opener--2-1", "opener--3-3")
    own = "send me a word at six, so that I know when to put the dinner on, and ring when the train is late again"
    page.locator("textarea").fill(own)
    paper = printed_words(page)
    assert "When voices get loud, I feel worried. What I need is a hug. Could you" in paper
    page.emulate_media(media="print")
    assert page.evaluate("(box => box.scrollHeight <= box.clientHeight)(document.querySelector('textarea'))")
    assert all(word in paper for word in own.split())


WORDS: dict[str, object] = {"words": "When"}
CHOOSE: dict[str, object] = {"choose": "What happened", "options": ["we are late", "plans change"]}


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (
            [WORDS, {"free": "What I need"}],
            "part 1 › field 1 “opener” › pieces: This is a sentence without choices. "
            "Add a piece such as `{ choose: What happened, options: [we are late, plans change] }`.",
        ),
        (
            [CHOOSE, {"free": "What I need"}],
            "part 1 › field 1 “opener” › pieces: This sentence has no words of its own. "
            "Add a piece such as `{ words: When }`.",
        ),
        (
            [WORDS, *[CHOOSE] * 6],
            "part 1 › field 1 “opener” › pieces: This sentence has 6 choices. Use at most 5, or make two sentences.",
        ),
        (
            [WORDS, {**CHOOSE, "free": "What I need"}],
            "part 1 › field 1 “opener” › piece 2: A piece is one of `words`, `choose` and `free`. "
            "Write each as a piece of its own.",
        ),
        (
            [{}, CHOOSE],
            "part 1 › field 1 “opener” › piece 1: A piece is one of `words`, `choose` and `free`. "
            "Write each as a piece of its own.",
        ),
        (
            [WORDS, {"choose": "What happened"}],
            "part 1 › field 1 “opener” › piece 2: There is nothing to choose from. "
            "Add `options: […]` with two to nine texts.",
        ),
        (
            [{**WORDS, "options": ["a", "b"]}, CHOOSE],
            "part 1 › field 1 “opener” › piece 1: These `options` have no `choose`. "
            "Add `choose: …`, what is chosen here.",
        ),
        (
            [WORDS, {**CHOOSE, "options": ["we are late"]}],
            "part 1 › field 1 “opener” › piece 2 › options: A list does not fit: at least 2 are needed. "
            "Write `options: …` (with `choose`: words that fit into the sentence as they are).",
        ),
        (
            [WORDS, {**CHOOSE, "option": "x"}],
            "part 1 › field 1 “opener” › piece 2 › option: Unknown key `option`. Did you mean `options`?",
        ),
        (
            [{"word": "When"}, CHOOSE],
            "part 1 › field 1 “opener” › piece 1 › word: Unknown key `word`. Did you mean `words`?",
        ),
    ],
)  # fmt: skip
def test_a_sentence_that_does_not_fit(pieces: list[dict[str, object]], expected: str) -> None:
    assert expected in told(fields_as_yaml(sentence(*pieces)))


def test_punctuation_stands_where_it_belongs(open_exercise: OpenExercise) -> None:
    page = open_exercise(
        fields_as_yaml(
            sentence(WORDS, CHOOSE, {"words": "; then ("}, CHOOSE, {"words": ") and"}, CHOOSE, {"words": "!"})
        )
    )
    choose(page, "opener--1-1", "opener--2-2", "opener--3-1")
    assert sentence_line(page) == "When we are late; then (plans change) and we are late!"


def test_where_hidden_is_not_known_the_words_do_not_run_together(open_exercise: OpenExercise) -> None:
    """The text browser w3m shows what is `hidden`."""
    exercise = example("sentence")
    line = open_exercise(exercise).locator(".sentence__line").text_content() or ""
    (sentence,) = exercise.fields
    for piece in sentence.pieces:  # type: ignore[attr-defined]
        for one, next_one in pairwise(piece.options or []):
            assert f"{one} / {next_one}" in line
