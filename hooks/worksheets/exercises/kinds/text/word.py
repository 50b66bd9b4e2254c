"""Sentences in Word: a box that grows."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, asked, box
from ...field import ExerciseParts
from . import Text

KEEPS = "the question, and a box that grows"
LOSES = ""


def in_word(field: Text, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question above a box."""
    yield box(field.label, asked(field), field.rows)
