"""Statements to place in Word: a box to tick for each bin, and what we think at the end."""

from collections.abc import Iterator
from dataclasses import replace

from ....authoring.prose_blocks import Run
from ....authoring.words import Words
from ...document_blocks import DocumentBlock, Paragraph, Style, asked, options, plain, prose, words
from ...field import ExerciseParts
from ...options import are_short
from . import Sort, Statement

KEEPS = "every statement with a box to tick for each bin, and what we think, after all of them"
LOSES = "the thoughts can be read before anything is chosen, and more than one bin can be ticked"


def in_word(field: Sort, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The statements with their bins, then the thoughts, both numbered."""
    yield from asked(field)
    bins = (*field.bins, field.skip)
    for number, statement in enumerate(field.statements, 1):
        yield words(f"{number}. {statement.text}", Style.STATEMENT)
        yield from options(bins, are_short(bins))
    yield words(t("what-we-think"), Style.STATEMENT)
    for number, statement in enumerate(field.statements):
        first, *more = _thought(statement, t)
        yield replace(first, item="number", level=1, starts=number == 0)
        yield from (replace(one, level=one.level + 1) for one in more)


def _thought(statement: Statement, t: Words) -> list[Paragraph]:
    """In which bin many would put it, if in any, and why."""
    because = list(prose(statement.because, Style.TEXT))
    if not statement.fits:
        return because
    before, bin_, after = map(plain, t.parts("often-read-as", bin=statement.fits))
    runs = (Run(before), Run(bin_, strong=True), Run(after), Run(" "), *because[0].inlines)
    return [replace(because[0], inlines=runs), *because[1:]]
