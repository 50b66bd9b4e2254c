"""Pages in Firefox and WebKit, on a phone and on a large screen, in light and in dark.

`make sweep` takes every page, and prints each sheet with long answers; without SWEEP=all a few pages stand for all.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.firefox import Firefox, firefox
from tests.support.printed_pages import words_on
from tests.support.webkit import WebKit, webkit

READING = (Path(__file__).parent / "reading.js").read_text(encoding="utf-8").partition("\n")[2]  # without its comment
FOCUS = "element.focus()"
assert FOCUS in READING
READ_IN_SIGHT = READING.replace(FOCUS, f"{FOCUS}; element.scrollIntoView({{ block: 'nearest' }})")
"""WebKit scrolls to what has the focus only a moment later; Firefox not to a link that shows a few pixels."""
SWEEP = os.environ.get("SWEEP") == "all"
SAMPLES = [
    "",
    "right-now/",
    "steps/growth/",
    "worksheets/",
    "worksheets/patterns/week-of-noticing/",
    "contributing/gallery/",
]
"""The start, an article, a step, a list, a table and each kind of field."""
WIDTHS = [390, 1280]
OPEN_ALL = "document.querySelectorAll('main details').forEach(one => { one.open = true })"
GROUND = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
LONG = " ".join(f"word{number}" for number in range(1, 61))

Engine = Firefox | WebKit


@pytest.fixture(scope="module", params=["Firefox light", "Firefox dark", "WebKit light", "WebKit dark"])
def coloured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, bool]]:
    """An engine, and whether it is dark."""
    name, colours = request.param.split()
    started = firefox(tmp_path_factory.mktemp("firefox"), colours) if name == "Firefox" else webkit(colours)
    with started as engine:
        yield engine, colours == "dark"


def hangs_on_the_window(fault: str) -> bool:
    """No such window has the focus, so no ring is drawn. Chromium is asked for it on every page."""
    return fault.endswith("does not show the focus") or fault.startswith("a.skip ")


def test_pages_can_be_seen_and_reached(coloured: tuple[Engine, bool], address: str, pages: list[str]) -> None:
    engine, dark = coloured
    found: dict[str, list[str]] = {}
    for path in pages if SWEEP else SAMPLES:
        engine.open(address + path)
        grounds = engine.ask(GROUND)
        assert (max(grounds) < 80) == dark, (path, grounds)
        engine.ask(OPEN_ALL)
        for width in WIDTHS:
            engine.resize(width, 844)
            found[f"{path} {width}"] = [
                one for one in engine.ask(f"({READ_IN_SIGHT})()") if not hangs_on_the_window(one)
            ]
        elsewhere = [one for one in engine.asked() if one.startswith("http") and not one.startswith(address)]
        found[f"{path} asks and says"] = [*elsewhere, *engine.said()]
    assert {path: what for path, what in found.items() if what} == {}


def test_the_watch_sees_what_webkit_asks_and_says(kit: WebKit, address: str, tmp_path: Path) -> None:
    """The check above can fail."""
    kit.open(address)
    kit.ask("console.warn('a word')")
    kit.ask("document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/x' }))")
    assert {"a word", "refused img-src https://elsewhere.example/x"} <= set(kit.said())
    (tmp_path / "page.html").write_text("<p>x", encoding="utf-8")
    kit.open((tmp_path / "page.html").as_uri())
    kit.ask("document.body.append(Object.assign(new Image(), { src: 'http://elsewhere.example/x' }))")
    for _ in range(50):  # a moment later
        if "http://elsewhere.example/x" in kit.asked():
            return
        time.sleep(0.1)
    raise AssertionError(kit.asked())


@pytest.mark.parametrize("name", ["fox", "kit"])
def test_long_answers_are_on_paper(name: str, address: str, pages: list[str], request: pytest.FixtureRequest) -> None:
    """Whole; or, where boxes do not grow, the sheet says before that paper holds only what is seen in a box."""
    engine: Engine = request.getfixturevalue(name)
    engine.resize(1280, 900)
    cut = []
    for path in (
        [one for one in pages if one.startswith("worksheets/") and one.count("/") > 2] if SWEEP else SAMPLES[4:5]
    ):
        engine.open(address + path)
        ends = engine.ask(
            "[...document.querySelectorAll('form textarea')]"
            f".map((one, at) => (one.value = `{LONG} end${{at}}.`, `end${{at}}.`))"
        )
        said = engine.ask("document.querySelector('.exercise__cut').checkVisibility()")
        if not said and not set(ends) <= set(words_on(engine.printed()).split()):
            cut.append(path)
    assert cut == []
