"""An item of a checklist in Word: a box to tick."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, Style, option, words
from ...field import ExerciseParts
from . import Tick

KEEPS = "the item, with a box to tick"
LOSES = "the count of what is ticked"


def in_word(field: Tick, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The box, its words, and the hint below."""
    yield option(field.label)
    if field.hint:
        yield words(field.hint, Style.OPTION_HINT)
