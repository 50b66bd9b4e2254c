"""A time-out in an example: how long it was."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, wrong_choice
from ...field import Mistake
from . import Pause

LOOKS = "one of the lengths in minutes, such as `30`"


def mistakes(field: Pause, written: object) -> Iterator[Mistake]:
    """A length that can be chosen."""
    yield from wrong_choice(written, (*field.minutes, field.skip))


def said(field: Pause, written: int | str, names: Names | None, t: Words) -> tuple[Said, ...]:
    """The length, or the way to choose no clock."""
    return (Said((written if isinstance(written, str) else t("pause-minutes", minutes=written),)),)
