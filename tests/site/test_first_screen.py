"""The first screen of a phone: the emergency number of the copy's country, to be dialled at once."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.support.project import built_clinic, built_guide
from tests.support.servers import served

PHONE: ViewportSize = {"width": 390, "height": 844}
SMALL: ViewportSize = {"width": 360, "height": 740}
LOWEST = 600
"""In pixels from the top: what a thumb reaches and an eye sees first."""

COPIES = {"own": ["tel:999", "tel:911", "tel:911"], "us": ["tel:911"], "de": ["tel:112", "tel:110"]}


@pytest.fixture(scope="module", params=COPIES)
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    name: str = request.param
    site = built_guide(tmp_path_factory) if name == "own" else built_clinic(tmp_path_factory, name)
    return site, COPIES[name]


@pytest.mark.parametrize("path", ["right-now/", "safety/help-now/"])
def test_the_emergency_number_stands_in_the_first_screen(
    copy: tuple[Path, list[str]], path: str, browser: Browser
) -> None:
    site, numbers = copy
    with served(site) as address:
        page = browser.new_page(viewport=PHONE)
        page.goto(f"{address}{path}")
        links = page.locator("main [href^='tel:']")
        assert [links.nth(n).get_attribute("href") for n in range(len(numbers))] == numbers
        for number in range(len(numbers)):
            box = links.nth(number).bounding_box()
            assert box
            assert box["y"] < LOWEST
            assert box["height"] >= 44, "a thumb needs room"
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE["width"]
        page.close()


def test_a_printed_page_of_the_guides_own_copy_has_no_numbers_of_one_country_at_its_foot(
    copy: tuple[Path, list[str]], browser: Browser
) -> None:
    site, numbers = copy
    with served(site) as address:
        page = browser.new_page()
        page.emulate_media(media="print")
        page.goto(f"{address}steps/safe-space/")
        foot = page.locator(".foot").inner_text()
        page.close()
    if "tel:999" in numbers:
        assert not re.search("999|911|116 123", foot), foot
        assert "emergency number of your country" in foot
    else:
        assert numbers[0].removeprefix("tel:") in foot


SHORT = ("steps/safe-space/", "steps/patterns/", "steps/boundaries/", "steps/self-care/", "steps/growth/")
GUIDES = ("guides/seeking-support/", "guides/rupture-and-repair/")


@pytest.mark.parametrize("path", [*SHORT, *GUIDES])
def test_the_shortest_way_comes_first(path: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Who has least strength need not pass the evidence and all the sheets to find what takes two minutes."""
    with served(built_guide(tmp_path_factory)) as address:
        page = browser.new_page(viewport=PHONE)
        page.goto(f"{address}{path}")
        box = page.get_by_role("heading", name="Two-minute version").bounding_box()
        assert box
        assert box["y"] < 2 * PHONE["height"]
        if path in SHORT:
            headings = page.locator("main h2").all_inner_texts()
            assert headings.index("How to do it") < headings.index("Why it helps, and how sure we are")
        page.close()


def test_a_page_to_be_read_ends_within_fifteen_screens(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with served(built_guide(tmp_path_factory)) as address:
        page = browser.new_page(viewport=SMALL)
        screens = {}
        for path in (*SHORT, *GUIDES):
            page.goto(f"{address}{path}")
            screens[path] = page.evaluate("document.documentElement.scrollHeight") / SMALL["height"]
        page.close()
    assert {path: high for path, high in screens.items() if not 5 < high <= 15} == {}


def test_the_first_calls_are_of_the_readers_country_or_say_of_which_they_are(
    copy: tuple[Path, list[str]], browser: Browser
) -> None:
    """Where a copy is for several countries, a crisis line of one of them would be dialled in another in vain."""
    site, numbers = copy
    with served(site) as address:
        page = browser.new_page(viewport=PHONE)
        page.goto(f"{address}safety/help-now/")
        links = page.locator(".emergency [href^='tel:']")
        shown = [str(links.nth(n).get_attribute("href")) for n in range(links.count())]
        lines = page.locator(".emergency__line").all_inner_texts()
        own_country = page.locator(".helplines__country :is(h2, h3)").first.inner_text()
        page.close()
    assert shown[: len(numbers)] == numbers
    assert len(lines) == 2
    assert all((own_country in line) == ("tel:999" in numbers) for line in lines)


@pytest.mark.parametrize("region", ["europe", "america", "africa", "asia"])
def test_a_small_phone_shows_an_emergency_number_of_the_country_that_was_tapped(
    region: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """From the list in Help now a tap leads to the country, with its number in the first screen, below the bar."""
    with served(built_guide(tmp_path_factory)) as address:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(f"{address}safety/help-now/")
        row = page.locator(f".helplines__index a[href*='help-in-{region}']").last
        number = row.locator("xpath=following-sibling::a").first.inner_text()
        box = row.bounding_box()
        assert box
        assert box["height"] >= 44, "a thumb needs room"
        row.click()
        page.wait_for_url(f"**/help-in-{region}/**")
        anchor = page.url.split("#")[1]
        first = page.locator(f"section[aria-labelledby={anchor}] [href^='tel:']").first
        assert first.inner_text() == number
        place = first.bounding_box()
        assert place
        assert 56 < place["y"] < 740 - place["height"]
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        page.close()
