"""A number in an example, with its unit."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, wrong_choice
from ...field import Mistake
from . import Number

LOOKS = "one of the numbers, or the way not to say"


def mistakes(field: Number, written: object) -> Iterator[Mistake]:
    """A number that is in the list."""
    yield from wrong_choice(written, (*field.numbers, field.skip))


def said(field: Number, written: int | str, names: Names | None, t: Words) -> tuple[Said, ...]:
    """The number and its unit, or the way not to say."""
    return (Said((written if isinstance(written, str) else f"{written} {field.unit}",)),)
