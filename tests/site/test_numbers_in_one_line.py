"""A number to call stands in one line, however narrow the screen: half a number is dialled wrongly."""

import pytest
from playwright.sync_api import Browser

BROKEN = "numbers => numbers.filter(one => one.getClientRects().length !== 1).map(one => one.textContent)"
WIDER = "document.documentElement.scrollWidth > innerWidth"


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("path", ["right-now/", "safety/help-now/"])
def test_no_number_is_broken(path: str, width: int, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640})
    page.goto(address + path)
    numbers = page.locator("a[href^='tel:']")
    found, broken, is_wider = numbers.count(), numbers.evaluate_all(BROKEN), page.evaluate(WIDER)
    page.close()
    assert found >= 3
    assert broken == []
    assert not is_wider
