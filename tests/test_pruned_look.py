"""A page with the rules that it was left looks like one with all of them: the same pixels, in every mode, with all open."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Page
from worksheets.examples import examples
from worksheets.guide import Guide
from worksheets.rendering import Renderer, environment

PAGES = {
    "": "index.md",
    "article/": "article.md",
    "safety/help-now/": "safety/help-now.md",
    "glossary/": "glossary.md",
    "worksheets/": "worksheets/index.md",
    "steps/boundaries/": "steps/boundaries.md",
    "contributing/gallery/": "contributing/gallery.md",
    "worksheets/repair/repair-cards/": "worksheets/repair/repair-cards.md",
    "worksheets/repair/pause-plan/": "worksheets/repair/pause-plan.md",
    "worksheets/self-care/slow-breathing/": "worksheets/self-care/slow-breathing.md",
}
MODES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "paper": {"media": "print"},
    "forced colours": {"forced_colors": "active"},
    "narrow": {},
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def all_rules(guide: Guide) -> dict[str, str]:
    """The whole stylesheets of each page, by its address."""
    folder = ROOT / "docs/assets/stylesheets"
    common = "".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in ("page", "exercise", "print"))
    renderer = Renderer(guide, environment([ROOT / "overrides/worksheets"]), "GB")
    entries = guide.catalogue.entries | {example.entry.id: example.entry for example in examples()}
    return {
        address: common + "".join(renderer.stylesheet(entries[id_]) for id_ in guide.exercises_on(path))
        for address, path in PAGES.items()
    }


@pytest.mark.parametrize("path", PAGES)
def test_the_same_pixels_as_with_all_rules(path: str, page: Page, address: str, all_rules: dict[str, str]) -> None:
    page.goto(address + path)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(
        "document.querySelectorAll('input').forEach((one, place) => { if (place % 3 == 1) one.checked = true })"
    )
    few = page.evaluate("document.querySelector('style').textContent")
    assert len(few) < len(all_rules[path])
    for mode, media in MODES.items():
        page.set_viewport_size({"width": 320 if mode == "narrow" else 1024, "height": 700})
        page.emulate_media(**{"media": "screen", "color_scheme": "light", "forced_colors": "none"} | media)
        shots = []
        for rules in (few, all_rules[path]):
            page.evaluate("rules => { document.querySelector('style').textContent = rules }", rules)
            shots.append(page.screenshot(full_page=True, animations="disabled"))
        assert shots[0] == shots[1], f"{path or 'the start page'} in {mode}"
