"""What every kind of field shares, which is all that the rest of the core asks of one. Kinds are folders of `kinds`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Protocol

from pydantic import BaseModel
from pydantic import Field as Setting

from ..authoring.strict_model import Strict
from ..authoring.text_types import Id, Label, Line
from .options import Options

SKIP = "I would rather not say"
PEOPLE = ("Partner A", "Partner B")

TICKS = "ticks"
"""The run of the items of a checklist, and the word by which a condition asks how many of them are ticked."""

Mistake = tuple[tuple[str | int, ...], str, str]
"""A place below a field, what is wrong there, what to write instead."""


DefaultWords = Mapping[str, str | tuple[str, ...]]
"""A key of the words, or one for each of several texts, by key of a field."""


class ExerciseParts(Protocol):
    """What a field may ask of its exercise."""

    @property
    def fields(self) -> tuple["Field", ...]:
        """All fields of all parts, in order."""

    @property
    def blocks(self) -> Sequence["Block"]:
        """The blocks of all parts, in order."""

    @property
    def steps(self) -> bool:
        """Whether the reader is offered one part at a time."""


class Placed(Protocol):
    """An exercise in a page."""

    @property
    def anchor(self) -> str:
        """The id of its section, and what all ids in it begin with."""

    @property
    def exercise(self) -> ExerciseParts:
        """The exercise itself."""

    def control_id(self, field: "Field") -> str:
        """The id of one of its fields."""


class Field(Strict):
    """Anything that can be in a part of an exercise; `kind` names its folder."""

    kind: str
    """the word that names the kind of this field"""

    run: ClassVar[str] = ""
    """Consecutive fields with the same run form one block."""

    shelf: ClassVar[Literal["plain", "lively", "moving"]] = "plain"
    """the gallery that shows it: kinds that only take answers or words, that show something new in return, that move"""

    default_words: ClassVar[DefaultWords] = {}
    """What the model says in English where the author says nothing: its key in the words, by key of the field."""

    unread: ClassVar[frozenset[str]] = frozenset({"kind", "id"})
    """The keys whose texts no reader reads."""

    @property
    def answers(self) -> Options | None:
        """What can be chosen here, for conditions and sums; None where nothing can be asked or added."""
        return None

    @property
    def texts(self) -> tuple[str, ...]:
        """All that a reader reads of this field, in Markdown."""
        return tuple(text for name, value in self if name not in self.unread for text in _texts(value))

    @property
    def writers(self) -> tuple[str, str] | None:
        """The names of two people who each write here for themselves; a sheet with such a field has private copies."""
        return None

    @property
    def in_private(self) -> "Field | None":
        """This field in the copy for one of two people; None if it is not there."""
        return self

    @property
    def in_common(self) -> "Field | None":
        """This field on the page that two people share; None if it is not there."""
        return None

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """What is wrong with this field in its exercise."""
        yield from ()


@dataclass(frozen=True)
class Block:
    """Fields of the same run that follow one another in a part; those without a run are on their own."""

    run: str
    fields: tuple[Field, ...]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for _, inner in value:
            yield from _texts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)


class Question(Field):
    """A field that the reader answers."""

    id: Id
    """a name that is unique in this exercise"""
    label: Label
    """the question, at most fourteen words"""
    hint: Line | None = None
    """one short sentence that helps to answer"""


def repeated_options(options: Iterable[str], skip: str | None) -> Iterator[Mistake]:
    """Options that say what another one, or the way not to say, says already: paper could not tell which was meant."""
    seen = {skip.casefold(): "the way not to say"} if skip else {}
    for index, option in enumerate(options):
        first = seen.setdefault(option.casefold(), f"option {index + 1}")
        if first != f"option {index + 1}":
            yield ("options", index), f"“{option}” is also {first}.", "Write other words, or remove it."


def repeated(key: str, texts: Iterable[str]) -> Iterator[Mistake]:
    """Names in a list that are there already: no reader, and no screen reader, could tell which was meant."""
    seen: dict[str, int] = {}
    for index, text in enumerate(texts):
        first = seen.setdefault(text.casefold(), index)
        if first != index:
            yield (key, index), f"“{text}” is also number {first + 1} here.", "Write another name, or remove it."


Rows = Annotated[
    int, Setting(ge=2, le=12, description="how many lines tall the box starts; it grows with what is typed")
]
"""How many lines tall a box starts; it grows with what is typed."""

People = tuple[Line, Line]
"""How two people are named on a sheet."""

PEOPLE_WORDS: DefaultWords = {"people": ("first-person", "second-person")}
"""The keys of the words for two people whom the author does not name."""


class Choosable(Question):
    """One of several controls can be chosen; nothing is chosen at first, and there is a way not to say."""

    default_words: ClassVar[DefaultWords] = {"skip": "skip"}

    skip: Label = SKIP
    """the way not to say"""
