"""A choice in Word: boxes to tick."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, asked, options
from ...field import ExerciseParts
from . import Choice

KEEPS = "all options, and the way not to say, as boxes to tick"
LOSES = "more than one can be ticked"


def in_word(field: Choice, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question and its options."""
    yield from asked(field)
    yield from options((*field.options, field.skip), field.are_short)
