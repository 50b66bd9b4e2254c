"""A number in Word: a line for it, with its unit."""

from collections.abc import Iterator

from ....authoring.prose_blocks import Run
from ....authoring.words import Words
from ...document_blocks import Blank, DocumentBlock, Paragraph, Style, asked, option
from ...field import ExerciseParts
from . import Number

KEEPS = "a line for the number, its unit, and the way not to say"
LOSES = "the list of numbers to choose from"


def in_word(field: Number, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question, and a line before the unit."""
    yield from asked(field)
    yield Paragraph(Style.OPTION, (Blank(), Run(f" {field.unit}")))
    yield option(field.skip)
