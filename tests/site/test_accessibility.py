"""axe-core and checks of our own on every page, in each way that people look at it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.axe import RULES, faults
from tests.support.samples import WHOLE
from tests.support.translated_pages import as_in_the_original, has_words_of_its_own, with_a_sample_of_translations

OF_COLOUR = ["color-contrast", "link-in-text-block"]
COLOURS = {"runOnly": {"type": "rule", "values": OF_COLOUR}}
BUT_COLOURS = RULES | {"rules": RULES["rules"] | {rule: {"enabled": False} for rule in OF_COLOUR}}
READING = (Path(__file__).parent / "reading.js").read_text(encoding="utf-8")
SPACING = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`)
  document.adoptedStyleSheets = [sheet]
}"""
"""The distances of WCAG 1.4.12, in a way that the policy lets a test use."""

LARGE = {"width": 1280, "height": 800}
SMALL = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}
"""A screen of 1280 × 1024 at 400 %, in the pixels of CSS."""

SHARES = 8


def has_colours_of_its_own(path: str) -> bool:
    """Whether no other page shows the same: the colours of an exercise hang on its kinds of field, which are on the
    pages of the steps and in the gallery, too."""
    return as_in_the_original(path).count("/") < 3


def unreadable(page: Page) -> list[str]:
    """What cannot be seen or reached as the page is laid out now."""
    page.keyboard.press("Tab")  # so that the browser shows the focus
    found: list[str] = page.evaluate(READING)
    return found


def open_all(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


def found_by_axe(page: Page, path: str) -> list[tuple[str, str, str]]:
    """All rules in light, on a phone, where targets are nearest to each other; those of colour again in the dark."""
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    if not (WHOLE or has_colours_of_its_own(path)):
        return faults(page, BUT_COLOURS)
    found = faults(page, RULES)
    page.emulate_media(color_scheme="dark")
    found += faults(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return found


def found_in_reading(page: Page, path: str) -> dict[str, list[str]]:
    """On a large screen, on a phone and at 400 %, each also with the text spacing of WCAG, and in forced colours."""
    found: dict[str, list[str]] = {}
    for name, size in {"large": LARGE, "phone": SMALL, "400 %": ZOOMED}.items():
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found[name] = unreadable(page)
    if has_colours_of_its_own(path):
        page.emulate_media(forced_colors="active")
        found["forced colours"] = unreadable(page)
        page.emulate_media(forced_colors="none")
    page.evaluate(SPACING)
    for name, size in {"400 %": ZOOMED, "large": LARGE}.items():
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found[f"{name}, spaced"] = unreadable(page)
    return found


def found_by_axe_in_words(page: Page) -> list[tuple[str, str, str]]:
    """All rules but those of colour, which other words do not change."""
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    return faults(page, BUT_COLOURS)


def found_in_reading_words(page: Page) -> dict[str, list[str]]:
    """Where there is least room for longer words: at 400 %, and on both sizes of screen with the spacing of WCAG."""
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    found = {"400 %": unreadable(page)}
    page.evaluate(SPACING)
    for name, size in {"400 %": ZOOMED, "large": LARGE}.items():
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found[f"{name}, spaced"] = unreadable(page)
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_and_all_can_be_seen_and_reached(
    share: int, browser: Browser, address: str, pages: list[str]
) -> None:
    """Every page, opened once for both. Of a translated page that is not in the sample, what hangs on its words."""
    page = browser.new_page(color_scheme="light")
    in_every_way = set(with_a_sample_of_translations(pages))
    opened = [path for path in pages if path in in_every_way or has_words_of_its_own(path)]
    found: dict[str, tuple[list[tuple[str, str, str]], dict[str, list[str]]]] = {}
    for path in opened[share::SHARES]:
        open_all(page, address + path)
        if path in in_every_way:
            by_axe, in_reading = found_by_axe(page, path), found_in_reading(page, path)
        else:
            by_axe, in_reading = found_by_axe_in_words(page), found_in_reading_words(page)
        found[path] = by_axe, {way: what for way, what in in_reading.items() if what}
    page.close()
    assert {path: what for path, what in found.items() if any(what)} == {}


def test_axe_sees_what_is_wrong(browser: Browser) -> None:
    """The check above can fail: a page with a known fault is reported."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title><main><h1>x</h1><input type=text></main>")
    violations = {rule for rule, _, _ in faults(page, RULES)}
    page.close()
    assert {"label", "html-has-lang"} <= violations


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p style='width: 900px'>x</p>", "wider than the screen"),
        ("<p style='height: 1em; overflow: hidden'>x<br>y<br>z</p>", "words are cut off"),
        ("<a href=x tabindex=3>x</a>", "has a tabindex of its own"),
        (
            "<p style='display: flex; flex-direction: row-reverse'><a href=x>x</a><a href=y>y</a></p>",
            "stands in another order",
        ),
        ("<a href=x style='outline: 0'>x</a>", "does not show the focus"),
        ("<b style='position: fixed; inset: 0; background: red'></b><a href=x>x</a>", "is covered by b"),
        (
            "<main><p style='padding: 9em 0 0'><a href=x>x</a><a href=y style='position: fixed; top: 0; left: 0'>y</a>",
            "comes after what stands below it",
        ),
    ],
)
def test_the_reading_check_sees_what_is_wrong(html: str, said: str, browser: Browser) -> None:
    page = browser.new_page(viewport=SMALL)  # type: ignore[arg-type]
    page.set_content(f"<!doctype html><style>:focus {{ outline: 3px solid }}</style>{html}")
    found = unreadable(page)
    page.close()
    assert any(said in one for one in found), found
