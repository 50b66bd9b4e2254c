"""A scale in an example: a number, and what the ends of the line mean."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, wrong_choice
from ...field import Mistake
from . import Scale

LOOKS = "one of the numbers, or the way not to say"


def mistakes(field: Scale, written: object) -> Iterator[Mistake]:
    """A number that is on the line."""
    yield from wrong_choice(written, (*field.points, field.skip))


def said(field: Scale, written: int | str, names: Names | None, t: Words) -> tuple[Said, ...]:
    """The number between its ends, or the way not to say."""
    if isinstance(written, str):
        return (Said((written,)),)
    first, last = (
        t("scale-end", number=number, words=end)
        for number, end in zip((field.from_, field.to), field.ends, strict=True)
    )
    return (Said((t("scale-answer", number=written, first=first, last=last),)),)
