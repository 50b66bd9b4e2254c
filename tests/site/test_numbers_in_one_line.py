"""A number to call stands in one line, however little room it has: half a number is dialled wrongly."""

import pytest
from playwright.sync_api import Browser

SQUEEZE = "numbers => numbers.forEach(one => { one.style.display = 'block'; one.style.width = '1em' })"
BROKEN = """numbers => numbers.filter(one => {
  const words = document.createRange()
  words.selectNodeContents(one)
  return new Set([...words.getClientRects()].map(line => line.top)).size !== 1
}).map(one => one.textContent)"""
BREAK = "numbers => numbers.forEach(one => { one.style.whiteSpace = 'normal' })"


@pytest.mark.parametrize("path", ["right-now/", "safety/help-now/"])
def test_no_number_is_broken(path: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(address + path)
    numbers = page.locator("a[href^='tel:']")
    assert numbers.count() >= 3
    assert numbers.evaluate_all(BROKEN) == []
    numbers.evaluate_all(SQUEEZE)
    assert numbers.evaluate_all(BROKEN) == []
    numbers.evaluate_all(BREAK)
    assert numbers.evaluate_all(BROKEN) != [] or path == "right-now/", "a number with blanks can be seen to break"
    page.close()
