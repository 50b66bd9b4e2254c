"""A note in Word: its words."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, Style, prose
from ...field import ExerciseParts
from . import Note

KEEPS = "its words"
LOSES = ""


def in_word(field: Note, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The words."""
    yield from prose(field.text, Style.TEXT)
