"""A log in Word: a table with a row of headings."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import Cell, DocumentBlock, Style, Table, TableStyle, asked, words
from ...field import ExerciseParts
from . import Table as Log

KEEPS = "the table, with its headings and the names of its rows"
LOSES = ""
ROOM = 2
"""How many lines a box has."""


def in_word(field: Log, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question above the table."""
    yield from asked(field)
    header = (Cell(), *(Cell((words(column, Style.COLUMN),)) for column in field.columns))
    rows = tuple(
        (Cell((words(name, Style.ROW),)), *(Cell(room=ROOM) for _ in field.columns)) for name in field.row_names
    )
    shares = 3 if isinstance(field.rows, tuple) else 1
    yield Table(TableStyle.GRID, field.label, header, rows, (shares, *(4 for _ in field.columns)), named_rows=True)
