"""Slow breathing in Word: how, in words."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, Style, asked, words
from ...field import ExerciseParts
from . import Pacer

KEEPS = "how long to breathe in and out, and how many times, in words"
LOSES = "the circle that shows the pace"


def in_word(field: Pacer, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The question, and the breath in words."""
    yield from asked(field)
    yield words(t("breathe", **{"in": field.in_, "out": field.out, "times": field.breaths}), Style.TEXT)
