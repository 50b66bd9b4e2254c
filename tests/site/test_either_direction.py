"""Styles for languages that are written from left to right and from right to left: sides are called start and end."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Page

from tests.support.firefox import Firefox
from tests.support.project import ROOT

SIDES = ("margin", "padding", "border", "border-top", "border-bottom", "scroll-margin", "scroll-padding")
PHYSICAL = re.compile(rf"(?:(?:{'|'.join(SIDES)})-)?(?:left|right)(?:-(?:width|color|style|radius))?")
"""The properties that name a side."""

OF_FOUR = {"margin", "padding", "inset", "border-width", "border-color", "border-style", "scroll-margin"}
"""Those that take a value for each side."""

VALUE = re.compile(r"(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+")
REASON = "physical:"
"""How a comment begins that says why a side is named after all, on the same line or right above it."""

BY_NATURE = {"break-before", "break-after", "break-inside"}
"""Of these, left and right are the pages of a book."""

STYLES = sorted(path for folder in ("docs", "hooks", "clinics", "overrides") for path in (ROOT / folder).rglob("*.css"))


def named_sides(css: str) -> list[str]:
    """Every declaration that names a side without saying why, with its line."""
    lines = css.splitlines()
    found = []
    for number, line in enumerate(lines, 1):
        declared = re.match(r"\s*([a-z-]+): ([^;]+);", line)
        reasons = line + (lines[number - 2] if number > 1 else "")
        if declared and _names_a_side(*declared.groups()) and REASON not in reasons:
            found.append(f"{number}: {line.strip()}")
    return found


def _names_a_side(name: str, value: str) -> bool:
    values = VALUE.findall(value)
    if PHYSICAL.fullmatch(name):
        return True
    if name in OF_FOUR:
        return len(values) == 4 and values[1] != values[3]
    if name == "border-radius":
        return len(values) == 4 and (values[0], values[2]) != (values[1], values[3])
    return name not in BY_NATURE and not {"left", "right"}.isdisjoint(values)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_style_names_a_side_without_a_reason(path: Path) -> None:
    css = path.read_text(encoding="utf-8")
    assert css.startswith(f"/* {REASON}") or named_sides(css) == []


@pytest.mark.parametrize(
    "css",
    [
        "  margin-left: 1rem;",
        "  left: 0;",
        "  border-right-color: red;",
        "  text-align: right;",
        "  float: left;",
        "  padding: 0 1rem 0 2rem;",
        "  inset: 0 calc(50% - (1rem + 1px)) auto auto;",
        "  border-radius: 0 4px 4px 0;",
        "  background: right top / auto 19mm no-repeat;",
    ],
)
def test_a_side_is_found_and_a_reason_lets_it_be(css: str) -> None:
    assert named_sides(css) == [f"1: {css.strip()}"]
    assert named_sides(f"{css} /* physical: because */") == []
    assert named_sides(f"  /* physical: because */\n{css}") == []
    assert named_sides("  padding: 0 1rem 2rem 1rem;\n  break-before: right;\n  --left: 0;") == []


FRAME = """<html dir="{}"><style>{}</style><body><header class="bar"><nav class="menu"><details><summary>M</summary>
<ul><li><a href="#">One</a></li></ul></details></nav></header><main>Words</main></body></html>"""
EDGES = "one => { const box = one.getBoundingClientRect(); return [box.left, box.right].map(Math.round) }"


def styles(*names: str) -> str:
    return "".join((ROOT / "docs/assets/stylesheets" / f"{name}.css").read_text("utf-8") for name in names)


def test_the_menu_beside_a_page_is_on_the_side_where_lines_begin(browser: Browser) -> None:
    """It costs a second."""
    css = styles("page", "frame")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    found = {}
    for direction in ("ltr", "rtl"):
        page.set_content(FRAME.format(direction, css))
        found[direction] = [page.locator(one).evaluate(EDGES) for one in (".menu ul", "main")]
    page.close()
    menu, main = found["ltr"]
    assert menu[0] == 0
    assert menu[1] <= main[0]
    width = 1280
    assert found["rtl"] == [[width - right, width - left] for left, right in (menu, main)]


NAME = """<html dir="rtl"><meta charset="utf-8"><style>{} .bar__name span {{ overflow: {} !important }}</style><body>
<header class="bar"><a class="bar__name" href="#"><span>الشرخ والإصلاح</span></a></header></body></html>"""


def test_a_name_whose_letters_reach_down_is_not_cut_off(fox: Firefox, tmp_path: Path) -> None:
    """In Firefox on a phone it was."""
    fox.resize(390, 300)
    seen = []
    for overflow in ("hidden", "visible"):
        (tmp_path / "page.html").write_text(NAME.format(styles("page", "frame"), overflow), encoding="utf-8")
        fox.open((tmp_path / "page.html").as_uri())
        seen.append(fox.seen())
    assert seen[0] == seen[1]


CALLS = """<html dir="{0}"><style>{2}</style><main><div class="prose easy" dir="{0}"><div class="island" dir="{1}">
<svg class="easy-picture"></svg><div class="stop easy-calls"><p>999</p></div></div></div></main></html>"""
START = """<html dir="{0}"><style>{1}</style><main><div class="head head--start">
<svg class="scene" viewBox="0 0 88 72"></svg><h1>Short</h1></div>
<div class="prose"><p>A line.</p><p><a class="door" href="#">Go</a></p></div></main></html>"""


def _box(page: Page, name: str) -> FloatRect:
    box = page.locator(name).bounding_box()
    assert box
    return box


@pytest.mark.parametrize(("page_runs", "words_run"), [("ltr", "rtl"), ("rtl", "ltr"), ("rtl", "rtl")])
def test_a_picture_is_beside_words_that_run_the_other_way(page_runs: str, words_run: str, browser: Browser) -> None:
    """As in a page of Easy Read that has no translation yet, whose calls do."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.set_content(CALLS.format(page_runs, words_run, styles("page", "easy-read")))
    picture, words = (_box(page, name) for name in (".easy-picture", ".easy-calls"))
    page.close()
    first, then = (picture, words) if words_run == "ltr" else (words, picture)
    assert first["x"] + first["width"] < then["x"]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_drawing_of_the_start_ends_above_the_first_door(direction: str, browser: Browser) -> None:
    """However short a translation's title is."""
    page = browser.new_page(viewport={"width": 768, "height": 800})
    page.set_content(START.format(direction, styles("page", "frame", "drawings", "start")))
    drawing, door = (_box(page, name) for name in (".scene", ".door"))
    page.close()
    assert drawing["y"] + drawing["height"] <= door["y"]
