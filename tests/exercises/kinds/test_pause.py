"""The time-out clock: in Chromium with scripts off, from start to end, and on paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.accessibility_tree import spoken
from tests.support.animations import ends, go_to
from tests.support.exercise_pages import NAME, OpenExercise
from tests.support.form_filling import clear
from tests.support.printed_pages import printed_words
from tests.support.problems import said_of_changed
from tests.support.renderers import example

PAUSE = f"{NAME}--clock"
MINUTE = 60_000


def clock(page: Page) -> str:
    """What the clock in view says to the eye and to a screen reader; empty without one."""
    shown = page.locator(".pause__clock:visible")
    assert shown.count() <= 1
    if not shown.count():
        return ""
    bits = shown.locator("span:visible").all_inner_texts()
    left = page.evaluate("one => getComputedStyle(one).getPropertyValue('--pause-left')", shown.element_handle())
    said = " ".join(f"{left} {bit.strip()}" if "minutes left" in bit else bit for bit in bits)
    assert f"{said} Change" in spoken(page)
    return said


def test_the_clock_counts_each_length_down(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pause"))
    assert clock(page) == ""
    for minutes in (20, 30, 60):
        page.get_by_role("radio", name=f"{minutes} minutes").check()
        assert clock(page) == f"{minutes} minutes left"
        assert sorted(end for end, _ in ends(page)) == [
            minutes * MINUTE - 59_000,
            *[minutes * MINUTE] * 2,
            minutes * MINUTE + 1_000,
        ]
        for gone, words in {
            MINUTE - 1: f"{minutes} minutes left",
            MINUTE: f"{minutes - 1} minutes left",
            minutes * MINUTE / 2: f"{minutes // 2} minutes left",
            (minutes - 1) * MINUTE - 1: "2 minutes left",
            (minutes - 1) * MINUTE: "The last minute",
            minutes * MINUTE - 1: "The last minute",
            minutes * MINUTE: "Come back now, as you said.",
            (minutes + 999) * MINUTE: "Come back now, as you said.",
        }.items():
            go_to(page, gone)
            assert clock(page) == words, gone


def test_the_clock_starts_again_and_goes(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pause"))
    twenty, thirty = page.get_by_role("radio", name="20 minutes"), page.get_by_role("radio", name="30 minutes")
    twenty.check()
    go_to(page, 20 * MINUTE)
    assert clock(page) == "Come back now, as you said."
    thirty.check()
    assert clock(page) == "30 minutes left"
    twenty.check()
    assert clock(page) == "20 minutes left"
    page.get_by_role("radio", name="No clock, thank you").check()
    assert clock(page) == ""
    assert ends(page) == []
    twenty.check()
    page.get_by_label("We stop at").fill("20:10")
    clear(page)
    assert clock(page) == ""
    assert page.get_by_label("We stop at").input_value() == ""
    assert page.locator(":checked").count() == 0


def test_the_clock_of_a_talk_says_when_it_ends(open_exercise: OpenExercise) -> None:
    """Who has talked for twenty minutes is not called back: they stop."""
    page = open_exercise("- { kind: pause, id: clock, label: How long do we talk?, minutes: [20, 10], talk: true }")
    page.get_by_role("radio", name="20 minutes").check()
    assert clock(page) == "20 minutes left"
    go_to(page, 20 * MINUTE)
    assert clock(page) == "The time is up. Stop here, even if there is more."
    words = spoken(page)
    assert "Come back" not in words
    assert "come back" not in words
    page.get_by_label("We begin at").fill("20:10")
    page.get_by_label("We end at").fill("20:30")


@pytest.mark.parametrize("width", [320, 1000])
def test_the_clock_stays_in_view_and_covers_no_field(open_exercise: OpenExercise, width: int) -> None:
    page = open_exercise(example("pause"), example("text"), viewport={"width": width, "height": 420})
    page.locator(".stop a").nth(1).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    shown = page.locator(".pause__clock:visible")
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        box = shown.bounding_box()
        assert box
        assert box["y"] + box["height"] == 420
        assert box["width"] == width
        assert box["height"] <= 60
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        bottom = page.evaluate("document.activeElement.getBoundingClientRect().bottom")
        assert bottom <= box["y"] or reached[-1] == "Change", reached[-1]
    assert {"Change", f"{PAUSE}--stop", f"{PAUSE}--back", "Start again"} <= set(reached)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    last = page.locator(".exercise").last.bounding_box()
    box = shown.bounding_box()
    assert last
    assert box
    assert last["y"] + last["height"] <= box["y"]


def test_two_sheets_on_a_page_show_two_clocks(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pause"), example("pause"), viewport={"width": 320, "height": 640})
    for radio in page.get_by_role("radio", name="20 minutes").all():
        radio.check()
    one, other = (shown.bounding_box() for shown in page.locator(".pause__clock:visible").all())
    assert one
    assert other
    assert other["y"] + other["height"] <= one["y"]


def test_the_pause_by_keyboard(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pause"))
    page.locator(".stop a").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert clock(page) == "20 minutes left"
    page.keyboard.press("ArrowDown")
    assert clock(page) == "30 minutes left"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#{PAUSE}$"))
    assert clock(page) == "30 minutes left", "the way back to the field does not start the clock again"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == f"{PAUSE}--30"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == f"{PAUSE}--skip"
    assert clock(page) == ""
    page.keyboard.press("Tab")
    page.keyboard.type("20:10")
    page.keyboard.press("Tab")
    page.keyboard.type("20:40")
    page.keyboard.press("Enter")
    assert page.get_by_label("We stop at").input_value() == "20:10"
    assert page.get_by_label("We come back at").input_value() == "20:40\n", "Enter sends nothing: it is a new line"


def test_the_clock_says_in_real_text_what_it_can_and_cannot(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pause"))
    words = spoken(page)
    assert "Choose a length, and the minutes count down at the foot of the screen." in words
    assert "The clock makes no sound. It stops if you leave, close or reload this page" in words
    described = page.get_by_role("radio", name="20 minutes").get_attribute("aria-describedby") or ""
    assert [page.locator(f"#{id_}").count() for id_ in described.split()] == [1, 1, 1]
    page.get_by_role("radio", name="20 minutes").check()
    assert page.locator(".pause__clock:visible [role=timer]").count() == 1, "a timer is not announced each minute"
    assert page.locator(".pause__clock:visible [aria-live=polite]").count() == 1
    assert "The minutes count down now." in spoken(page), "but its start is"
    page.get_by_role("radio", name="No clock").check()
    assert "The minutes count down now." not in spoken(page)


def test_the_clock_counts_for_those_who_want_no_motion(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pause"), reduced_motion="reduce", forced_colors="active")
    page.get_by_role("radio", name="20 minutes").check()
    go_to(page, 5 * MINUTE)
    assert clock(page) == "15 minutes left"
    edge = page.evaluate("getComputedStyle(document.querySelector('.pause__clock')).borderTopStyle")
    assert edge == "solid"


def test_the_pause_on_paper(open_exercise: OpenExercise) -> None:
    """Lengths, and two lines for the times; what was typed stands there, and no clock."""
    page = open_exercise(example("pause"))
    empty = printed_words(page)
    assert "How long is our pause?" in empty
    assert "20 minutes 30 minutes 60 minutes We stop at We come back at" in empty
    page.get_by_role("radio", name="30 minutes").check()
    page.get_by_label("We stop at").fill("20:10")
    page.get_by_label("We come back at").fill("20:40")
    filled = printed_words(page)
    assert "We stop at 20:10 We come back at 20:40" in filled
    for word in ("left", "last minute", "Come back now", "Change", "No clock", "makes no sound"):
        assert word not in filled
    page.emulate_media(media="print")
    expect(page.get_by_role("radio", name="30 minutes")).to_be_visible()
    box = page.get_by_label("We stop at").bounding_box()
    assert box
    assert box["width"] > 100


def test_a_browser_without_counting_gets_the_lines(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pause"), without="rgb")
    expect(page.locator(".pause")).to_be_hidden()
    assert "count down" not in spoken(page)
    page.get_by_label("We come back at").fill("20:40")


TICKS = "exercises/one/ticks.yml"
PAUSE_FIELD = "      - kind: pause\n        id: rest\n        label: How long?\n"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (
            f"{PAUSE_FIELD}        minutes: [20, 3]\n",
            "14: part 1 › field 1 “rest” › minute 2: A pause cannot be 3 minutes long. "
            "Write 5 to 120, such as `minutes: [20, 30, 60]`.",
        ),
        (
            f"{PAUSE_FIELD}        minutes: [121]\n",
            "14: part 1 › field 1 “rest” › minute 1: A pause cannot be 121 minutes long. "
            "Write 5 to 120, such as `minutes: [20, 30, 60]`.",
        ),
        (
            f"{PAUSE_FIELD}        minutes: [20, 30, 20]\n",
            "14: part 1 › field 1 “rest” › minutes: 20 minutes can be chosen twice. "
            "Write each length once, such as `minutes: [20, 30, 60]`.",
        ),
        (
            f"{PAUSE_FIELD}        minutes: [10, 20, 30, 40, 50]\n",
            "14: part 1 › field 1 “rest” › minutes: A list does not fit: at most 4 are allowed. "
            "Write `minutes: …` (the lengths to choose from: one to four whole numbers, 5 to 120).",
        ),
        (
            f"{PAUSE_FIELD}        minutes: 20\n",
            "14: part 1 › field 1 “rest” › minutes: “20” does not fit: a list is needed. "
            "Write `minutes: [20]`, with a comma between two "
            "(the lengths to choose from: one to four whole numbers, 5 to 120).",
        ),
        (
            f"{PAUSE_FIELD}      - kind: pause\n        id: again\n        label: And then?\n",
            "14: part 1 › field 2 “again” › kind: This exercise has a clock already. "
            "Keep one field with `kind: pause`.",
        ),
    ],
)
def test_mistakes_are_reported(field: str, wrong: str, tmp_path: Path) -> None:
    change = {"      - kind: tick\n": f"{field}      - kind: tick\n"}
    assert said_of_changed(tmp_path, TICKS, change) == f"{TICKS}:{wrong}\n1 problem to fix."


def test_a_clock_does_not_stand_in_parts_that_come_and_go(tmp_path: Path) -> None:
    change = {"parts:\n": f"steps: true\nparts:\n  - title: Rest\n    fields:\n{PAUSE_FIELD}"}
    assert said_of_changed(tmp_path, TICKS, change) == (
        f"{TICKS}:12: part 1 › field 1 “rest” › kind: "
        "The clock would start again whenever the reader goes to another part and back. "
        "Remove `steps`, or this field.\n"
        "1 problem to fix."
    )
