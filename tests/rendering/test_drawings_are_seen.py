"""What carries meaning in a drawing is seen: in three brands, by day and by night, in a reader's own colours."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from worksheets.editions.palette import contrast, palette
from worksheets.guide.drawings import EASY

from tests.support.project import ROOT
from tests.support.renderers import DRAWINGS, renderer_of

LEAST = 3.0
"""The contrast that WCAG 2 asks of graphics, in success criterion 1.4.11."""

BRANDS = [("#8c3a22", "#2b5b51"), ("#1f4e79", "#4a5d23"), ("#a1125f", "#2f5d1f")]
LINES = """
() => [...document.querySelectorAll("svg *")].map(shape => [
  shape.closest("[data-name]").dataset.name, getComputedStyle(shape).stroke, getComputedStyle(shape).strokeWidth,
  shape.getAttribute("class") || ""])
"""
Scheme = Literal["light", "dark"]


def page_with_all(browser: Browser, colours: tuple[str, str], scheme: Scheme, forced: bool = False) -> Page:
    templates = renderer_of().templates
    style = (ROOT / "docs/assets/stylesheets/drawings.css").read_text(encoding="utf-8")
    print_style = (ROOT / "docs/assets/stylesheets/print.css").read_text(encoding="utf-8")
    brand = templates.get_template("palette.html").render(palette=palette(*colours))
    place = templates.globals["drawing"]
    assert callable(place)
    shown = "".join(f'<p data-name="{name}">{place(name)}</p>' for name in DRAWINGS)
    page = browser.new_page(color_scheme=scheme, forced_colors="active" if forced else "none")
    page.set_content(
        f"<!doctype html><title>t</title><style>{brand}{style}{print_style}"
        f"body {{ background: var(--paper); color: var(--ink) }}</style>{shown}"
    )
    return page


@pytest.fixture(params=[(colours, scheme) for colours in BRANDS for scheme in ("light", "dark")])
def colours_and_scheme(request: pytest.FixtureRequest) -> tuple[tuple[str, str], Scheme]:
    colours, scheme = request.param
    return colours, scheme


def hexadecimal(colour: str) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def lines(page: Page) -> Iterator[tuple[str, str, float]]:
    """The name of a drawing, the colour and the width of each of its lines."""
    for name, stroke, width, _ in page.evaluate(LINES):
        yield name, hexadecimal(stroke), float(width.removesuffix("px"))


def test_every_line_stands_out_from_the_page_and_from_a_sheet(
    colours_and_scheme: tuple[tuple[str, str], Scheme], browser: Browser
) -> None:
    colours, scheme = colours_and_scheme
    page = page_with_all(browser, colours, scheme)
    grounds = [getattr(palette(*colours), scheme)[ground] for ground in ("paper", "sheet")]
    found = list(lines(page))
    page.close()
    assert {name for name, _, _ in found} == set(DRAWINGS)
    faint = {(name, colour) for name, colour, _ in found for ground in grounds if contrast(colour, ground) < LEAST}
    assert faint == set()
    assert {width for _, _, width in found} <= {1.5, 1.75, 2.0}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_readers_own_colours_every_line_is_as_text(scheme: Scheme, browser: Browser) -> None:
    page = page_with_all(browser, BRANDS[0], scheme, forced=True)
    text = page.evaluate("""() => {
      document.body.append(Object.assign(document.createElement("i"), {style: "color: CanvasText"}));
      return getComputedStyle(document.querySelector("i")).color;
    }""")
    found = {(name, colour) for name, colour, _ in lines(page) if colour != hexadecimal(text)}
    page.close()
    assert found == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_in_a_readers_own_colours_too(scheme: Scheme, browser: Browser) -> None:
    """A page in white on black was printed with drawings in white on white."""
    page = page_with_all(browser, BRANDS[0], scheme, forced=True)
    page.emulate_media(media="print")
    printed = [(name, colour) for name, colour, _ in lines(page) if not name.startswith("icons/")]
    faint = {name for name, colour in printed if contrast(colour, "#ffffff") < LEAST}
    page.close()
    assert faint == set()


def test_an_icon_takes_the_colour_and_size_of_what_it_stands_in(browser: Browser) -> None:
    page = page_with_all(browser, BRANDS[0], "light")
    page.add_style_tag(content="[data-name='icons/clock'] { color: rgb(1, 2, 3) } :root { font-size: 32px }")
    clock = page.locator("[data-name='icons/clock'] svg")
    box = clock.bounding_box()
    assert box
    assert (box["width"], box["height"]) == (48, 48)
    assert clock.locator("path").evaluate("one => getComputedStyle(one).stroke") == "rgb(1, 2, 3)"
    page.close()


def test_paper_has_those_of_easy_read_alone(browser: Browser) -> None:
    """They are half of what such a page says."""
    page = page_with_all(browser, BRANDS[0], "light")
    page.emulate_media(media="print")
    assert page.locator("svg").count() == len(DRAWINGS)
    seen = {name for name in DRAWINGS if page.locator(f"[data-name='{name}'] svg").is_visible()}
    assert seen == {name for name in DRAWINGS if name.startswith(EASY)}
    page.close()


def test_nobody_hears_of_them(browser: Browser) -> None:
    page = page_with_all(browser, BRANDS[0], "light")
    assert page.locator("body").aria_snapshot().replace("- paragraph", "").strip() == ""
    page.close()
