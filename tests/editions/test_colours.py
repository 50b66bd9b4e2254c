"""Colours of a brand: advice that is followed is never refused, and every form that people write is told how."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worksheets.authoring.problems import Problem
from worksheets.editions.brand import read_brand
from worksheets.editions.palette import DARKEST_BOX, contrast, nearest_that_passes, palette, weak_pairings

from tests.support.project import ROOT

COLOUR = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
FEW = settings(max_examples=60, deadline=None, derandomize=True, database=None)


def problems_of(folder: Path, primary: str, accent: str) -> list[Problem]:
    text = (ROOT / "tests" / "small_clinic" / "brand.yml").read_text(encoding="utf-8")
    colours = f"colours:\n  primary: {primary}\n  accent: {accent}\n"
    text, count = re.subn(r"(?m)^colours:.*\n(?: +.*\n)*", lambda _: colours, text)
    assert count == 1
    (folder / "brand.yml").write_text(text, encoding="utf-8")
    (folder / "logo.svg").write_bytes((ROOT / "tests" / "small_clinic" / "logo.svg").read_bytes())
    return read_brand(folder / "brand.yml", "brand.yml")[2]


@given(primary=COLOUR, accent=COLOUR)
@FEW
def test_advice_that_is_followed_is_not_refused(primary: str, accent: str) -> None:
    """One colour after the other, as people do it, in whatever order."""
    both = nearest_that_passes(primary), nearest_that_passes(accent)
    assert weak_pairings(palette(*both).light) == []
    for one, other in ((both[0], accent), (primary, both[1])):
        weak = weak_pairings(palette(one, other).light)
        advised = {"accent": one == both[0], "calm": other == both[1]}
        assert [pair for pair in weak if advised.get(pair.front)] == []


@given(colour=COLOUR)
@FEW
def test_no_box_of_any_brand_is_darker_than_the_darkest(colour: str) -> None:
    box = palette(colour, colour).light["accent-paper"]
    assert contrast(box, "#000000") >= contrast(DARKEST_BOX, "#000000")


def test_the_advice_is_another_colour_than_the_one_refused(tmp_path: Path) -> None:
    """The two colours of which the advice once went round in a circle."""
    problems = problems_of(tmp_path, '"#8c3a22"', '"#806800"')
    for problem in problems:
        advised = problem.write.split("`")[1]
        assert "#806800" not in advised
        assert "contrast of 4.48, but 4.5 is needed" in problem.wrong
        assert problems_of(tmp_path, '"#8c3a22"', advised) == []
    assert problems


@pytest.mark.parametrize(
    ("written", "example"),
    [
        ('"1f4e79"', "#1f4e79"), ('"036"', "#003366"), ("navy", "#000080"),
        ('"rgb(31, 78, 121)"', "#1f4e79"), ('" #1F4E79 "', "#1f4e79"), ('"#1f4e79ff"', "#1f4e79"),
        ("dark blue", "#8c3a22"), ("1", "#8c3a22"), ("red", nearest_that_passes("#ff0000")),
        ("transparent", "#8c3a22"), ('"#1f4e7900"', "#8c3a22"),
    ],
)  # fmt: skip
def test_a_colour_in_another_form_is_reported_with_the_right_one(tmp_path: Path, written: str, example: str) -> None:
    (problem,) = problems_of(tmp_path, written, '"#23527c"')
    assert problem.place == "colours › primary"
    form = "Write `#` and six digits or letters from a to f, all in quotes, such as"
    assert problem.write == f'{form} `"{example}"`.'


def test_a_colour_of_three_digits_is_a_colour(tmp_path: Path) -> None:
    """As in every stylesheet. One without quotes is told so, and the line that is then offered has to be accepted."""
    assert problems_of(tmp_path, '"#036"', '"#23527c"') == []
    (weak,) = problems_of(tmp_path, '"#abc"', '"#23527c"')
    assert "“#abc” on" in weak.wrong
    assert palette("#036", "#23527C").light == palette("#003366", "#23527c").light, "whatever reads them, as the e-book"
