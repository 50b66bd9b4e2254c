"""A question to two people in an example: what each of them says."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, below, wrong_list, wrong_words
from ...field import Mistake
from . import Pair

LOOKS = "a list of two answers, one for each person"
LETTERS_IN_A_ROW = 55
"""How many letters fit on a line of half of A4, written small by hand."""


def mistakes(field: Pair, written: object) -> Iterator[Mistake]:
    """Two texts, each of which fits into its box."""
    found = list(wrong_list(written, len(field.people), LOOKS))
    yield from found
    if found or not isinstance(written, list):
        return
    if len(written) < len(field.people):
        yield (), "Here one answer stands alone.", f"Write {LOOKS}."
    for index, one in enumerate(written):
        yield from below(index, wrong_words(one, field.rows * LETTERS_IN_A_ROW, "what this one says"))


def said(field: Pair, written: list[str], names: Names | None, t: Words) -> tuple[Said, ...]:
    """What each says, under their own name if the example has both."""
    return tuple(Said((words,), name) for name, words in zip(names or field.people, written, strict=True))
