"""What readers meet in Firefox and WebKit: forms that keep to themselves, sheets that respond, and paper."""

import time
from pathlib import Path
from typing import Any

import pytest

from tests.support.exercise_pages import NAME, page_of
from tests.support.firefox import Firefox
from tests.support.printed_pages import words_on
from tests.support.project import one_for_each_kind
from tests.support.renderers import example
from tests.support.webkit import WebKit, webkit

WORDS = "What I would tell nobody"
UP, DOWN, ENTER = "\ue013", "\ue015", "\ue007"
CONTROLS = "[...document.querySelectorAll('form :is(input, textarea, select)')]"
KINDS = f"{CONTROLS}.map(one => [one.type, one.type === 'radio' ? one.name : ''])"
ANSWERS = (
    f"{CONTROLS}.map(one => one.type === 'select-one' ? one.selectedIndex :"
    " ['radio', 'checkbox'].includes(one.type) ? one.checked : one.value)"
)
PICTURES = "[...document.querySelectorAll('link[rel=icon], img')].map(one => one.href || one.src)"

Engine = Firefox | WebKit


@pytest.fixture(params=["fox", "kit"])
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.getfixturevalue(request.param)
    found.resize(1280, 900)
    return found


@pytest.mark.parametrize("exercise", one_for_each_kind())
def test_what_is_typed_stays_and_back_finds_it(exercise: str, engine: Engine, address: str) -> None:
    own = f"{address}worksheets/{exercise}/"
    engine.open(own)
    came_with_the_page = {*engine.asked(), *engine.ask(PICTURES)}
    empty = engine.ask(ANSWERS)
    assert empty
    assert not any(empty), "nothing is filled in before the reader does"
    fill(engine)
    typed = engine.ask(ANSWERS)
    assert typed == wanted(engine.ask(KINDS))
    assert engine.ask("location.href") == own
    assert set(engine.asked()) <= came_with_the_page
    assert [one for one in came_with_the_page if one.startswith("http") and not one.startswith(address)] == []
    assert engine.said() == []

    engine.click("document.querySelector('.stop a')")
    wait_until(engine, "location.href.includes('/safety/')", True)
    engine.back()
    wait_until(engine, "location.href", own)
    wait_until(engine, ANSWERS, typed)

    engine.ask("document.querySelector('.exercise__clear').open = true")
    engine.click("document.querySelector('[type=reset]')")
    assert engine.ask(ANSWERS) == empty


def fill(engine: Engine) -> None:
    """Type into every box, tick every tick, choose what is last in every group; press Enter wherever it may send."""
    kinds = engine.ask(KINDS)
    last = {name: at for at, (_, name) in enumerate(kinds)}
    for at, (kind, name) in enumerate(kinds):
        control = f"{CONTROLS}[{at}]"
        if kind == "checkbox":
            engine.click(control)
        elif kind == "radio" and at == last[name]:
            engine.focus(control)
            engine.press(UP + DOWN)
        elif kind == "textarea":
            engine.focus(control)
            engine.press(WORDS)
        elif kind == "select-one":
            engine.ask(f"{control}.selectedIndex = 1")
    for at, (kind, _) in enumerate(kinds):
        if kind in ("radio", "checkbox"):
            engine.focus(f"{CONTROLS}[{at}]")
            engine.press(ENTER)


def wanted(kinds: list[tuple[str, str]]) -> list[str | int]:
    """What is in controls of these kinds once they are filled in."""
    last = {name: at for at, (_, name) in enumerate(kinds)}
    by_kind: dict[str, str | int] = {"checkbox": True, "select-one": 1, "textarea": WORDS}
    return [at == last[name] if kind == "radio" else by_kind[kind] for at, (kind, name) in enumerate(kinds)]


def wait_until(engine: Engine, expression: str, value: Any) -> None:
    """On a busy machine a page is there before its answers are."""
    for _ in range(50):
        try:
            if engine.ask(expression) == value:
                return
        except RuntimeError:  # between two pages there is none
            pass
        time.sleep(0.1)
    assert engine.ask(expression) == value


def test_webkit_finds_words_by_back_even_when_it_has_dropped_the_page(address: str) -> None:
    """As a telephone does that is short of memory."""
    with webkit(pages="dropped") as kit:
        kit.open(f"{address}worksheets/repair/pause-plan/")
        kit.ask("window.mark = true")
        fill(kit)
        typed = kit.ask(ANSWERS)
        kit.open(f"{address}about/")
        kit.back()
        wait_until(kit, ANSWERS, typed)
        assert not kit.ask("window.mark"), "the page was kept after all"


def test_paper_holds_what_was_typed(engine: Engine, address: str) -> None:
    engine.open(f"{address}worksheets/repair/pause-plan/")
    engine.focus("document.getElementById('w-repair--pause-plan--signal')")
    engine.press(" ".join(f"word{number}" for number in range(40)))
    text = words_on(engine.printed())
    assert "word0 " in text
    assert "word39" in text
    assert "Leave this page" not in text


SHEET = "document.getElementById('w-examples--{}').innerText"


@pytest.mark.parametrize(
    ("sheet", "choices", "before", "after"),
    [
        ("advice", ["40 minutes"], "3 things to tick", "Plan a pause in the middle."),
        ("advice", ["I have eaten", "I am awake enough", "We both said yes"], "3 things to tick", None),
        ("sentence", ["voices get loud", "lonely"], "Your sentence", "When voices get loud, I feel lonely."),
        ("sort", ["A request"], "What would you call it?", "This one is often read as"),
        ("pacer", ["Start"], "Breathe in for about", None),
    ],
)
def test_sheets_respond(
    sheet: str, choices: list[str], before: str, after: str | None, engine: Engine, address: str
) -> None:
    labels = f"[...document.querySelectorAll('#w-examples--{sheet} label')]"
    gallery = "gallery-of-what-moves" if sheet == "pacer" else "gallery"
    engine.open(f"{address}contributing/{gallery}/")
    blank = engine.ask(SHEET.format(sheet))
    assert before in blank
    assert after is None or after not in blank
    for choice in choices:
        engine.click(f"{labels}.find(one => one.innerText.trim() === '{choice}')")
    answered = engine.ask(SHEET.format(sheet))
    assert answered != blank
    assert after is None or after in answered


BANDS = "[...document.querySelectorAll('.sum__band')].map(one => one.checkVisibility())"


def test_a_sum_shows_its_own_band_or_all_of_them(engine: Engine, tmp_path: Path) -> None:
    """Chromium alone knows ranges in style(); elsewhere every band stands there to be looked up, never a wrong one."""
    (tmp_path / "page.html").write_text(page_of(example("sum")), encoding="utf-8")
    engine.open((tmp_path / "page.html").as_uri())
    for answer in ("tired--5", "rushed--1"):
        engine.ask(f"document.getElementById('{NAME}--{answer}').checked = true")
    shown = engine.ask(BANDS)
    assert shown in ([True, True, True], [False, True, False])
    assert (
        engine.ask("getComputedStyle(document.querySelector('.sum__so-far')).getPropertyValue('--sum').trim()") == "6"
    )
