"""A question to two people in Word: two boxes side by side."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, asked, side_by_side
from ...field import ExerciseParts
from . import Pair

KEEPS = "the question, and a box for each of the two, side by side"
LOSES = "private copies: those are PDFs only"


def in_word(field: Pair, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question above a box for each of the two."""
    yield from asked(field)
    yield side_by_side(field.label, field.people, field.rows)
