"""A deck in Word: cards to cut out, in two columns."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import Cell, Columns, DocumentBlock, Style, Table, TableStyle, asked, plain, prose, words
from ...field import ExerciseParts
from . import Card, Cards

KEEPS = "every card, to cut out, with its back below its front"
LOSES = "nothing turns over"
ROOM = 3
"""How many lines an own card has."""


def in_word(field: Cards, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The cards, and the reader's own."""
    yield from asked(field)
    names = (
        [t("own-card-of", number=number, count=field.blank) for number in range(1, field.blank + 1)]
        if field.blank > 1
        else [t("own-card")] * field.blank
    )
    own = [_card(name, Cell(room=ROOM)) for name in names]
    yield Columns((*(_card(card.front, _back(card)) for card in field.cards), *own))


def _back(card: Card) -> Cell:
    return Cell(prose(card.back, Style.TEXT) if card.back else ())


def _card(front: str, below: Cell) -> Table:
    rows = ((below,),) if below.paragraphs or below.room else ()
    return Table(TableStyle.CARD, plain(front), (Cell((words(front, Style.COLUMN),)),), rows, (1,))
