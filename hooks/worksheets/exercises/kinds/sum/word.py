"""A sum in Word: a line for it, and the words for each range."""

from collections.abc import Iterator
from dataclasses import replace

from ....authoring.prose_blocks import Run
from ....authoring.words import Words
from ...document_blocks import Blank, DocumentBlock, Paragraph, Style, asked, plain, prose, words
from ...field import ExerciseParts
from . import Band, Sum

KEEPS = "what is added, a line for the number, and the words for each range"
LOSES = "nothing is added up, and all ranges are seen"


def in_word(field: Sum, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question, what is added and how, a line for the sum, and the bands."""
    yield from asked(field)
    yield words(field.explained(exercise, t), Style.HINT)
    yield Paragraph(Style.OPTION, (Run(plain(t("sum-add-up")) + " "), Blank()))
    for band in field.bands:
        yield from _band(band, t)


def _band(band: Band, t: Words) -> Iterator[Paragraph]:
    range_ = str(band.from_) if band.from_ == band.to else plain(t("range", **{"from": band.from_, "to": band.to}))
    first, *more = prose(band.text, Style.BAND)
    yield replace(first, inlines=(Run(range_, strong=True), Run("\t"), *first.inlines))
    yield from (replace(one, inlines=(Run("\t"), *one.inlines)) if not one.item else one for one in more)
