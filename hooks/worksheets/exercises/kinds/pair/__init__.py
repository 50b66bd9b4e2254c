"""The same question to two people, side by side."""

from collections.abc import Iterator
from typing import Literal

from ...field import PEOPLE, PEOPLE_WORDS, ExerciseParts, Mistake, People, Question, Rows, repeated
from ..text import Text


class Pair(Question):
    """The same question to two people, side by side."""

    default_words = PEOPLE_WORDS

    kind: Literal["pair"]
    """the same question to two people, side by side"""
    people: People = PEOPLE
    """how the two are named"""
    rows: Rows = 4

    @property
    def writers(self) -> People:
        """Each writes on one side."""
        return self.people

    @property
    def in_private(self) -> Text:
        """One box where both would write."""
        return Text(kind="text", id=self.id, label=self.label, hint=self.hint, rows=self.rows)

    @property
    def in_common(self) -> "Pair":
        """Both sides, for as much as each wants to share."""
        return self

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """The two have two names."""
        yield from repeated("people", self.people)
