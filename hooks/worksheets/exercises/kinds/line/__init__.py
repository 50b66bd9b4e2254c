"""A few words on one line."""

from typing import Literal

from ...field import Question


class Line(Question):
    """A few words on one line."""

    kind: Literal["line"]
    """a few words on one line"""
