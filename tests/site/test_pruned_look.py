"""A page with the rules that it was left looks as with all of them: the same pixels, in every mode, with all open."""

from collections.abc import Iterator
from io import BytesIO
from math import inf
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page
from worksheets.exercises.examples import examples
from worksheets.exercises.kinds import kinds_style
from worksheets.guide.whole_guide import Guide

from tests.support.renderers import renderer_for
from tests.support.stylesheets import STYLES

PAGES = {
    "": "index.md",
    "right-now/": "right-now.md",
    "safety/help-now/": "safety/help-now.md",
    "guides/attachment/": "guides/attachment.md",
    "worksheets/": "worksheets/index.md",
    "worksheets/patterns/week-of-noticing/": "worksheets/patterns/week-of-noticing.md",
    "contributing/gallery/": "contributing/gallery.md",
    "contributing/gallery-of-what-moves/": "contributing/gallery-of-what-moves.md",
    "worksheets/repair/cards-for-a-bad-moment/": "worksheets/repair/cards-for-a-bad-moment.md",
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


FAINT = 1
"""In pixels: Chromium draws the edge of a box at the edge of the screen now one shade darker, now one lighter."""

OPEN_AND_TICK = """() => {
    for (const one of document.querySelectorAll("details")) one.open = true
    document.querySelectorAll("input").forEach((one, place) => { if (place % 3 == 1) one.checked = true })
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def all_rules(guide: Guide) -> dict[str, str]:
    """The whole stylesheets of each page, by its address."""
    renderer = renderer_for(guide)
    common = renderer.palette() + STYLES + renderer.filters_style() + kinds_style()
    entries = guide.catalogue.entries | {example.entry.id: example.entry for example in examples()}
    return {
        address: common + "".join(renderer.stylesheet(entries[id_]) for id_ in dict.fromkeys(guide.styled_on(path)))
        for address, path in PAGES.items()
    }


@pytest.mark.parametrize("path", PAGES)
def test_the_same_pixels_as_with_all_rules(
    path: str, page: Page, site: Path, address: str, all_rules: dict[str, str]
) -> None:
    few = (site / path / "index.html").read_text(encoding="utf-8")
    start, end = few.index("<style>") + len("<style>"), few.index("</style>")
    every = few[:start] + all_rules[path] + few[end:]
    assert len(few) < len(every)
    for mode, media in MODES.items():
        page.set_viewport_size({"width": 320 if mode == "narrow" else 1024, "height": 700})
        page.emulate_media(**({"media": "screen", "color_scheme": "light", "forced_colors": "none"} | media))
        cut, whole = (picture(page, address + path, html) for html in (few, every))
        assert differing(cut, whole) <= FAINT, f"{path or 'the start page'} in {mode}"


def differing(one: bytes, other: bytes) -> float:
    """How many whole pixels two pictures are apart, as a sum of faint differences; infinite if their sizes differ."""
    first, second = (Image.open(BytesIO(image)).convert("L") for image in (one, other))
    if first.size != second.size:
        return inf
    counts = ImageChops.difference(first, second).histogram()
    return sum(level * count for level, count in enumerate(counts)) / 255


def picture(page: Page, address: str, html: str) -> bytes:
    """The whole page at an address where this HTML stands, with all open and some ticked."""
    page.unroute_all()
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(address)
    page.evaluate(OPEN_AND_TICK)
    return page.screenshot(full_page=True, animations="disabled", type="jpeg", quality=100)
