"""An agreement in Word: boxes for the words, for both names and signatures, and for the day."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import Cell, DocumentBlock, Style, Table, TableStyle, asked, box, words
from ...field import ExerciseParts
from . import Agreement

KEEPS = "the box for what is agreed, both names, room to sign, and the day"
LOSES = ""


def in_word(field: Agreement, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """What we agree, who, and when."""
    yield from asked(field)
    yield box(t("we-agree"), [words(t("we-agree"), Style.COLUMN)], 4)
    header = tuple(Cell((words(t("name-of", person=person), Style.COLUMN),)) for person in field.people)
    signed = Cell((words(t("signed"), Style.HINT),), room=1)
    yield Table(TableStyle.BOX, field.label, header, ((Cell(room=1),) * 2, (signed,) * 2), (1, 1))
    yield box(t("date"), [words(t("date"), Style.COLUMN)], 1)
