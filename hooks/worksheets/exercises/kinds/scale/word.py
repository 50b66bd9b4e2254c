"""A scale in Word: a box to tick below each number."""

from collections.abc import Iterator

from ....authoring.prose_blocks import Run
from ....authoring.words import Words
from ...document_blocks import (
    Cell,
    DocumentBlock,
    Paragraph,
    Style,
    Table,
    TableStyle,
    Tick,
    asked,
    option,
    plain,
    words,
)
from ...field import ExerciseParts
from . import Scale

KEEPS = "both ends in words, a box to tick for each number, and the way not to say"
LOSES = "more than one can be ticked"
MOST_IN_A_LINE = 90
"""How many letters the ends may have together, to stand at the two ends of one line."""


def in_word(field: Scale, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question, the ends, the numbers above their boxes, and the way not to say."""
    ends = {
        number: plain(t("scale-end", number=number, words=end))
        for number, end in zip((field.from_, field.to), field.ends, strict=True)
    }
    yield from asked(field)
    if sum(map(len, ends.values())) > MOST_IN_A_LINE:
        yield from (words(end, Style.HINT) for end in ends.values())
    else:
        yield Paragraph(Style.ENDS, (Run(ends[field.from_]), Run("\t"), Run(ends[field.to])))
    header = tuple(Cell((words(str(point), Style.COLUMN),)) for point in field.points)
    ticks = tuple(Cell((Paragraph(Style.ANSWER, (Tick(ends.get(one, str(one))),)),)) for one in field.points)
    yield Table(TableStyle.SCALE, field.label, header, (ticks,), (1,) * len(header))
    yield option(field.skip)
