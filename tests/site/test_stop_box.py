"""The box that says when to stop: seen, named, and in a colour of safety that no brand changes."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser
from worksheets.editions.palette import contrast, palette

from tests.support.project import built_clinic, built_guide
from tests.support.servers import served

LOOK = """() => [...document.querySelectorAll(".stop")].map(box => {
    const [style, title] = [getComputedStyle(box), getComputedStyle(box.querySelector("[class*=title]"))];
    const links = [...box.querySelectorAll("a")].map(link => getComputedStyle(link).color);
    return {
        said: box.querySelector("[class*=title]").textContent,
        seen: box.querySelector("[class*=title]").getBoundingClientRect().height > 0,
        colours: [style.backgroundColor, style.borderLeftColor, title.color, ...links],
    };
})"""
PAGES = ("right-now/", "safety/is-this-safe/", "worksheets/safe-space/my-side-first/")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", PAGES)
def test_a_brand_changes_nothing_about_it(
    path: str, scheme: Literal["light", "dark"], browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sites = [built_guide(tmp_path_factory), built_clinic(tmp_path_factory, "us")]
    own, theirs = (_look(browser, site, path, scheme) for site in sites)
    assert own
    assert all(box["seen"] for box in own)
    assert [box["said"] for box in own] == [box["said"] for box in theirs]
    for mine, other in zip(own, theirs, strict=True):
        assert set(mine["colours"]) == set(other["colours"])


def _look(browser: Browser, site: Path, path: str, scheme: Literal["light", "dark"]) -> list[dict[str, list[str]]]:
    with served(site) as address:
        page = browser.new_page(color_scheme=scheme)
        page.goto(f"{address}{path}")
        found: list[dict[str, list[str]]] = page.evaluate(LOOK)
        page.close()
    return found


@pytest.mark.parametrize("primary", ["#000000", "#0000ff", "#7a4700", "#8c3a22", "#ffff00"])
def test_its_words_can_be_read_in_any_brand(primary: str) -> None:
    made = palette(primary, primary)
    for colours in (made.light, made.dark):
        assert contrast(colours["ink"], colours["stop-paper"]) >= 7
        assert contrast(colours["stop"], colours["stop-paper"]) >= 4.5
        assert contrast(colours["stop"], colours["paper"]) >= 4.5
    assert made.light["stop"] == palette("#123456", "#123456").light["stop"]


def test_it_keeps_its_edge_in_forced_colours_and_on_paper(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with served(built_guide(tmp_path_factory)) as address:
        page = browser.new_page(forced_colors="active")
        page.goto(f"{address}{PAGES[2]}")
        edges = "getComputedStyle(document.querySelector('.stop')).borderTopWidth"
        assert page.evaluate(edges) == "2px"
        page.close()
        page = browser.new_page()
        page.emulate_media(media="print")
        page.goto(f"{address}{PAGES[2]}")
        assert page.evaluate(edges.replace("borderTopWidth", "outlineStyle")) == "solid"
        colours = "(({borderLeftColor, backgroundColor}) => [borderLeftColor, backgroundColor])"
        black_on_white = ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
        assert page.evaluate(f"{colours}(getComputedStyle(document.querySelector('.stop')))") == black_on_white
        assert page.locator(".stop .admonition-title").inner_text() == "When to stop"
        page.close()
