"""Choices in an example: some of the options."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, below, wrong_choice, wrong_list
from ...field import Mistake
from . import Choices

LOOKS = "a list of some options"


def mistakes(field: Choices, written: object) -> Iterator[Mistake]:
    """Options that are there, each once."""
    yield from wrong_list(written, len(field.options), LOOKS)
    for index, one in enumerate(written if isinstance(written, list) else ()):
        yield from below(index, wrong_choice(one, field.options))
        if isinstance(written, list) and one in written[:index]:
            yield (index,), f"“{one}” stands here twice.", "Remove it here."


def said(field: Choices, written: list[str], names: Names | None, t: Words) -> tuple[Said, ...]:
    """What is ticked, in the order of the sheet."""
    return (Said(tuple(option for option in field.options if option in written)),)
