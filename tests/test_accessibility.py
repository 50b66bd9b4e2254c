"""axe-core on every page, in light and in dark."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
SHARES = 6


def faults(page: Page, options: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What axe finds: the rule, where, and what to mend."""
    result = Axe().run(page, options=options).response
    assert result["passes"], "axe ran no rule"
    return [
        (violation["id"], str(node["target"]), node["failureSummary"])
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing(share: int, browser: Browser, address: str, pages: list[str]) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    found = {}
    for path in pages[share::SHARES]:
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found[path] = faults(page, RULES)
        page.emulate_media(color_scheme="dark")
        found[path] += faults(page, COLOURS)
        page.emulate_media(color_scheme="light")
    context.close()
    assert {path: what for path, what in found.items() if what} == {}


def test_axe_sees_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    """The check above can fail: a page with a known fault is reported."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title><main><h1>x</h1><input type=text></main>")
    violations = {rule for rule, _, _ in faults(page, RULES)}
    page.close()
    assert {"label", "html-has-lang"} <= violations
