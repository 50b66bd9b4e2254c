"""A line in Word."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, asked, box
from ...field import ExerciseParts
from . import Line

KEEPS = "the question, and a box of one line that grows"
LOSES = ""


def in_word(field: Line, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question above one line."""
    yield box(field.label, asked(field), 1)
