"""Sentences in an example."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, wrong_words
from ...field import Mistake
from . import Text

LOOKS = "a sentence or two"
LETTERS_IN_A_ROW = 90
"""How many letters fit on a line of A4."""


def mistakes(field: Text, written: object) -> Iterator[Mistake]:
    """Words that fit into the box while it has not grown."""
    yield from wrong_words(written, field.rows * LETTERS_IN_A_ROW, LOOKS)


def said(field: Text, written: str, names: Names | None, t: Words) -> tuple[Said, ...]:
    """The words."""
    return (Said((written,)),)
