"""One of several."""

from typing import Annotated, Literal

from pydantic import Field as Setting

from ....authoring.text_types import Line
from ...field import Choosable


class Choice(Choosable):
    """One of several, or none."""

    kind: Literal["choice"]
    options: Annotated[tuple[Line, ...], Setting(min_length=2, max_length=9)]
    """what can be chosen"""
