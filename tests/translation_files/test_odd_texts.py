"""Any text comes out of YAML, of a page and of a picture as it went in."""

from typing import Any
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from worksheets.authoring.yaml_document import Trail, read_document
from worksheets.translation_files.page_form import read_page_form
from worksheets.translation_files.picture_form import PictureForm
from worksheets.translation_files.wrapping import WIDTH, unwrapped, wrapped
from worksheets.translation_files.yaml_additions import with_additions
from worksheets.translation_files.yaml_scalars import with_texts

from tests.support.hostile_checks import CHECKED
from tests.support.small_translation import PAGE

SIGNS = list("abcé ñ يم ना 中   ''\"\"\\#:-?!&*[]{}|>%@`,.=~<$1٣“”«»\u200d")
WORD = st.text(st.sampled_from(SIGNS) | st.characters(categories=["L", "N", "P", "S"], exclude_characters="\x85"))
LINE = st.lists(WORD, min_size=1, max_size=30).map(lambda words: " ".join(" ".join(words).split())).filter(bool)
LINES = st.lists(LINE, min_size=1, max_size=4).map("\n".join)
FILE = """\
# a comment
one: short
two: >-
  a text that is long enough to be folded into
  lines
three: [a, "b: c", d]
four: { five: e, six: "f" }
seven:
  - eight: |-
      several

      lines
    nine: g

ten: h
"""
PLACES: list[Trail] = [
    *(("one",), ("two",), ("three", 0), ("three", 2), ("four", "five")),
    *(("seven", 0, "eight"), ("seven", 0, "nine"), ("ten",)),
]


def at(text: str, trail: Trail) -> Any:
    document, problems = read_document(text, "a.yml")
    assert problems == []
    value = document.value
    for step in trail:
        value = value[step]
    return value


@CHECKED
@given(st.dictionaries(st.sampled_from(PLACES), LINES))
@example({("two",): "no", ("three", 0): "yes, # [b", ("ten",): "- a: b"})
def test_a_text_of_yaml(texts: dict[Trail, str]) -> None:
    changed = with_texts(FILE, texts)
    assert {place: at(changed, place) for place in PLACES} == {
        place: texts.get(place, at(FILE, place)) for place in PLACES
    }
    assert changed.startswith("# a comment\n")
    assert with_texts(FILE, {place: at(FILE, place) for place in PLACES}) == FILE


@CHECKED
@given(st.dictionaries(LINE, LINE, min_size=1), st.sampled_from(["", "# only this\n", FILE, "a:\n  b: { c: d }\n"]))
def test_new_lines_of_yaml(texts: dict[str, str], before: str) -> None:
    trails: dict[Trail, str] = {("new", key): text for key, text in texts.items()}
    trails |= {("four", f"{key} 4"): text for key, text in texts.items()}
    after = with_additions(before, trails)
    assert {trail: at(after, trail) for trail in trails} == trails
    assert after.startswith(before.rstrip()) or "{" in before


@CHECKED
@given(LINE)
@example("- - 1. # a")
@example("{: .a } " * 40)
def test_lines_of_a_paragraph(text: str) -> None:
    assert unwrapped(wrapped(text, 4, 2), keeps=False) == text


def test_lines_are_as_long_as_they_can_be() -> None:
    lines = wrapped(" ".join(["word"] * 60), 4, 2)
    assert [len(line) for line in lines] == [114, 114, 69]
    assert 2 + len(lines[1]) + len(" word") > WIDTH


@pytest.mark.parametrize(
    "word", ["-", "+", "*", "1.", "23)", "#", "# a", ">", "|", "!!!", ":", "===", "```", "{: #a }", "[a]: b"]
)
def test_no_line_begins_like_something_else(word: str) -> None:
    """Long words all around it, so that a line would begin with it if it could."""
    text = " ".join([*["w" * 58] * 2, word, "w" * 58])
    page = read_page_form("rain.md", PAGE)
    assert page
    place = next(unit.place for unit in page.units if unit.text.startswith("It rains"))
    changed = read_page_form("rain.md", page.filled({place: text}))
    assert changed
    assert changed.frame == page.frame
    assert text in [unit.text for unit in changed.units]


@CHECKED
@given(LINE.filter(lambda text: any(category(sign)[0] == "L" for sign in text)))
def test_a_text_of_a_picture(text: str) -> None:
    picture = PictureForm(
        "a.svg", '<svg><title id="a">One &amp; two</title><text><tspan x="1">three</tspan></text></svg>'
    )
    assert [unit.text for unit in picture.units] == ["One & two", "three"]
    changed = PictureForm("a.svg", picture.filled({(1,): text}))
    assert [unit.text for unit in changed.units] == ["One & two", text]
