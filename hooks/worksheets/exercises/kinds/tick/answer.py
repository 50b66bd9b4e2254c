"""An item of a checklist in an example: ticked, or left empty."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, shown
from ...field import Mistake
from . import Tick

LOOKS = "`true` for a tick, `false` for none"


def mistakes(field: Tick, written: object) -> Iterator[Mistake]:
    """A tick, or none."""
    if not isinstance(written, bool):
        yield (), f"{shown(written)} is neither a tick nor an empty box.", f"Write {LOOKS}."


def said(field: Tick, written: bool, names: Names | None, t: Words) -> tuple[Said, ...]:
    """Which of the two."""
    return (Said((t("tick-set" if written else "tick-not-set"),)),)
