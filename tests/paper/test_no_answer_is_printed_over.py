"""Long answers on paper from Chromium and Firefox: each word has its place to itself, whatever the kind of field."""

import re
from pathlib import Path

import pytest
from worksheets.exercises.kinds import KINDS

from tests.support.exercise_pages import OpenExercise, exercise_of, page_of
from tests.support.firefox import Firefox
from tests.support.pdf_viewers import mupdf_pages
from tests.support.renderers import example

LONG = " ".join(f"word{number}" for number in range(130))
"""About 1,000 characters: what a reader types who tells all of it."""

LONGER = " ".join(f"word{number}" for number in range(450))
"""More than fills a page where two people have half of it each."""

BETWEEN = 2.5
"""Boxes of words overlap by so many points where lines are set close."""


def overprinted(pdf: bytes) -> list[tuple[str, str]]:
    """The pairs of words that are printed over one another."""
    found = []
    for page in mupdf_pages(pdf):
        words = sorted(
            (y0 + BETWEEN, y1 - BETWEEN, x0, x1, said) for x0, y0, x1, y1, said, *_ in page.get_text("words")
        )
        for at, (_, bottom, left, right, said) in enumerate(words):
            for top, _, x0, x1, other in words[at + 1 :]:
                if top >= bottom:
                    break
                if left + 0.5 < x1 and x0 + 0.5 < right:
                    found.append((said, other))
    return found


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_long_answer_in_every_box(kind: str, paper: str, open_exercise: OpenExercise) -> None:
    page = open_exercise(example(kind))
    for box in page.locator("form textarea").all():
        box.fill(LONG)
    assert overprinted(page.pdf(format=paper)) == []


@pytest.mark.parametrize("name", ["table", "table-most-options", "cards", "cards-most-options"])
def test_a_narrow_box_takes_as_much_as_paper_holds(name: str, open_exercise: OpenExercise) -> None:
    page = open_exercise(example(name))
    for box in page.locator("form textarea").all():
        box.focus()
        page.keyboard.insert_text(LONGER)  # as from the clipboard, which heeds what a box takes
        assert box.input_value() == LONGER[: int(box.get_attribute("maxlength") or 0)]
    assert overprinted(page.pdf(format="A4")) == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("columns", [2, 3, 5])
@pytest.mark.parametrize("rows", ["[The first of these rows, The second of these rows]", "2"])
def test_a_row_that_is_full_is_printed_with_its_name(
    rows: str, columns: int, paper: str, open_exercise: OpenExercise
) -> None:
    """A row that is longer than a page left its name behind, on a page of its own."""
    heads = [f"Column {number}" for number in range(columns)]
    page = open_exercise(f"- {{ kind: table, id: log, label: My log, columns: {heads}, rows: {rows} }}")
    for box in page.locator("table textarea").all():
        box.focus()
        page.keyboard.insert_text(LONGER)
    pages = [one.get_text() for one in mupdf_pages(page.pdf(format=paper))]
    named = [one for one in pages if re.search(r"The (first|second)|^[12]$", one, re.MULTILINE)]
    assert named
    assert [one for one in named if "word2" not in one] == []


@pytest.mark.parametrize(
    "name", ["agreement", "cards", "cards-most-options", "line", "pair", "table", "table-most-options", "text"]
)
def test_firefox_prints_no_answer_over_another(name: str, fox: Firefox, tmp_path: Path) -> None:
    """It keeps no row of a table or of a grid whole."""
    (tmp_path / "page.html").write_text(page_of(example(name)), encoding="utf-8")
    fox.open((tmp_path / "page.html").as_uri())
    boxes = "[...document.querySelectorAll('form textarea')]"
    for number in range(fox.ask(f"{boxes}.length")):
        fox.focus(f"{boxes}[{number}]")
        fox.ask(f"document.execCommand('insertText', false, '{LONGER}')")
    assert overprinted(fox.printed()) == []


TWO_OF_EACH = """
    - {{ kind: {kind}, id: first, label: First }}
    - {{ kind: {kind}, id: second, label: Second }}
"""


@pytest.mark.parametrize("kind", ["text", "line", "pair", "agreement"])
def test_answers_longer_than_a_page(kind: str, open_exercise: OpenExercise) -> None:
    page = open_exercise(
        exercise_of(TWO_OF_EACH.format(kind=kind), TWO_OF_EACH.format(kind=kind).replace("id: ", "id: more-"))
    )
    for box in page.locator("form textarea").all():
        box.fill(LONGER)
    assert overprinted(page.pdf(format="A4")) == []


def test_a_table_over_two_pages_names_its_columns_on_both_while_it_is_empty(open_exercise: OpenExercise) -> None:
    page = open_exercise(exercise_of("- { kind: table, id: log, label: A log, columns: [Morning, Evening], rows: 14 }"))
    pages = [page.get_text() for page in mupdf_pages(page.pdf(format="A4"))]
    with_rows = [words for words in pages if re.search(r"^\d+$", words, re.MULTILINE)]
    assert len(with_rows) > 1
    assert all("Morning" in words for words in with_rows)
