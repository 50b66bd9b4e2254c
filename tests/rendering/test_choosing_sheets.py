"""A reader chooses a sheet by time, by company and by what is going on, with scripts off."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from worksheets.exercises.catalogue import Entry
from worksheets.guide.whole_guide import Guide

from tests.support.accessibility_tree import spoken, spoken_in
from tests.support.axe import RULES, faults
from tests.support.chromium import Contexts
from tests.support.firefox import Firefox
from tests.support.printed_pages import printed_words
from tests.support.shelf_page import HEADINGS, NOTHING, TITLES, choose, write_shelf

MINUTES = ["", "minutes-5", "minutes-10"]
COMPANY = ["", "for-one", "for-both"]
WIDTHS = [320, 390, 768, 1280]


@pytest.fixture
def page(contexts: Contexts, guide: Guide, tmp_path: Path) -> Iterator[Page]:
    page = contexts(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    page.goto(write_shelf(tmp_path, guide))
    yield page
    page.close()


def fits(entry: Entry, answer: str) -> bool:
    """Whether an exercise fits an answer, as its file says."""
    question, _, what = answer.partition("-")
    match question:
        case "minutes":
            return entry.exercise.minutes <= int(what)
        case "for":
            return entry.exercise.for_ == what
        case _:
            return what in entry.exercise.situations or not what


def fitting(guide: Guide, *answers: str) -> list[Entry]:
    ordered = (entry for section in guide.catalogue.sections for entry in guide.catalogue.of(section))
    return [entry for entry in ordered if all(fits(entry, answer) for answer in answers if answer)]


def titles(entries: list[Entry]) -> list[str]:
    return [entry.exercise.title for entry in entries]


@pytest.mark.parametrize(("minutes", "company"), [*product(MINUTES, COMPANY)])
def test_each_choice_alone_and_with_others_leaves_what_fits(
    minutes: str, company: str, page: Page, guide: Guide
) -> None:
    for when in ["", *(f"when-{one}" for one in guide.settings.situations)]:
        choose(page, *filter(None, (minutes, company, when)))
        left = fitting(guide, minutes, company, when)
        assert page.evaluate(TITLES) == titles(left), when
        assert page.evaluate(HEADINGS) == list(dict.fromkeys(entry.section.title for entry in left)), when
        assert f"Sheets that fit: {len(left)} " in spoken(page) + " ", when
        assert bool(page.evaluate(NOTHING)) == (not left), when


def test_some_choices_leave_nothing_and_then_a_sentence_says_how_to_widen(page: Page, guide: Guide) -> None:
    choose(page, "for-both", "when-row-now")
    assert fitting(guide, "for-both", "when-row-now") == [], "else choose another pair for this test"
    expect(page.locator(".shelf__found")).to_contain_text("Nothing fits all of this. Choose “Any”")
    box, count = page.locator(".shelf__nothing").bounding_box(), page.locator(".shelf__count").bounding_box()
    assert box
    assert count
    assert box["y"] >= count["y"] + count["height"] - 1


def test_by_keyboard(page: Page, guide: Guide) -> None:
    """One stop for each question, arrows between its answers, and a button that takes all back."""
    page.get_by_role("link", name="All of them in one PDF").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(TITLES) == titles(fitting(guide, "minutes-5", "for-one"))
    outline = "getComputedStyle(document.activeElement).outline"
    assert "3px" in page.evaluate(outline)
    page.keyboard.press("Enter")
    assert page.url.endswith("shelf.html"), "nothing is sent"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Show all again"
    page.keyboard.press("Enter")
    assert page.evaluate(TITLES) == titles(fitting(guide))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == titles(fitting(guide))[0]


def test_what_a_screen_reader_is_told(page: Page, guide: Guide) -> None:
    """Questions and links have names. What a choice leaves is told as the count changes, and whole: without
    `aria-atomic` Orca says “13” where it should say “Sheets that fit: 13”."""
    page.locator(".shelf__fold summary", has_text="What is going on?").click()
    for group in ("How much time?", "With whom?", "What is going on?"):
        expect(page.get_by_role("group", name=group)).to_be_visible()
    expect(page.get_by_role("radio", name="5 minutes", exact=True)).not_to_be_checked()
    expect(page.get_by_role("link", name=re.compile("^PDF 2 pages ?: Before we start$"))).to_have_count(1)
    found = page.locator(".shelf__found")
    assert [found.get_attribute(name) for name in ("role", "aria-live", "aria-atomic")] == [None, "polite", "true"]
    found.evaluate("one => { one.id = 'found' }")
    assert spoken_in(page, "found") == f"Sheets that fit: {len(guide.catalogue.entries)}"
    choose(page, "for-both", "when-row-now")
    assert spoken_in(page, "found").startswith("Sheets that fit: 0")
    assert "Nothing fits all of this." in spoken_in(page, "found")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_row_is_one_target_but_for_its_pdf_and_all_targets_are_large(width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.locator(".shelf__fold summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for target in page.locator(".shelf__pdf, .shelf__filters label, .shelf__filters button").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44, target.inner_text()
    row = page.locator(".shelf__row", has_text="Urge ladder")
    row.scroll_into_view_if_needed()
    box, pdf = row.bounding_box(), row.locator(".shelf__pdf").bounding_box()
    assert box
    assert pdf
    under = "([x, y]) => document.elementFromPoint(x, y).closest('a')?.getAttribute('href')"
    for place in ([box["x"] + 3, box["y"] + box["height"] - 3], [box["x"] + box["width"] - 2, box["y"] + 2]):
        assert page.evaluate(under, place) == "site/worksheets/self-care/urge-ladder"
    assert page.evaluate(under, [pdf["x"] + 5, pdf["y"] + 5]) == "site/worksheets/self-care/urge-ladder.pdf"


def test_paper_has_all_sheets_and_no_choice(page: Page, guide: Guide) -> None:
    choose(page, "minutes-5", "for-one", "when-space")
    words = printed_words(page)
    assert [title for title in titles(fitting(guide)) if title not in words] == []
    assert "Sheets that fit" not in words
    assert "How much time" not in words
    assert "Nothing fits" not in words


def test_without_has_all_sheets_stay_and_nothing_asks(page: Page, guide: Guide, tmp_path: Path) -> None:
    page.goto(write_shelf(tmp_path, guide, without="has"))
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator(".shelf__found")).to_be_hidden()
    assert page.evaluate(TITLES) == titles(fitting(guide))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: Any, browser: Browser, guide: Guide, tmp_path: Path) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 320, "height": 640})
    page.goto(write_shelf(tmp_path, guide))
    found = faults(page, RULES)
    choose(page, "for-both", "when-row-now")
    found += faults(page, RULES)
    page.close()
    assert found == []


def test_what_is_chosen_is_seen_in_forced_colours(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    colour = "one => getComputedStyle(one).backgroundColor"
    chosen, other = (page.locator(f"[name=choose-minutes]{state}").first for state in (":checked", ":not(:checked)"))
    assert chosen.evaluate(colour) != other.evaluate(colour)
    words = page.locator("[name=choose-minutes]:checked + span").evaluate("one => getComputedStyle(one).color")
    assert words != chosen.evaluate(colour)


def test_firefox_shows_the_same(guide: Guide, tmp_path: Path, fox: Firefox) -> None:
    address = write_shelf(tmp_path, guide)
    fox.open(address)
    fox.click("document.querySelector('.shelf__fold summary')")
    chosen: list[str] = []
    for answer in ("minutes-10", "for-both", "when-row-now"):
        fox.click(f"document.getElementById('choose-{answer}').parentElement")
        chosen.append(answer)
        assert fox.ask(TITLES) == titles(fitting(guide, *chosen))
    assert fox.ask(HEADINGS) == []
    assert len(fox.ask(NOTHING)) == 1
    fox.click("document.querySelector('.shelf button')")
    assert fox.ask(TITLES) == titles(fitting(guide))
