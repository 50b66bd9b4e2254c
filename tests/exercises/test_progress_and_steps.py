"""How far a reader is, and one part at a time: in Chromium with scripts off, and on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.chromium import Contexts
from tests.support.printed_pages import printed_words


@pytest.fixture
def page(contexts: Contexts) -> Iterator[Page]:
    page = contexts(java_script_enabled=False).new_page()
    yield page
    page.close()


def on_screen(page: Page) -> str:
    """All words that the screen shows, with those that CSS counts out: the DOM does not hold them."""
    page.emulate_media(media="screen")
    text = printed_words(page)
    page.emulate_media(media=None)
    return text


def test_progress_counts_ticks_and_says_that_half_is_fine(page: Page, address: str) -> None:
    page.goto(f"{address}worksheets/safe-space/before-we-start/")
    ticks = page.locator(".ticks > .mark")
    total = ticks.count()
    everything, half = page.locator(".progress__all"), page.locator(".progress__half")
    expect(everything).to_have_text(f"{total} things to tick.")
    expect(everything).to_be_visible()
    expect(half).to_be_hidden()

    for done in range(1, total):
        ticks.nth(done - 1).check()
        assert f"{done} of {total} done." in on_screen(page)
        expect(half).to_be_visible()
        expect(everything).to_be_hidden()
    ticks.nth(total - 1).check()
    assert f"{total} of {total} done." in on_screen(page)
    expect(half).to_be_hidden()

    page.get_by_text("Start again", exact=True).click()
    page.get_by_role("button", name="Clear my answers").click()
    expect(everything).to_be_visible()


def test_progress_on_paper_is_plain_words(page: Page, address: str) -> None:
    page.goto(f"{address}worksheets/safe-space/before-we-start/")
    page.locator(".ticks > .mark").first.check()
    text = printed_words(page)
    assert "things to tick. Half done is fine." in text


def test_every_checklist_counts(page: Page, address: str, pages: list[str]) -> None:
    page.goto(f"{address}worksheets/")
    lists = page.locator(".shelf li", has_text="Checklist,").count()
    assert lists >= 7
    found = 0
    for path in pages:
        if path.startswith("worksheets/") and path != "worksheets/":
            page.goto(address + path)
            if page.locator(".exercise--checklist").count():
                expect(page.locator(".progress")).to_be_visible()
                found += 1
    assert found == lists


def test_one_part_at_a_time_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}contributing/gallery/")
    sheet = page.locator("#w-examples--steps")
    parts = sheet.locator(".part")
    expect(parts).to_have_count(3)
    assert all(part.is_visible() for part in parts.all()), "the whole list is the default"

    sheet.locator("textarea").nth(1).fill("sore")
    sheet.get_by_role("link", name="One part at a time").click()
    assert [part.is_visible() for part in parts.all()] == [True, False, False]
    assert page.evaluate("document.activeElement.id") == "part-w-examples--steps--1"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA", "Tab goes on to the question"

    sheet.get_by_role("link", name="On to “What it did to me”").click()
    assert [part.is_visible() for part in parts.all()] == [False, True, False]
    assert sheet.locator("textarea").nth(1).input_value() == "sore"
    page.go_back()
    assert [part.is_visible() for part in parts.all()] == [True, False, False]

    sheet.get_by_role("link", name="All parts at once").first.click()
    assert all(part.is_visible() for part in parts.all())


def test_all_parts_are_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}contributing/gallery/#part-w-examples--steps--2")
    text = printed_words(page)
    for title in ("What happened", "What it did to me", "What I would like"):
        assert title in text
    assert "One part at a time" not in text
