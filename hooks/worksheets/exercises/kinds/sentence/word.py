"""A sentence in Word: the choices as boxes to tick, and the sentence with room to write it."""

from collections.abc import Iterator

from ....authoring.prose_blocks import Run
from ....authoring.words import Words
from ...document_blocks import (
    Blank,
    Cell,
    DocumentBlock,
    Inline,
    Paragraph,
    Style,
    Table,
    TableStyle,
    asked,
    options,
    plain,
    words,
)
from ...field import ExerciseParts
from ...options import are_short
from . import Sentence, Slot

KEEPS = "all choices as boxes to tick, the sentence with blanks, and room to write it"
LOSES = "the sentence does not put itself together"
ROOM = 2
"""How many lines there are to write the sentence down."""


def in_word(field: Sentence, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question, each choice, and the sentence."""
    yield from asked(field)
    for slot in field.choices:
        yield words(str(slot.piece.choose), Style.STATEMENT)
        texts = (*(slot.piece.options or ()), field.skip)
        yield from options(texts, are_short(texts))
    title = t("your-sentence")
    whole = Paragraph(Style.SENTENCE, tuple(one for slot in field.slots for one in _piece(slot)))
    rows = ((Cell((whole,), ROOM),),)
    yield Table(TableStyle.BOX, plain(title), (Cell((words(title, Style.COLUMN),)),), rows, (1,))


def _piece(slot: Slot) -> Iterator[Inline]:
    """The words of a piece, or a blank in its place; what the reader adds freely is named after it."""
    if slot.piece.words:
        yield Run(slot.gap + slot.piece.words)
        return
    yield Run(slot.gap)
    yield Blank()
    if slot.piece.free:
        yield Run(f" ({slot.piece.free})")
