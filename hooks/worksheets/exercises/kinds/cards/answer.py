"""A deck in an example: what somebody writes on the empty cards."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, below, wrong_list, wrong_words
from ...field import Mistake
from . import Cards

LOOKS = "a list of own cards, at most as many as `blank` says"
MOST = 90
"""How many letters a card takes that one can read at a glance."""


def mistakes(field: Cards, written: object) -> Iterator[Mistake]:
    """No more cards than there are empty ones."""
    if not field.blank:
        yield (), "This deck has no empty cards to write on.", "Remove the line, or add `blank: 2` to the field."
        return
    yield from wrong_list(written, field.blank, LOOKS)
    for index, one in enumerate(written if isinstance(written, list) else ()):
        yield from below(index, wrong_words(one, MOST, "a few words"))


def said(field: Cards, written: list[str], names: Names | None, t: Words) -> tuple[Said, ...]:
    """The words of each card."""
    return tuple(Said((words,), t("own-card")) for words in written)
