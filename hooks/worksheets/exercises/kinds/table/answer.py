"""A table in an example: rows of boxes."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, below, shown, with_colon, wrong_list, wrong_words
from ...field import Mistake
from . import Table

LOOKS = 'a list of rows, each a list with one text for each column; `""` for a box left empty'
LETTERS_IN_A_ROW = 260
"""How many letters the boxes of a row hold together on A4, two lines high, written small by hand."""


def mistakes(field: Table, written: object) -> Iterator[Mistake]:
    """No more rows than the table has, and a text for each column; a row may be empty, but not all of them."""
    found = list(wrong_list(written, len(field.row_names), LOOKS))
    yield from found
    if found or not isinstance(written, list):
        return
    if all(isinstance(row, list) and not any(row) for row in written):
        yield (), "All of these boxes are empty.", "Fill some in, or remove the line."
    for index, row in enumerate(written):
        yield from below(index, _wrong_row(field, row))


def _wrong_row(field: Table, row: object) -> Iterator[Mistake]:
    if row == []:
        return
    if not isinstance(row, list):
        yield (), f"{shown(row)} is not a row.", "Write a list with one text for each column."
        return
    if len(row) != len(field.columns):
        boxes = "1 box" if len(row) == 1 else f"{len(row)} boxes"
        wrong = f"This row has {boxes}, and the table has {len(field.columns)} columns."
        yield (), wrong, 'Write a list with one text for each column; `""` for a box left empty.'
        return
    for column, words in enumerate(row):
        if words != "":
            yield from below(column, wrong_words(words, LETTERS_IN_A_ROW // len(field.columns), "a few words"))


def said(field: Table, written: list[list[str]], names: Names | None, t: Words) -> tuple[Said, ...]:
    """Each row that is not empty, below its name if it has one: what stands in which column, or who says it."""
    two = (t("first-person"), t("second-person"))
    heads = names if names and field.columns == two else field.columns
    named = field.row_names if isinstance(field.rows, tuple) else ("",) * len(written)
    return tuple(
        Said(tuple(f"{with_colon(one)} {words}" for one, words in zip(heads, row, strict=True) if words), name)
        for name, row in zip(named, written, strict=False)
        if any(row)
    )
