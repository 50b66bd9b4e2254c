"""A day."""

from typing import Literal

from ...field import Question


class Date(Question):
    """A day."""

    kind: Literal["date"]
    """a day"""
