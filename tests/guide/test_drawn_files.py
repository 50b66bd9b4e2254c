"""Icons, scenes and thumbnails are read like diagrams: plain shapes, small, in the page's colours, under names."""

from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from worksheets.authoring.source_files import Overlay
from worksheets.exercises.exercise import Kind
from worksheets.guide.drawings import SETS, read_drawings
from worksheets.guide.whole_guide import Guide

from tests.support.project import ROOT
from tests.support.renderers import DRAWINGS, words

PATH = '<path d="M1 2h3"/>'


def svg(inside: str = PATH, box: str = "0 0 24 24") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</svg>'


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def said_of(folder: Path, text: str) -> list[str]:
    write(folder, "icons/clock.svg", text)
    drawings, problems = read_drawings(folder, "pictures", None)
    assert drawings["icons/clock"].shapes == ("" if problems else PATH), "a preview goes on without its shapes"
    return [str(problem).removeprefix("pictures/icons/clock.svg:") for problem in problems]


def test_each_section_has_a_scene_and_each_kind_of_sheet_a_thumbnail(guide: Guide) -> None:
    names = {one: {name.split("/")[1] for name in DRAWINGS if name.startswith(f"{one}/")} for one in SETS}
    assert names["kinds"] == set(get_args(Kind))
    assert names["scenes"] == {"start", *(section.id for section in guide.catalogue.sections)}


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_a_drawing_is_small_and_has_no_ids_colours_or_words(name: str) -> None:
    shapes = DRAWINGS[name].shapes
    assert len(shapes) <= SETS[name.split("/")[0]].most
    for never in (" id=", "fill", "stroke=", "style", "#", "xmlns", "<text", "<title"):
        assert never not in shapes, never


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (svg(PATH), []),
        (f"<!-- x -->{svg()}", ["1: There is a declaration or a comment. Start with `<svg` and leave them out."]),
        ("<svg>\n<p></svg>", ["2: This is not XML: mismatched tag. Check this line."]),
        (svg("<script/>"), ["1: script: `<script>` is not allowed. Use plain shapes and words."]),
        (
            svg('<path onclick="x" d="M1 2"/>'),
            ["1: path: `onclick` is not allowed. Give the element a class; the page has the colours."],
        ),
        (
            svg('<path stroke="#f00" d="M1 2"/>'),
            ["1: path: `stroke` is not allowed. Give the element a class; the page has the colours."],
        ),
        (
            svg('<path id="a" d="M1 2"/>'),
            ["1: path: `id` is not allowed. The page has the colours and the width of lines."],
        ),
        (
            svg('<path stroke-width="9" d="M1 2"/>'),
            ["1: path: `stroke-width` is not allowed. The page has the colours and the width of lines."],
        ),
        (
            svg('<path class="warn" d="M1 2"/>'),
            ["1: path: The class `warn` has no colour here. Did you mean `warm`?"],
        ),
        (svg(f"{PATH}12"), ["1: path: There are words in the drawing, which nobody would hear. Take them out."]),
        (
            svg(box="0 0 48 48"),
            ['1: svg: The drawing has another size than those beside it. Write `viewBox="0 0 24 24"`.'],
        ),
        (
            svg(PATH * 20),
            [
                "1: The shapes take 360 bytes, and they stand in every page that shows them. "
                "Draw them with at most 240: fewer points, fewer decimals."
            ],
        ),
    ],
)
def test_what_is_wrong_with_a_drawing_is_told(text: str, said: list[str], tmp_path: Path) -> None:
    assert said_of(tmp_path, text) == said


def test_namespaces_with_names_and_white_space_do_not_reach_a_page(tmp_path: Path) -> None:
    text = '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n  <s:path d="M1 2h3"/>\n</s:svg>'
    assert said_of(tmp_path, text) == []


def test_a_file_that_nobody_would_find_is_told(tmp_path: Path) -> None:
    write(tmp_path, "icon/clock.svg", svg())
    write(tmp_path, "icons/old/clock.svg", svg())
    write(tmp_path, "icons/Clock.svg", svg())
    write(tmp_path, "icons/.clock.svg", "left by an editor")
    move = "Move it to one of: `easy-read`, `icons`, `kinds`, `scenes`."
    assert list(map(str, read_drawings(tmp_path, "pictures", None)[1])) == [
        f"pictures/icon/clock.svg:1: Drawings are not looked for in “icon”. {move}",
        "pictures/icons/Clock.svg:1: “Clock” isn't a valid name. Use small letters, digits and single hyphens.",
        f"pictures/icons/old/clock.svg:1: Drawings are not looked for in “icons/old”. {move}",
    ]


def test_a_clinic_replaces_a_drawing_and_adds_none(tmp_path: Path) -> None:
    guide, clinic = tmp_path / "pictures", tmp_path / "clinic"
    write(guide, "icons/clock.svg", svg())
    write(guide, "icons/check.svg", svg())
    write(clinic, "pictures/icons/clock.svg", svg('<path d="M4 5h6"/>'))
    write(clinic, "pictures/icons/clok.svg", svg())
    write(clinic, "pictures/a-diagram.svg", "of another reader")
    drawings, problems = read_drawings(guide, "pictures", Overlay(clinic, "clinic", words()))
    assert {name: one.shapes for name, one in drawings.items()} == {
        "icons/check": PATH,
        "icons/clock": '<path d="M4 5h6"/>',
    }
    assert list(map(str, problems)) == [
        "clinic/pictures/icons/clok.svg:1: No drawing of the guide is called `icons/clok`, so this one is not shown. "
        "Did you mean `icons/clock` or `icons/check`?"
    ]


@pytest.mark.parametrize("path", sorted((ROOT / "pictures").glob("*.svg")), ids=lambda path: path.stem)
def test_a_diagram_is_told_once(path: Path) -> None:
    """By its title and description. Firefox tells the words in it too, so that Orca read all of it twice."""
    parts = [(part.tag.rpartition("}")[2], part.get("aria-hidden")) for part in ElementTree.parse(path).getroot()]
    assert parts == [("title", None), ("desc", None), ("g", "true")]
