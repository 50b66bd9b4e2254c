"""A log of rows and columns."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field as Setting

from ....authoring.text_types import Line
from ...field import ExerciseParts, Mistake, Question, repeated

Numbered = Annotated[int, Setting(ge=1, le=14)]
MANY_BOXES = 15
"""A table with fewer boxes is not too long for a phone when all of its rows are open."""

LETTERS_IN_NUMBERED_ROWS = {2: 1180, 3: 720, 4: 480, 5: 270}
LETTERS_IN_NAMED_ROWS = {2: 750, 3: 480, 4: 260, 5: 240}
"""How many letters each box of a row can hold, by the number of columns, so that the row fits on a page of US Letter:
measured in Chromium with words of eight letters. A row that is longer leaves its name on a page of its own."""

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
        most = LETTERS_IN_NAMED_ROWS if isinstance(self.rows, tuple) else LETTERS_IN_NUMBERED_ROWS
        return most[len(self.columns)]

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """Every box has a name of its own."""
        yield from repeated("columns", self.columns)
        yield from repeated("rows", self.row_names)
