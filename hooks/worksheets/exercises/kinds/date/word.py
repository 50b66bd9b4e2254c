"""A day in Word: a box to write it in."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, asked, box
from ...field import ExerciseParts
from . import Date

KEEPS = "the question, and a box for the day"
LOSES = ""


def in_word(field: Date, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question above one line."""
    yield box(field.label, asked(field), 1)
