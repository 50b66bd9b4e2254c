"""What every kind of field shares. The kinds themselves are the folders of `fields`."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field as Setting

from ..authoring.strict_model import Strict
from ..authoring.text_types import Id, Label, Line

if TYPE_CHECKING:
    from .exercise import Exercise

SKIP = "I would rather not say"
PEOPLE = ("One of us", "The other of us")


class Field(Strict):
    """Anything that can stand in a part of an exercise; `kind` names its folder."""

    kind: str
    """the kind of field"""

    run: ClassVar[str] = ""
    """fields with the same run stand in one block when they follow one another"""

    def mistakes(self, exercise: "Exercise") -> Iterator[tuple[tuple[str | int, ...], str, str]]:
        """What is wrong with this field in its exercise: the path below the field, what is wrong, what to write."""
        yield from ()


class Question(Field):
    """A field that the reader answers."""

    id: Id
    """a name that is unique in this exercise"""
    label: Label
    """the question, at most fourteen words"""
    hint: Line | None = None
    """one short sentence that helps to answer"""

    def mistakes(self, exercise: "Exercise") -> Iterator[tuple[tuple[str | int, ...], str, str]]:
        """No two answers say the same, so that paper and screen tell which was chosen."""
        yield from repeated_options(getattr(self, "options", None) or (), getattr(self, "skip", None))


def repeated_options(options: Iterable[str], skip: str | None) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Options that say what another one, or the way not to say, says already."""
    seen = {skip.casefold(): "the way not to say"} if skip else {}
    for index, option in enumerate(options):
        first = seen.setdefault(option.casefold(), f"option {index + 1}")
        if first != f"option {index + 1}":
            yield ("options", index), f"“{option}” is also {first}.", "Write other words, or remove it."


Rows = Annotated[int, Setting(ge=2, le=12)]
"""How many lines tall a box starts; it grows with what is typed."""

People = tuple[Line, Line]
"""How two people are named on a sheet."""


class Choosable(Question):
    """One of several controls can be chosen; nothing is chosen at first, and there is a way not to say."""

    skip: Label = SKIP
    """the way not to say"""
