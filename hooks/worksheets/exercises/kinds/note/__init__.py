"""Words to read between fields."""

from typing import Literal

from ....authoring.text_types import Prose
from ...field import Field


class Note(Field):
    """Words to read between fields."""

    kind: Literal["note"]
    """words to read between fields"""
    text: Prose
    """one or more sentences"""
