"""Words that appear when the answers call for them."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from markupsafe import Markup

from ....authoring.text_types import Prose
from ....authoring.words import Words
from ...conditions import Condition, in_words, mistakes, selector
from ...field import ExerciseParts, Field, Mistake, Placed


class Advice(Field):
    """Words that appear when the answers call for them; on paper they are printed with their “If …”."""

    kind: Literal["advice"]
    """words that appear when the answers call for them"""
    when: Condition
    """the condition, such as `{ heat: { at-least: 7 } }`"""
    text: Prose
    """one or more sentences"""

    shelf = "lively"
    unread: ClassVar[frozenset[str]] = frozenset({"kind", "when"})

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """What is wrong with the condition."""
        for path, wrong, write in mistakes(self.when, exercise):
            yield ("when", *path), wrong, write

    def in_words(self, exercise: ExerciseParts, t: Words) -> Markup:
        """The condition as a reader with a pen reads it."""
        return in_words(self.when, exercise, t)

    def selector(self, entry: Placed) -> Markup:
        """What matches the exercise's section while the condition holds."""
        return Markup(selector(self.when, entry))
