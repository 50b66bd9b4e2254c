"""What two people agree."""

from collections.abc import Iterator
from typing import Literal

from ...field import PEOPLE, PEOPLE_WORDS, ExerciseParts, Mistake, People, Question, repeated


class Agreement(Question):
    """What two people agree: the words, both names and the day; on paper, lines to sign."""

    default_words = PEOPLE_WORDS

    kind: Literal["agreement"]
    """what two people agree, with both names and the day"""
    people: People = PEOPLE
    """how the two are named"""

    @property
    def in_private(self) -> None:
        """Nobody agrees alone."""

    @property
    def in_common(self) -> "Agreement":
        """It is what both agree."""
        return self

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """The two have two names."""
        yield from repeated("people", self.people)
