"""Any of several."""

from typing import Annotated, Literal

from pydantic import Field as Setting

from ...field import Question
from ...texts import Line


class Choices(Question):
    """Any of several; leaving all of them empty is an answer too."""

    kind: Literal["choices"]
    options: Annotated[tuple[Line, ...], Setting(min_length=2, max_length=12)]
    """what can be ticked"""
