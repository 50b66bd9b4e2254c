"""Words to read between fields."""

from typing import Literal

from ...field import Field
from ...texts import Prose


class Note(Field):
    """Words to read between fields."""

    kind: Literal["note"]
    text: Prose
    """one or more sentences"""
