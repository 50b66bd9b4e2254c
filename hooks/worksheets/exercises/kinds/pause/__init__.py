"""A clock for a time-out, or for a talk that has an end."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator
from pydantic import Field as Setting

from ....authoring.text_types import Label, mistake
from ...field import Choosable, DefaultWords, ExerciseParts, Mistake

SHORTEST = 5
LONGEST = 120
PATTERN = "such as `minutes: [20, 30, 60]`."


def _is_a_length(minutes: int) -> int:
    if not SHORTEST <= minutes <= LONGEST:
        raise mistake(f"A pause cannot be {minutes} minutes long.", f"Write {SHORTEST} to {LONGEST}, {PATTERN}")
    return minutes


def _stand_once(lengths: tuple[int, ...]) -> tuple[int, ...]:
    for minutes in lengths:
        if lengths.count(minutes) > 1:
            raise mistake(f"{minutes} minutes can be chosen twice.", f"Write each length once, {PATTERN}")
    return lengths


Minutes = Annotated[
    int, Setting(json_schema_extra={"minimum": SHORTEST, "maximum": LONGEST}), AfterValidator(_is_a_length)
]


class Pause(Choosable):
    """A clock for a time-out that says when to come back, and two lines to write down the times."""

    shelf = "moving"
    default_words: ClassVar[DefaultWords] = {"skip": "skip-clock"}

    kind: Literal["pause"]
    """a clock for a time-out"""
    talk: bool = False
    """`true` if two stop when it is over, and do not come back from a break"""
    minutes: Annotated[tuple[Minutes, ...], Setting(min_length=1, max_length=4), AfterValidator(_stand_once)] = (
        20,
        30,
        60,
    )
    """the lengths to choose from: one to four whole numbers, 5 to 120"""
    skip: Label = "No clock, thank you"
    """the way to choose no clock"""

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """A sheet has one clock, always in view: two would cover each other, and one that is hidden starts again."""
        clocks = [field for field in exercise.fields if isinstance(field, Pause)]
        if self is not clocks[0]:
            yield ("kind",), "This exercise has a clock already.", "Keep one field with `kind: pause`."
        if exercise.steps:
            wrong = "The clock would start again whenever the reader goes to another part and back."
            yield ("kind",), wrong, "Remove `steps`, or this field."
