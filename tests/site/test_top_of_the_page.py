"""The bar and the foot of every page: in reach wherever a reader is, and under the thumb."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.support.chromium import Contexts
from tests.support.project import built_guide
from tests.support.servers import served

STEP = "steps/growth/"
DEEP = "document.documentElement.scrollHeight / 2"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(built_guide(tmp_path_factory)) as address:
        yield address


@pytest.fixture(params=[320, 390])
def page(request: pytest.FixtureRequest, contexts: Contexts) -> Iterator[Page]:
    page = contexts(viewport={"width": request.param, "height": 844}).new_page()
    yield page
    page.close()


def test_help_in_a_row_is_two_taps_away_from_anywhere(page: Page, built: str) -> None:
    page.goto(f"{built}{STEP}")
    page.evaluate(f"scrollTo(0, {DEEP})")
    summary = page.locator(".menu summary")
    before = summary.bounding_box()
    summary.click()
    assert summary.bounding_box() == before, "the menu opens where it stands"
    link = page.locator(".menu li a").first
    box = link.bounding_box()
    assert box
    assert box["y"] + box["height"] < 400
    link.click()
    assert page.url == f"{built}right-now/"


def test_links_at_the_foot_have_room_for_a_thumb(page: Page, built: str) -> None:
    page.goto(f"{built}{STEP}")
    for link in page.locator(".colophon li a").all():
        box = link.bounding_box()
        assert box
        assert box["height"] >= 40


AT_TWO_HUNDRED_PERCENT = 195
"""A telephone of 390 pixels has so many, as has one whose letters are twice as large."""
FOLDED = 280
"""A telephone that folds, when it is shut."""
NARROW = [
    (AT_TWO_HUNDRED_PERCENT, one) for one in ("", STEP, "es/safety/help-now/", "ar/worksheets/", "easy-read/help-now/")
]


@pytest.mark.parametrize(("width", "path"), [*NARROW, (FOLDED, "packs/first-evening/")])
def test_on_a_narrow_telephone_the_way_out_is_whole(width: int, path: str, contexts: Contexts, built: str) -> None:
    page = contexts(viewport={"width": width, "height": 422}).new_page()
    page.goto(f"{built}{path}")
    bar = [page.locator(one).bounding_box() for one in (".bar__name img", ".menu summary", ".exit")]
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide == width
    edges = sorted((box["x"], box["x"] + box["width"]) for box in bar if box)
    assert edges[0][0] >= 0
    assert edges[0][1] <= edges[1][0]
    assert edges[1][1] <= edges[2][0]
    assert edges[2][1] <= width


def test_in_forced_colours_the_bar_of_steps_still_says_where_one_is(contexts: Contexts, built: str) -> None:
    page = contexts(forced_colors="active").new_page()
    page.goto(f"{built}{STEP}")
    thick = page.locator(".steps-bar a").evaluate_all("all => all.map(one => one.offsetHeight)")
    page.close()
    assert min(thick) == max(thick[:-1]) < thick[-1], "growth is the last step"
