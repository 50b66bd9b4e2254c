"""Statements to place in an example: the bin of each, in order."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, below, wrong_choice, wrong_list
from ...field import Mistake
from . import Sort

LOOKS = "a list with a bin for each statement, in order"


def mistakes(field: Sort, written: object) -> Iterator[Mistake]:
    """A bin, or the way not to say, for each statement."""
    found = list(wrong_list(written, len(field.statements), LOOKS))
    yield from found
    if found or not isinstance(written, list):
        return
    if len(written) < len(field.statements):
        wrong = f"There are {len(field.statements)} statements, and here are bins for {len(written)}."
        yield (), wrong, f"Write {LOOKS}; “{field.skip}” is an answer too."
    for index, one in enumerate(written):
        yield from below(index, wrong_choice(one, (*field.bins, field.skip)))


def said(field: Sort, written: list[str], names: Names | None, t: Words) -> tuple[Said, ...]:
    """Each statement with its bin."""
    return tuple(Said((bin_,), one.text) for one, bin_ in zip(field.statements, written, strict=True))
