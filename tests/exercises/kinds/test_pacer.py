"""The breathing circle: in Chromium with scripts off, from start to end, and on paper."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from worksheets.exercises.kinds.pacer import Pacer

from tests.support.accessibility_tree import spoken
from tests.support.animations import ends, go_to
from tests.support.exercise_pages import NAME, OpenExercise
from tests.support.form_filling import clear
from tests.support.printed_pages import printed_words
from tests.support.problems import said_of_changed
from tests.support.renderers import example

PACER = f"{NAME}--breathe"
TEXT = "Breathe in for about 4 seconds and out for about 6, some 12 times. Stop if you feel dizzy."


def style(page: Page, part: str, name: str) -> float:
    value = page.evaluate(f"getComputedStyle(document.querySelector('.pacer__{part}'))['{name}']")
    return float(value)


def test_the_circle_starts_stops_and_starts_anew(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pacer"))
    start, guide = page.get_by_role("checkbox", name="Start"), page.locator(".pacer__guide")
    expect(guide).to_be_hidden()
    assert ends(page) == []

    start.check()
    expect(guide).to_be_visible()
    go_to(page, 50_000)
    start.uncheck()
    expect(guide).to_be_hidden()
    assert ends(page) == []

    start.check()
    assert page.evaluate("Math.max(...document.getAnimations().map(one => one.currentTime))") < 10_000
    clear(page)
    expect(guide).to_be_hidden()
    assert ends(page) == []


def test_circle_and_words_keep_one_pace(open_exercise: OpenExercise) -> None:
    """The circle grows while the words say in, and shrinks while they say out; the words change with it alone."""
    page = open_exercise(example("pacer"))
    page.get_by_role("checkbox", name="Start").check()
    seen, sizes = [], []
    for step in range(80):
        go_to(page, 250 + step * 500)
        seen.append(max("in", "out", key=lambda word: style(page, word, "opacity")))
        sizes.append(style(page, "circle", "scale"))
        assert min(style(page, "in", "opacity"), style(page, "out", "opacity")) == 0, "one word at a time"
    assert seen == (["in"] * 8 + ["out"] * 12) * 4
    for step, (before, after) in enumerate(pairwise(sizes)):
        if seen[step] == seen[step + 1]:
            assert (after > before) == (seen[step] == "in")
    assert min(sizes) > 0.3
    assert max(sizes) <= 1


def test_the_pacer_ends_by_itself(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pacer"))
    page.get_by_role("checkbox", name="Start").check()
    assert sorted(ends(page)) == [
        (120_000, f"{PACER}--circle"),
        (120_000, f"{PACER}--in"),
        (120_000, f"{PACER}--out"),
        (122_000, "pacer-end"),
    ]
    end = page.get_by_text("That is all. Sit a moment.")
    expect(end).to_be_hidden()
    go_to(page, 119_000)
    expect(end).to_be_hidden()
    go_to(page, 122_000)
    expect(end).to_be_visible()
    assert style(page, "end", "opacity") == 1
    assert (style(page, "in", "opacity"), style(page, "out", "opacity")) == (0, 0)
    assert style(page, "circle", "scale") == 0.4
    assert "That is all. Sit a moment." in spoken(page)


def test_moving_words_are_never_read_aloud(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pacer"))
    start = page.get_by_role("checkbox", name="Start")
    assert TEXT in spoken(page)
    start.check()
    for time in (1_000, 6_000):
        go_to(page, time)
        words = spoken(page)
        assert TEXT in words
        assert words.count("Breathe in") == 1, "the text alone"
        assert "Breathe out" not in words
        assert "That is all" not in words
    assert page.get_by_role("checkbox", name="Start").get_attribute("aria-describedby") == (
        f"{PACER}--hint {PACER}--text {PACER}--how"
    )


def test_nothing_moves_for_those_who_asked_for_that(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pacer"), reduced_motion="reduce")
    expect(page.get_by_text(TEXT)).to_be_visible()
    expect(page.locator(".pacer")).to_be_hidden()
    page.evaluate(f"document.getElementById('{PACER}').checked = true")
    expect(page.locator(".pacer__guide")).to_be_hidden()
    assert ends(page) == []
    assert "Untick" not in spoken(page)


def test_the_pacer_on_paper_is_its_text(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pacer"))
    page.get_by_role("checkbox", name="Start").check()
    text = printed_words(page)
    assert TEXT in text
    assert "Breathe with me, as gently as you like Sit or lean somewhere safe." in text
    for word in ("Start", "Untick", "Breathe out", "That is all"):
        assert word not in text


def test_the_pacer_by_keyboard(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pacer"))
    page.locator(".stop a").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == PACER
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator(".pacer__guide")).to_be_hidden()
    page.keyboard.press("Space")
    expect(page.locator(".pacer__guide")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator(".pacer__guide")).to_be_hidden()


def test_the_circle_is_seen_in_forced_colours(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("pacer"), forced_colors="active")
    page.get_by_role("checkbox", name="Start").check()
    go_to(page, 4_000)
    edge, ground = page.evaluate(
        "[...'12'].map((_, one) => getComputedStyle(document.querySelector(one ? 'body' : '.pacer__circle')))"
        ".map((style, one) => one ? style.backgroundColor : style.borderTopColor)"
    )
    assert edge != ground
    assert style(page, "circle", "scale") == 1


@pytest.mark.parametrize(("in_", "out", "minutes", "breaths"), [(4, 6, 2, 12), (3, 4, 10, 85), (10, 10, 1, 3)])
def test_breaths_are_whole_and_never_longer_than_the_minutes(in_: int, out: int, minutes: int, breaths: int) -> None:
    pacer = Pacer.model_validate({"kind": "pacer", "id": "p", "label": "P", "in": in_, "out": out, "minutes": minutes})
    assert pacer.breaths == breaths


TICKS = "exercises/one/ticks.yml"
PACER_FIELD = "      - kind: pacer\n        id: slow\n        label: Breathe\n"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (
            f"{PACER_FIELD}        in: 2\n",
            "14: part 1 › field 1 “slow” › in: “2” does not fit: at least 3. "
            "Write `in: …` (whole seconds to breathe in, 3 to 10).",
        ),
        (
            f"{PACER_FIELD}        out: 11\n",
            "14: part 1 › field 1 “slow” › out: “11” does not fit: at most 10. "
            "Write `out: …` (whole seconds to breathe out, 3 to 10, no fewer than `in`).",
        ),
        (
            f"{PACER_FIELD}        minutes: 11\n",
            "14: part 1 › field 1 “slow” › minutes: “11” does not fit: at most 10. "
            "Write `minutes: …` (how long it goes on before it ends by itself, 1 to 10).",
        ),
        (
            f"{PACER_FIELD}        in: 8\n",
            "11: part 1 › field 1 “slow”: Breathing out for 6 seconds is shorter than breathing in for 8. "
            "Write `out: 8` or more, or a smaller `in`.",
        ),
        (
            f"{PACER_FIELD}        hold: 4\n",
            "14: part 1 › field 1 “slow” › hold: Unknown key `hold`. "
            "Write one of: `hint`, `id`, `in`, `kind`, `label`, `minutes`, `out`.",
        ),
    ],
)
def test_mistakes_are_reported(field: str, wrong: str, tmp_path: Path) -> None:
    change = {"      - kind: tick\n": f"{field}      - kind: tick\n"}
    assert said_of_changed(tmp_path, TICKS, change) == f"{TICKS}:{wrong}\n1 problem to fix."
