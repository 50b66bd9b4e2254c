"""What a blind reader hears of a page or of a kind of field, as text.

A page is read from top to bottom. A field is read, and then filled in by keyboard.
"""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.support.exercise_pages import page_of
from tests.support.renderers import example
from tests.support.screen_reader import ScreenReader

STOPS = 12
"""So many controls are visited; more of the same say nothing new."""
STOPPED_AT = """(one => !one.closest('form') ? '' : one.type || one.localName)(document.activeElement)"""
WHAT_IT_IS = re.compile(
    r"(not )?(selected|checked)|radio button|check box|entry|panel|link|heading level \d|combo box|push button"
    r"|spin button|collapsed|expanded|statusbar"
)
LAST = "(all => all[all.length - 2])(document.getElementsByName(document.activeElement.name))"
"""The last option of a group before the way not to say."""


def page_of_kind(kind: str) -> str:
    """A page with nothing but the fields of the usual example of a kind, and what goes with them."""
    page = LexborHTMLParser(page_of(example(kind)))
    for found in page.css(
        ".exercise__title, .exercise__facts, .stop, .exercise__purpose, .exercise__short, .exercise__keep"
    ):
        found.decompose()
    for found in page.css(".exercise__clear, .exercise__links, .exercise__evidence, .exercise .steps"):
        found.decompose()
    return page.html or ""


def heard_of_kind(reader: ScreenReader, kind: str, folder: Path) -> str:
    """What is heard of a kind; `folder` is for its page."""
    (folder / f"{kind}.html").write_text(page_of_kind(kind), encoding="utf-8")
    reader.open((folder / f"{kind}.html").as_uri())
    after_title = lines(reader.read_all())[1:]  # of the first thing Orca says what it is, or does not: that varies
    read = ["Read from top to bottom", *(f"  {line}" for line in after_title)]
    return "\n".join([*read, "", "Filled in by keyboard", *(f"  {line}" for line in _filled_in(reader))]) + "\n"


def heard_of_page(reader: ScreenReader, address: str) -> str:
    """What is heard of a page: how it greets, by Tab, by headings, by landmarks, and from top to bottom."""
    greeting = reader.open(address)
    said = ["Opened", *(f"  {line}" for line in lines(greeting))]
    for way, key, times in (("By Tab", "Tab", 6), ("By headings", "h", 8), ("By landmarks", "m", 6)):
        reader.press("ctrl+Home")
        said += ["", way]
        for _ in range(times):
            said.append(f"  {' '.join(reader.press(key))}")
            if not reader.browser.ask("document.hasFocus()"):  # a short page: Tab went on to the browser's own buttons
                reader.open(address)
                break
    return "\n".join([*said, "", "Read from top to bottom", *(f"  {line}" for line in lines(reader.read_all()))]) + "\n"


def lines(phrases: list[str]) -> list[str]:
    """What is read, with what belongs to one thing on one line: its words, its state, what it is."""
    read: list[str] = []
    for phrase in phrases:
        if read and WHAT_IT_IS.fullmatch(phrase):
            read[-1] += f", {phrase}"
        else:
            read.append(phrase)
    return read


def _filled_in(reader: ScreenReader) -> list[str]:
    reader.press("ctrl+Home")
    said = []
    for _ in range(STOPS):
        said.append(_line("Tab", reader.press("Tab")))
        stopped_at = reader.browser.ask(STOPPED_AT)
        if not stopped_at:
            return said[:-1]
        if stopped_at in {"checkbox", "radio"}:
            said.append(_line("Space", reader.press("space")))
        if stopped_at == "radio":
            said += [_line("The last", reader.focus(LAST)), _line("Space", reader.press("space"))]
        if stopped_at == "select-one":
            said.append(_line("Down", reader.press("Down")))
    return [*said, "…"]


def _line(key: str, phrases: list[str]) -> str:
    return f"{key}: {' '.join(phrases) or '(nothing)'}"
