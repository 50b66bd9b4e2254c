"""Advice: what Chromium shows is what the conditions mean, for every reader and on paper."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.axe import RULES, faults
from tests.support.exercise_pages import OpenExercise, own_css_of
from tests.support.printed_pages import printed_words
from tests.support.renderers import example

SKIP = "I would rather not say"
BREAK, NO_NUMBER, PAUSE, TELL, START, SMALLER = (
    "Take a break first.", "You do not need a number.", "Plan a pause", "Tell your partner", "One small thing",
    "A yes can be for a smaller talk.",
)  # fmt: skip
ALL = (BREAK, NO_NUMBER, PAUSE, TELL, START, SMALLER)


@pytest.fixture
def page(open_exercise: OpenExercise) -> Page:
    return open_exercise(example("advice"))


def shown(page: Page) -> tuple[str, ...]:
    """The advice that can be seen."""
    return tuple(words for words in ALL if page.get_by_text(words).is_visible())


def question(page: Page, words: str) -> Any:
    return page.get_by_role("group", name=words)


def test_each_answer_calls_its_own_advice(page: Page) -> None:
    assert shown(page) == ()
    assert not page.get_by_text(re.compile("^If ")).first.is_visible()

    heat = question(page, "How worked up am I right now?")
    expected = {"6": (), "7": (BREAK,), "10 is flooded": (BREAK,), SKIP: (NO_NUMBER,), "0 is calm": ()}
    for answer, advice in expected.items():
        heat.get_by_label(answer, exact=True).check()
        assert shown(page) == advice, answer
        assert not page.get_by_text(re.compile("^If ")).first.is_visible(), "the condition is true, and goes unsaid"

    length = question(page, "How long shall we talk?")
    for answer, advice in {"20 minutes": (), "30 minutes": (PAUSE,), "40 minutes": (PAUSE,)}.items():
        length.get_by_label(answer).check()
        assert shown(page) == advice, answer
    length.get_by_label("We will see on the day").check()
    assert shown(page) == ()

    page.get_by_label("A walk side by side").check()
    assert shown(page) == ()
    page.get_by_label("A short message").check()
    assert shown(page) == (TELL,)
    page.get_by_label("A walk side by side").uncheck()
    assert shown(page) == ()

    page.get_by_label("We both said yes").check()
    page.get_by_label("I have eaten").check()
    assert shown(page) == ()
    page.get_by_label("I am awake enough").check()
    assert shown(page) == (START,)
    length.get_by_label("40 minutes").check()
    assert shown(page) == (PAUSE, START, SMALLER)
    heat.get_by_label("8", exact=True).check()
    length.get_by_label("20 minutes").check()
    assert shown(page) == (BREAK, START, SMALLER)
    page.get_by_label("We both said yes").uncheck()
    assert shown(page) == (BREAK,)

    page.get_by_text("Start again", exact=True).click()
    page.get_by_role("button", name="Clear my answers").click()
    assert shown(page) == ()


def test_advice_takes_no_room_before_it_is_called(page: Page) -> None:
    boxes = page.locator(".field--advice").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert boxes == [0] * len(ALL)
    gap = page.evaluate(
        """() => {
            const [one, other] = [".field--scale", ".field--choice"].map((name) => document.querySelector(name));
            return other.getBoundingClientRect().top - one.getBoundingClientRect().bottom;
        }"""
    )
    margin = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.field--scale')).marginBottom)")
    assert gap == pytest.approx(margin, abs=0.1)


def test_on_paper_all_of_it_stands_with_its_condition(page: Page) -> None:
    page.emulate_media(media="print")
    assert shown(page) == ALL
    page.emulate_media()
    text = printed_words(page)
    for condition, advice in (
        ("If “How worked up am I right now?” is 7 or more:", BREAK),
        (f"If “How worked up am I right now?” is “{SKIP}”:", NO_NUMBER),
        ("If “How long shall we talk?” is “30 minutes” or “40 minutes”:", PAUSE),
        ("If 2 or more are ticked under “What helps me to come back?”:", TELL),
        ("If all 3 are ticked in the list:", "Good. One small thing"),
        (
            "If “We both said yes” is ticked, and either “How worked up am I right now?” is 7 or more or “How long "
            "shall we talk?” is “40 minutes”:",
            SMALLER,
        ),
    ):
        assert f"{condition} {advice}" in text


def test_without_has_all_of_it_stands_with_its_condition(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("advice"), without="has")
    assert shown(page) == ALL
    assert all(one.is_visible() for one in page.get_by_text(re.compile("^If ")).all())


def test_a_screen_reader_is_told(page: Page) -> None:
    """The places are live before anything stands in them, and hold real text when it does."""
    before = page.locator("form").aria_snapshot()
    assert BREAK not in before
    assert "If “" not in before
    assert page.locator(".field--advice[aria-live=polite]").count() == len(ALL)
    question(page, "How worked up am I right now?").get_by_label("9").check()
    after = page.locator("form").aria_snapshot()
    assert BREAK in after
    assert "If “" not in after
    assert page.locator("[aria-live=polite]").filter(has=page.get_by_text(BREAK)).count() == 1


def test_by_keyboard_alone(page: Page) -> None:
    page.locator(".stop a").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.id") == "w-examples--sheet--heat--0"
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    assert shown(page) == (BREAK,)
    assert page.evaluate("document.activeElement.id") == "w-examples--sheet--heat--7", "the focus stays"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "w-examples--sheet--length", "advice is no stop on the way"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1000])
def test_it_fits_and_axe_finds_nothing(open_exercise: OpenExercise, width: int, scheme: str) -> None:
    page = open_exercise(example("advice"), scripts=True, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.get_by_label("7", exact=True).check()
    page.get_by_label("40 minutes").check()
    for box in page.locator("form input[type=checkbox]").all():
        box.check()
    assert len(shown(page)) == len(ALL) - 1
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert faults(page, RULES) == []


def test_forced_colours_and_reduced_motion(page: Page) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.get_by_label("7", exact=True).check()
    assert shown(page) == (BREAK,)
    box = page.locator(".advice").first
    assert box.evaluate("one => getComputedStyle(one).borderTopWidth") == "2px", "an edge, where colours are taken"
    page.emulate_media(reduced_motion="no-preference")
    page.get_by_label("8", exact=True).check()
    assert page.evaluate("document.getAnimations().length") == 0, "nothing moves for anybody"


def test_the_css_holds_ids_and_numbers_only() -> None:
    css = own_css_of(example("advice"))
    assert "&" not in css
    for said in (SKIP, "40 minutes", "worked", "tea"):
        assert said not in css
    assert (
        "#w-examples--sheet:has(#w-examples--sheet--helps > :checked ~ :checked) #w-examples--sheet--at-7 > .advice"
        in css
    )
