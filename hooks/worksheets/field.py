"""What every kind of field shares. The kinds themselves are the folders of `fields`."""

from typing import Annotated

from pydantic import Field as Setting

from .texts import Id, Label, Line
from .validation import Strict

SKIP = "I would rather not say"
PEOPLE = ("One of us", "The other of us")


class Field(Strict):
    """Anything that can stand in a part of an exercise; `kind` names its folder."""

    kind: str
    """the kind of field"""


class Question(Field):
    """A field that the reader answers."""

    id: Id
    """a name that is unique in this exercise"""
    label: Label
    """the question, at most fourteen words"""
    hint: Line | None = None
    """one short sentence that helps to answer"""


Rows = Annotated[int, Setting(ge=2, le=12)]
"""How many lines tall a box starts; it grows with what is typed."""

People = tuple[Line, Line]
"""How two people are named on a sheet."""


class Choosable(Question):
    """One of several controls can be chosen; nothing is chosen at first, and there is a way not to say."""

    skip: Label = SKIP
    """the way not to say"""
