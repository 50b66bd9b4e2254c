"""Choices in Word: boxes to tick."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, asked, options
from ...field import ExerciseParts
from . import Choices

KEEPS = "all options, as boxes to tick"
LOSES = ""


def in_word(field: Choices, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question and its options."""
    yield from asked(field)
    yield from options(field.options, field.are_short)
