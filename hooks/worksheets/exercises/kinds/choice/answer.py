"""A choice in an example: one of its options."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, wrong_choice
from ...field import Mistake
from . import Choice

LOOKS = "one of the options, or the way not to say"


def mistakes(field: Choice, written: object) -> Iterator[Mistake]:
    """An option that is there."""
    yield from wrong_choice(written, (*field.options, field.skip))


def said(field: Choice, written: str, names: Names | None, t: Words) -> tuple[Said, ...]:
    """The option."""
    return (Said((written,)),)
