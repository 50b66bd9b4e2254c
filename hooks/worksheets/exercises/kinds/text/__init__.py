"""Sentences, in a box that grows."""

from typing import Literal

from ...field import Question, Rows


class Text(Question):
    """Sentences, in a box that grows with them."""

    kind: Literal["text"]
    """sentences, in a box that grows"""
    rows: Rows = 4
