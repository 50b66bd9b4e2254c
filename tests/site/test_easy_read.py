"""Easy Read in a browser: large on every screen and on paper, each picture at the left of its words."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.support.project import ROOT

NAMES = sorted(path.stem for path in (ROOT / "docs" / "easy-read").glob("*.md"))
LEAST_ON_SCREEN = 20
LEAST_ON_PAPER = 16 * 96 / 72
"""In pixels of CSS, of which a point has 96/72."""

SMALLEST = """
inside => Math.min(...[...document.querySelectorAll(inside)].flatMap(one => {
  const own = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  return own && one.checkVisibility() ? [parseFloat(getComputedStyle(one).fontSize)] : []
}))
"""
BESIDE = """
() => [...document.querySelectorAll(".easy-picture")].map(picture => {
  const words = picture.nextElementSibling.getBoundingClientRect(), drawn = picture.getBoundingClientRect()
  return [drawn.width, words.left - drawn.right, Math.abs(words.top - drawn.top)]
})
"""


def opened(browser: Browser, address: str, name: str, width: int) -> Page:
    page = browser.new_page(viewport=ViewportSize(width=width, height=800))
    page.goto(f"{address}easy-read/{'' if name == 'index' else f'{name}/'}")
    return page


@pytest.mark.parametrize("name", NAMES)
def test_it_is_large_and_each_picture_is_at_the_left_of_its_words(name: str, address: str, browser: Browser) -> None:
    page = opened(browser, address, name, 320)
    for width in (320, 1000):
        page.set_viewport_size(ViewportSize(width=width, height=800))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert (
            page.evaluate(SMALLEST, "main :is(.head, .prose, .reviewed), main :is(.head, .prose) *") >= LEAST_ON_SCREEN
        )
        beside = page.evaluate(BESIDE)
        assert len(beside) >= 10
        assert all(size >= 64 and gap >= 8 and lower < 2 for size, gap, lower in beside)
    assert page.locator(".head").inner_text().endswith("Not yet tried with readers.")
    page.emulate_media(media="print")
    assert page.evaluate(SMALLEST, "body *") >= LEAST_ON_PAPER - 0.1
    assert page.locator(".easy-picture").first.is_visible()
    page.close()


def test_other_pages_say_nothing_of_easy_read_at_their_head(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}right-now/")
    assert "Easy Read" not in page.locator(".head").inner_text()
    page.close()
