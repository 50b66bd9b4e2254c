"""Checkers of other people, beside axe and our own: they find nothing, or it is explained in explained.yml.

`make test` shows them a page of each make, and html-validate all pages; `make checkers` shows all of them all pages.
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from tests.support.checkers import CHECKERS, Checker, Finding, Pages, html_validate
from tests.support.servers import served

EVERY_PAGE = bool(os.environ.get("EVERY_PAGE"))
OF_EACH_MAKE = (
    "",
    "about/accessibility/",
    "contributing/gallery-of-answers/",
    "guides/pursue-withdraw/",
    "right-now/",
    "safety/help-now/",
    "steps/safe-space/",
    "worksheets/",
    "worksheets/repair/pause-plan/",
    "worksheets/support/first-call/",
)
"""The start, a table, all kinds of field, a diagram, forms of one field, numbers to call, covers, the list, a clock, a
log with folded rows."""


@dataclass(frozen=True)
class Explanation:
    """Why what begins like `says` is left as it is."""

    checker: str
    rule: str
    says: str
    because: str

    def covers(self, finding: Finding) -> bool:
        """Whether it explains a finding."""
        same = (self.checker, self.rule) == (finding.checker, finding.rule)
        return same and finding.says.startswith(self.says)


EXPLAINED = [
    Explanation(**one) for one in yaml.safe_load((Path(__file__).parent / "explained.yml").read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def all_pages(site: Path, address: str, pages: list[str]) -> Pages:
    return Pages(site, address, pages)


@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.__name__)
def test_nothing_is_found_that_is_not_explained(checker: Checker, all_pages: Pages, browser: Browser) -> None:
    """Of a whole site, every explanation is needed, too."""
    every = EVERY_PAGE or checker is html_validate
    shown = all_pages if every else replace(all_pages, paths=OF_EACH_MAKE)
    found = list(checker(shown, browser))
    assert [one for one in found if not any(why.covers(one) for why in EXPLAINED)] == []
    mine = [why for why in EXPLAINED if why.checker == checker.__name__]
    assert mine, "a checker that finds nothing at all has not looked"
    assert not every or [why for why in mine if not any(map(why.covers, found))] == []


BROKEN = {
    "html_validate": ("element-permitted-content", "<b><p>x</p></b>"),
    "nu": ("error", "<p><b>x</p>"),
    "html_codesniffer": ("WCAG2AA.Principle1.Guideline1_1.1_1_1.H37", "<img src=x.png>"),
    "equal_access": ("input_label_exists FAIL", "<input type=text>"),
}


@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.__name__)
def test_each_sees_what_is_wrong(checker: Checker, tmp_path: Path, browser: Browser) -> None:
    rule, html = BROKEN[checker.__name__]
    page = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><main><h1>x</h1>{html}</main></html>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "_headers").write_text("/*\n", encoding="utf-8")
    with served(tmp_path) as address:
        found = list(checker(Pages(tmp_path, address, [""]), browser))
    assert rule in {one.rule for one in found}
