"""What two people agree."""

from typing import Literal

from ...field import PEOPLE, People, Question


class Agreement(Question):
    """What two people agree: the words, both names and the day; on paper, lines to sign."""

    kind: Literal["agreement"]
    people: People = PEOPLE
    """how the two are named"""
