"""Words that appear when the answers call for them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from ....authoring.text_types import Prose
from ....authoring.words import Words
from ...conditions import Condition, in_words, mistakes, selector
from ...field import Field

if TYPE_CHECKING:
    from ...catalogue import Entry
    from ...exercise import Exercise


class Advice(Field):
    """Words that appear when the answers call for them; on paper they stand there with their "If …"."""

    kind: Literal["advice"]
    when: Condition
    """the condition, such as `{ heat: { at-least: 7 } }`"""
    text: Prose
    """one or more sentences"""

    def mistakes(self, exercise: "Exercise") -> Iterator[tuple[tuple[str | int, ...], str, str]]:
        """What is wrong with the condition."""
        for path, wrong, write in mistakes(self.when, exercise):
            yield ("when", *path), wrong, write

    def in_words(self, exercise: "Exercise", say: Words) -> str:
        """The condition as a reader with a pen reads it."""
        return in_words(self.when, exercise, say)

    def selector(self, entry: "Entry") -> str:
        """What matches the exercise's section while the condition holds."""
        return selector(self.when, entry)
