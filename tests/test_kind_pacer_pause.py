"""The breathing circle and the time-out clock: in Chromium with scripts off, from start to end, and on paper."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import renderer_for
from playwright.sync_api import Browser, Page, expect
from test_authors_mistakes import HERE, said
from test_fields import ROOT, example
from worksheets.exercises.catalogue import Catalogue, Entry
from worksheets.exercises.examples import SECTION
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.kinds import kinds_style
from worksheets.exercises.kinds.pacer import Pacer
from worksheets.guide.references import Bibliography
from worksheets.guide.whole_guide import Guide

SHEETS = ("page.css", "exercise.css", "print.css")
PACER, PAUSE = "w-examples--pacer--breathe", "w-examples--pause--clock"
MINUTE = 60_000
TEXT = "Breathe in for about 4 seconds and out for about 6, some 12 times. Stop if you feel dizzy."
ENDS = "document.getAnimations().map(one => [one.effect.getComputedTiming().endTime, one.animationName])"
GO_TO = "time => document.getAnimations().forEach(one => { one.pause(); one.currentTime = time })"

Open = Callable[..., Page]


def written(folder: Path, *exercises: Exercise) -> str:
    """The address of a page with these exercises and all of their CSS."""
    entries = [Entry(f"examples/{one.fields[0].kind}", SECTION, one) for one in exercises[:1]]
    entries += [Entry(f"examples/more-{place}", SECTION, one) for place, one in enumerate(exercises[1:])]
    catalogue = Catalogue((SECTION,), {entry.id: entry for entry in entries}, {})
    guide = Guide(catalogue, Bibliography((), ()), None, {}, ())
    renderer = renderer_for(guide)
    styles = [renderer.palette()]
    styles += [(ROOT / "docs" / "assets" / "stylesheets" / name).read_text(encoding="utf-8") for name in SHEETS]
    styles += [kinds_style(), *(renderer.stylesheet(entry) for entry in entries)]
    shown = [renderer.exercise(entry.id, 2, lambda path: f"../{path}") for entry in entries]
    file = folder / "page.html"
    file.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>A kind</title><style>{"".join(styles)}</style>'
        f"<main><h1>A kind</h1>{''.join(shown)}</main></html>",
        encoding="utf-8",
    )
    return file.as_uri()


@pytest.fixture
def sheet(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the examples of kinds on one page, in a browser that is set up as asked."""
    contexts = []

    def open_page(*kinds: str, **settings: Any) -> Page:
        context = browser.new_context(java_script_enabled=False, **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(written(tmp_path, *(example(kind) for kind in kinds)))
        return page

    yield open_page
    for context in contexts:
        context.close()


def go_to(page: Page, milliseconds: float) -> None:
    page.evaluate(GO_TO, milliseconds)


def spoken(page: Page) -> str:
    """All words in the accessibility tree, in order, with those that CSS counts out."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    words = [node["name"]["value"] for node in nodes if not node["ignored"] and node["role"]["value"] == "StaticText"]
    return " ".join(" ".join(words).split())


def on_paper(page: Page, folder: Path) -> str:
    """The words of the page as Chromium prints it."""
    page.pdf(path=folder / "page.pdf", format="A4")
    done = subprocess.run(
        ["pdftotext", "-layout", folder / "page.pdf", "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


def clear(page: Page) -> None:
    page.get_by_text("Start again", exact=True).click()
    page.get_by_role("button", name="Clear my answers").click()


# The pacer.


def style(page: Page, part: str, name: str) -> float:
    value = page.evaluate(f"getComputedStyle(document.querySelector('.pacer__{part}'))['{name}']")
    return float(value)


def test_the_circle_starts_stops_and_starts_anew(sheet: Open) -> None:
    page = sheet("pacer")
    start, guide = page.get_by_role("checkbox", name="Start"), page.locator(".pacer__guide")
    expect(guide).to_be_hidden()
    assert page.evaluate(ENDS) == []

    start.check()
    expect(guide).to_be_visible()
    go_to(page, 50_000)
    start.uncheck()
    expect(guide).to_be_hidden()
    assert page.evaluate(ENDS) == []

    start.check()
    assert page.evaluate("Math.max(...document.getAnimations().map(one => one.currentTime))") < 10_000
    clear(page)
    expect(guide).to_be_hidden()
    assert page.evaluate(ENDS) == []


def test_circle_and_words_keep_one_pace(sheet: Open) -> None:
    """The circle grows while the words say in, and shrinks while they say out; the words change with it alone."""
    page = sheet("pacer")
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


def test_the_pacer_ends_by_itself(sheet: Open) -> None:
    page = sheet("pacer")
    page.get_by_role("checkbox", name="Start").check()
    assert sorted(page.evaluate(ENDS)) == [
        [120_000, f"{PACER}--circle"],
        [120_000, f"{PACER}--in"],
        [120_000, f"{PACER}--out"],
        [122_000, "pacer-end"],
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


def test_moving_words_are_never_read_aloud(sheet: Open) -> None:
    page = sheet("pacer")
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
    assert page.get_by_role("group", name="Breathe with me").get_attribute("aria-describedby") == (
        f"{PACER}--hint {PACER}--text"
    )


def test_nothing_moves_for_those_who_asked_for_that(sheet: Open) -> None:
    page = sheet("pacer", reduced_motion="reduce")
    expect(page.get_by_text(TEXT)).to_be_visible()
    expect(page.locator(".pacer")).to_be_hidden()
    page.evaluate(f"document.getElementById('{PACER}').checked = true")
    expect(page.locator(".pacer__guide")).to_be_hidden()
    assert page.evaluate(ENDS) == []
    assert "Untick" not in spoken(page)


def test_the_pacer_on_paper_is_its_text(sheet: Open, tmp_path: Path) -> None:
    page = sheet("pacer")
    page.get_by_role("checkbox", name="Start").check()
    text = on_paper(page, tmp_path)
    assert TEXT in text
    assert "Breathe with me, as gently as you like Sit or lean somewhere safe." in text
    for word in ("Start", "Untick", "Breathe out", "That is all"):
        assert word not in text


def test_the_pacer_by_keyboard(sheet: Open) -> None:
    page = sheet("pacer")
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


def test_the_circle_is_seen_in_forced_colours(sheet: Open) -> None:
    page = sheet("pacer", forced_colors="active")
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


# The pause.


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


def test_the_clock_counts_each_length_down(sheet: Open) -> None:
    page = sheet("pause")
    assert clock(page) == ""
    for minutes in (20, 30, 60):
        page.get_by_role("radio", name=f"{minutes} minutes").check()
        assert clock(page) == f"{minutes} minutes left"
        ends = [end for end, _ in page.evaluate(ENDS)]
        assert sorted(ends) == [minutes * MINUTE - 59_000, *[minutes * MINUTE] * 2, minutes * MINUTE + 1_000]
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


def test_the_clock_starts_again_and_goes(sheet: Open) -> None:
    page = sheet("pause")
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
    assert page.evaluate(ENDS) == []
    twenty.check()
    page.get_by_label("We stop at").fill("20:10")
    clear(page)
    assert clock(page) == ""
    assert page.get_by_label("We stop at").input_value() == ""
    assert page.locator(":checked").count() == 0


@pytest.mark.parametrize("width", [320, 1000])
def test_the_clock_stays_in_view_and_covers_no_field(sheet: Open, width: int) -> None:
    page = sheet("pause", "text", viewport={"width": width, "height": 420})
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


def test_two_sheets_on_a_page_show_two_clocks(sheet: Open) -> None:
    page = sheet("pause", "pause", viewport={"width": 320, "height": 640})
    for radio in page.get_by_role("radio", name="20 minutes").all():
        radio.check()
    one, other = (shown.bounding_box() for shown in page.locator(".pause__clock:visible").all())
    assert one
    assert other
    assert other["y"] + other["height"] <= one["y"]


def test_the_pause_by_keyboard(sheet: Open) -> None:
    page = sheet("pause")
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
    assert page.get_by_label("We come back at").input_value() == "20:40"


def test_the_clock_says_in_real_text_what_it_can_and_cannot(sheet: Open) -> None:
    page = sheet("pause")
    words = spoken(page)
    assert "Choose a length, and the minutes count down at the foot of the screen." in words
    assert "The clock makes no sound. It stops if you leave, close or reload this page" in words
    described = page.get_by_role("group", name="How long is our pause?").get_attribute("aria-describedby") or ""
    assert [page.locator(f"#{id_}").count() for id_ in described.split()] == [1, 1, 1]
    page.get_by_role("radio", name="20 minutes").check()
    assert page.locator(".pause__clock:visible [role=timer]").count() == 1, "a timer is not announced each minute"
    assert page.locator(".pause__clock:visible [role=status]").count() == 1


def test_the_clock_counts_for_those_who_want_no_motion(sheet: Open) -> None:
    page = sheet("pause", reduced_motion="reduce", forced_colors="active")
    page.get_by_role("radio", name="20 minutes").check()
    go_to(page, 5 * MINUTE)
    assert clock(page) == "15 minutes left"
    edge = page.evaluate("getComputedStyle(document.querySelector('.pause__clock')).borderTopStyle")
    assert edge == "solid"


def test_the_pause_on_paper(sheet: Open, tmp_path: Path) -> None:
    """Lengths, and two lines for the times; what was typed stands there, and no clock."""
    page = sheet("pause")
    empty = on_paper(page, tmp_path)
    assert "How long is our pause?" in empty
    assert "20 minutes 30 minutes 60 minutes We stop at We come back at" in empty
    page.get_by_role("radio", name="30 minutes").check()
    page.get_by_label("We stop at").fill("20:10")
    page.get_by_label("We come back at").fill("20:40")
    filled = on_paper(page, tmp_path)
    assert "We stop at 20:10 We come back at 20:40" in filled
    for word in ("left", "last minute", "Come back now", "Change", "No clock", "makes no sound"):
        assert word not in filled
    page.emulate_media(media="print")
    expect(page.get_by_role("radio", name="30 minutes")).to_be_visible()
    box = page.get_by_label("We stop at").bounding_box()
    assert box
    assert box["width"] > 100


def test_a_browser_without_counting_gets_the_lines(browser: Browser, tmp_path: Path) -> None:
    address = written(tmp_path, example("pause"))
    file = tmp_path / "page.html"
    html = file.read_text(encoding="utf-8")
    assert "@supports not (color: rgb(from white r g b))" in html
    file.write_text(html.replace("rgb(from white r g b)", "a-colour-of-next-year"), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".pause")).to_be_hidden()
    assert "count down" not in spoken(page)
    page.get_by_label("We come back at").fill("20:40")
    context.close()


# What authors are told.

PACER_FIELD = "      - kind: pacer\n        id: slow\n        label: Breathe\n"
PAUSE_FIELD = "      - kind: pause\n        id: rest\n        label: How long?\n"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (
            f"{PACER_FIELD}        in: 2\n",
            "14: parts 1 › fields 1 “slow” › in: “2” does not fit: at least 3. "
            "Write `in: …` (whole seconds to breathe in, 3 to 10).",
        ),
        (
            f"{PACER_FIELD}        out: 11\n",
            "14: parts 1 › fields 1 “slow” › out: “11” does not fit: at most 10. "
            "Write `out: …` (whole seconds to breathe out, 3 to 10, no fewer than `in`).",
        ),
        (
            f"{PACER_FIELD}        minutes: 11\n",
            "14: parts 1 › fields 1 “slow” › minutes: “11” does not fit: at most 10. "
            "Write `minutes: …` (how long it goes on before it ends by itself, 1 to 10).",
        ),
        (
            f"{PACER_FIELD}        in: 8\n",
            "11: parts 1 › fields 1 “slow”: Breathing out for 6 seconds is shorter than breathing in for 8. "
            "Write `out: 8` or more, or a smaller `in`.",
        ),
        (
            f"{PACER_FIELD}        hold: 4\n",
            "14: parts 1 › fields 1 “slow” › hold: Unknown key `hold`. "
            "Write one of: `hint`, `id`, `in`, `kind`, `label`, `minutes`, `out`.",
        ),
        (
            f"{PAUSE_FIELD}        minutes: [20, 3]\n",
            "14: parts 1 › fields 1 “rest” › minutes 2: A pause cannot be 3 minutes long. "
            "Write 5 to 120, such as `minutes: [20, 30, 60]`.",
        ),
        (
            f"{PAUSE_FIELD}        minutes: [121]\n",
            "14: parts 1 › fields 1 “rest” › minutes 1: A pause cannot be 121 minutes long. "
            "Write 5 to 120, such as `minutes: [20, 30, 60]`.",
        ),
        (
            f"{PAUSE_FIELD}        minutes: [20, 30, 20]\n",
            "14: parts 1 › fields 1 “rest” › minutes: 20 minutes can be chosen twice. "
            "Write each length once, such as `minutes: [20, 30, 60]`.",
        ),
        (
            f"{PAUSE_FIELD}        minutes: [10, 20, 30, 40, 50]\n",
            "14: parts 1 › fields 1 “rest” › minutes: A list does not fit: at most 4 are allowed. "
            "Write `minutes: …` (the lengths to choose from: one to four whole numbers, 5 to 120).",
        ),
        (
            f"{PAUSE_FIELD}        minutes: 20\n",
            "14: parts 1 › fields 1 “rest” › minutes: “20” does not fit: a list is needed. "
            "Write `minutes: …` (the lengths to choose from: one to four whole numbers, 5 to 120).",
        ),
        (
            f"{PAUSE_FIELD}      - kind: pause\n        id: again\n        label: And then?\n",
            "14: parts 1 › fields 2 “again” › kind: This exercise has a clock already. "
            "Keep one field with `kind: pause`.",
        ),
    ],
)
def test_an_author_is_told(field: str, wrong: str, tmp_path: Path) -> None:
    root = tmp_path / "guide"
    shutil.copytree(HERE / "guide", root)
    file = root / "exercises" / "one" / "ticks.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("      - kind: tick\n", f"{field}      - kind: tick\n"), encoding="utf-8")
    assert said(root) == f"exercises/one/ticks.yml:{wrong}\n1 problem to mend."


def test_a_clock_does_not_stand_in_parts_that_come_and_go(tmp_path: Path) -> None:
    root = tmp_path / "guide"
    shutil.copytree(HERE / "guide", root)
    file = root / "exercises" / "one" / "ticks.yml"
    text = file.read_text(encoding="utf-8").replace(
        "parts:\n", f"steps: true\nparts:\n  - title: Rest\n    fields:\n{PAUSE_FIELD}"
    )
    file.write_text(text, encoding="utf-8")
    assert said(root) == (
        "exercises/one/ticks.yml:12: parts 1 › fields 1 “rest” › kind: "
        "The clock would start anew whenever the reader goes to another part and back. Remove `steps`, or this field.\n"
        "1 problem to mend."
    )
