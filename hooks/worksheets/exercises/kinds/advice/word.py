"""Advice in Word: words below their condition."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...document_blocks import DocumentBlock, Style, plain, prose, words
from ...field import ExerciseParts
from . import Advice

KEEPS = "the condition in words, and the advice below it"
LOSES = "it is always seen"


def in_word(field: Advice, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
    """The condition as somebody with a pen reads it, and the words."""
    yield words(f"{plain(field.in_words(exercise, t))}:", Style.ADVICE_TITLE)
    yield from prose(field.text, Style.ADVICE)
