"""axe-core in a page: which of its rules the guide keeps, and what it finds."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
VIOLATIONS_ALONE = {"resultTypes": ["violations"]}
"""Of all that is sound, axe then names one place of each rule, and not every one: half the time."""


def faults(page: Page, options: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What axe finds: the rule, where, and what to fix."""
    result = Axe().run(page, options=options | VIOLATIONS_ALONE).response
    assert result["passes"] or result["inapplicable"], "axe ran no rule"
    return [
        (violation["id"], str(node["target"]), node["failureSummary"])
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
