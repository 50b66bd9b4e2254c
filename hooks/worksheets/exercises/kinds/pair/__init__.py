"""The same question to two people, side by side."""

from typing import Literal

from ...field import PEOPLE, People, Question, Rows


class Pair(Question):
    """The same question to two people, side by side."""

    kind: Literal["pair"]
    people: People = PEOPLE
    """how the two are named"""
    rows: Rows = 4
