"""Statements to place, each with a thought to read afterwards."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field as Setting

from ....authoring.problems import nearest
from ....authoring.strict_model import Strict
from ....authoring.text_types import Label, Line, Prose
from ...field import DefaultWords, ExerciseParts, Mistake, Question


class Statement(Strict):
    """Something that somebody might say or do, and what we think of it."""

    text: Line
    """the statement"""
    fits: Line | None = None
    """the bin in which many would put it; leave it out where it can go either way"""
    because: Prose
    """what we think, shown once the reader has chosen; it explains and does not mark"""


class Sort(Question):
    """Statements to place in two or three bins; after each choice a thought appears, and nothing is marked."""

    shelf = "lively"
    default_words: ClassVar[DefaultWords] = {"skip": "skip-sort"}

    kind: Literal["sort"]
    """statements to place, each with a thought to read afterwards"""
    bins: Annotated[tuple[Line, ...], Setting(min_length=2, max_length=3)]
    """where a statement can go"""
    statements: Annotated[tuple[Statement, ...], Setting(min_length=2, max_length=10)]
    """what is placed: each a `text`, a `because` and, if it has one, the bin that it `fits`"""
    skip: Label = "Not sure"
    """the way not to say"""

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """Bins and statements differ from each other, and they belong together."""
        yield from self._repeated_bins()
        yield from self._repeated_statements()
        for index, statement in enumerate(self.statements):
            if statement.fits is not None and statement.fits not in self.bins:
                wrong = f"“{statement.fits}” is not one of the bins."
                yield ("statements", index, "fits"), wrong, nearest(statement.fits, self.bins)
        used = {statement.fits for statement in self.statements}
        for index, bin_ in enumerate(self.bins):
            if bin_ not in used and None not in used:
                write = "Add a statement with this `fits`, or remove the bin."
                yield ("bins", index), f"Nothing fits “{bin_}”.", write

    def _repeated_bins(self) -> Iterator[Mistake]:
        seen = {self.skip.casefold(): "the way not to say"}
        for index, bin_ in enumerate(self.bins):
            other = seen.setdefault(bin_.casefold(), f"bin {index + 1}")
            if other != f"bin {index + 1}":
                yield ("bins", index), f"“{bin_}” is also {other}.", "Write other words, or remove it."

    def _repeated_statements(self) -> Iterator[Mistake]:
        seen: dict[str, int] = {}
        for index, statement in enumerate(self.statements):
            first = seen.setdefault(statement.text.casefold(), index)
            if first != index:
                wrong = f"Statement {first + 1} already says this."
                yield ("statements", index, "text"), wrong, "Write another, or remove it."
