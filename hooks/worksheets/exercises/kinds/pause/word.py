"""A time-out or a talk in Word: the lengths to tick, and two boxes for the times."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, asked, options, side_by_side
from ...field import ExerciseParts
from . import Pause

KEEPS = "the lengths to tick, and boxes for when to stop and when to come back"
LOSES = "the clock, how it works, and the way to choose none"


def in_word(field: Pause, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question, the lengths, and the times."""
    yield from asked(field)
    yield from options([t("pause-minutes", minutes=minutes) for minutes in field.minutes], in_a_line=True)
    times = ("we-begin", "we-end") if field.talk else ("we-stop", "we-come-back")
    yield side_by_side(field.label, [t(words) for words in times], 1)


def not_in_word(field: Pause) -> tuple[str, ...]:
    """Paper has no clock to leave out."""
    return (field.skip,)
