"""A day in an example: in words, because a made-up day of a real year would soon be old."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, wrong_words
from ...field import Mistake
from . import Date

LOOKS = "a day in words, such as `first Sunday in May`"
MOST = 60


def mistakes(field: Date, written: object) -> Iterator[Mistake]:
    """Words that fit into the box."""
    yield from wrong_words(written, MOST, LOOKS)


def said(field: Date, written: str, names: Names | None, t: Words) -> tuple[Said, ...]:
    """The words."""
    return (Said((written,)),)
