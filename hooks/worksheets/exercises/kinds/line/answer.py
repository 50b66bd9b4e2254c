"""A line in an example: a few words."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, wrong_words
from ...field import Mistake
from . import Line

LOOKS = "a few words"
MOST = 110
"""How many letters fit on one line of A4, written small by hand."""


def mistakes(field: Line, written: object) -> Iterator[Mistake]:
    """Words that fit on the line."""
    yield from wrong_words(written, MOST, LOOKS)


def said(field: Line, written: str, names: Names | None, t: Words) -> tuple[Said, ...]:
    """The words."""
    return (Said((written,)),)
