"""Numbers and addresses among words from right to left: their parts stay in order, or a wrong number is dialled.

It costs about three seconds: one page in one browser.
"""

import pytest
from playwright.sync_api import Browser
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.rendering.helplines_by_country import helplines_by_country

from tests.support.project import ROOT
from tests.support.renderers import renderer_for

TURNED = r"""parts => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = { all: 0, turned: [] }
  const start = (node, from, to) => {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    return range.getBoundingClientRect().left
  }
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of node.data.matchAll(new RegExp(parts, 'g'))) {
      const [first, last] = [match.index, match.index + match[0].length - 1]
      found.all += 1
      if (start(node, first, first + 1) > start(node, last, last + 1)) found.turned.push(match[0])
    }
  }
  return found
}"""
"""How many of some texts there are, and which of them end to the left of where they begin."""

NUMBER = r"\d+(?:[ -]\d+)+"
ADDRESS = r"\b[a-z0-9]+(?:\.[a-z]+)+\b"
NAME = r"(?:988 Suicide and Crisis Lifeline|1737, Need to talk)"


@pytest.fixture(scope="module")
def calls() -> str:
    """All helplines in Arabic, and what stands at the foot of paper."""
    edition, _, problems = read_edition(Folders.of(ROOT), code="ar")
    assert edition, problems
    renderer = renderer_for(edition.guide)
    renderer.brand, renderer.words = edition.brand, edition.words
    feet = [renderer.foot("", margin=margin, paper=paper) for margin in (False, True) for paper in ("A4", "Letter")]
    return helplines_by_country(renderer, 2, str, whole=True) + "".join(feet)


@pytest.mark.parametrize(("texts", "least"), [(NUMBER, 90), (ADDRESS, 40), (NAME, 2)])
def test_nothing_that_is_written_from_left_to_right_is_turned(
    texts: str, least: int, calls: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 2000, "height": 800})
    page.set_content(f'<html lang="ar" dir="rtl"><body>{calls}</body></html>')
    found = page.evaluate(TURNED, texts)
    assert found["turned"] == []
    assert found["all"] >= least
    page.evaluate("document.querySelectorAll('bdi').forEach(one => one.replaceWith(...one.childNodes))")
    assert page.evaluate(TURNED, texts)["turned"] != [], "without these marks it can be seen"
    page.close()
