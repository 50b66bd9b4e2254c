"""A log of rows and columns."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field as Setting

from ....authoring.text_types import Line
from ...field import ExerciseParts, Mistake, Question, repeated

Numbered = Annotated[int, Setting(ge=1, le=14)]
MANY_BOXES = 15
"""A table with fewer boxes is not too long for a phone when all of its rows are open."""

LETTERS_IN_A_ROW = 2500
"""How many letters a row of the table can hold on a page of A4, its columns full of them."""

Named = Annotated[tuple[Line, ...], Setting(min_length=1, max_length=14)]


class Table(Question):
    """A log: the same few questions for every row."""

    kind: Literal["table"]
    """a log of rows and columns"""
    columns: Annotated[tuple[Line, ...], Setting(min_length=2, max_length=5)]
    """the headings"""
    rows: Numbered | Named = 5
    """how many rows, or the name of each"""

    @property
    def folds(self) -> bool:
        """Whether a phone shows one row at a time, by name: a week of days is four screens of boxes otherwise."""
        return isinstance(self.rows, tuple) and len(self.rows) * len(self.columns) >= MANY_BOXES

    @property
    def row_names(self) -> tuple[str, ...]:
        """What each row is called, aloud and on paper."""
        return self.rows if isinstance(self.rows, tuple) else tuple(str(count + 1) for count in range(self.rows))

    @property
    def most_letters(self) -> int:
        """How many letters a box takes."""
        return LETTERS_IN_A_ROW // len(self.columns)

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """Every box has a name of its own."""
        yield from repeated("columns", self.columns)
        yield from repeated("rows", self.row_names)
