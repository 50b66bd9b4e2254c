"""What stands at the top and at the foot of every page: in reach wherever a reader is, and under the thumb."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.project import built_once
from tests.support.servers import served

STEP = "steps/growth/"
DEEP = "document.documentElement.scrollHeight / 2"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(built_once(tmp_path_factory, "first-own")) as address:
        yield address


@pytest.fixture(params=[320, 390, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": request.param, "height": 844})
    yield page
    page.close()


def test_help_in_a_row_is_one_tap_away_from_anywhere(page: Page, built: str) -> None:
    page.goto(f"{built}{STEP}")
    page.evaluate(f"scrollTo(0, {DEEP})")
    link, leave = page.get_by_role("link", name="Arguing now?"), page.get_by_role("link", name="Leave this page")
    ours, theirs = link.bounding_box(), leave.bounding_box()
    assert ours
    assert theirs
    assert 0 <= ours["y"] < 60
    assert ours["height"] >= theirs["height"] - 1
    assert ours["x"] + ours["width"] <= theirs["x"]
    assert theirs["x"] + theirs["width"] <= page.evaluate("innerWidth")
    link.click()
    assert page.url == f"{built}right-now/"
    assert page.get_by_role("link", name="Arguing now?").count() == 0, "it does not lead to itself"


def test_the_skip_link_is_read_over_it(page: Page, built: str) -> None:
    page.goto(f"{built}{STEP}")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    box = skip.bounding_box()
    assert box
    for x in (box["x"] + 2, box["x"] + box["width"] - 2):
        on_top = "([x, y]) => document.elementFromPoint(x, y).className"
        assert page.evaluate(on_top, [x, box["y"] + box["height"] / 2]) == "skip"
    assert skip.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("path", ["", STEP])
def test_the_menu_opens_under_the_finger(path: str, page: Page, built: str) -> None:
    page.goto(f"{built}{path}")
    summary = page.locator(".menu summary")
    closed = summary.bounding_box()
    summary.click()
    assert summary.bounding_box() == closed
    menu = page.locator(".menu > ul").bounding_box()
    name = page.locator(".masthead__name").bounding_box()
    assert menu
    assert name
    assert menu["y"] >= name["y"] + name["height"] - 1, "it covers nothing"
    width = page.evaluate("innerWidth")
    assert menu["width"] >= min(width - 44, 600), "it has the whole width"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_role("navigation", name="Contents", exact=True).count() == 1


def test_links_at_the_foot_have_room_for_a_thumb(page: Page, built: str) -> None:
    page.goto(f"{built}{STEP}")
    for link in page.locator(".colophon li a").all():
        box = link.bounding_box()
        assert box
        assert box["height"] >= 44


def test_a_number_stays_in_one_line(page: Page, built: str) -> None:
    page.goto(f"{built}safety/help-now/")
    for link in page.locator("[href^='tel:']").all():
        assert link.evaluate("one => getComputedStyle(one).whiteSpace") == "nowrap"
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")
