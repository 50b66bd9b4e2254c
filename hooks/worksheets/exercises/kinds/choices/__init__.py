"""Any of several."""

from typing import Annotated, Literal

from pydantic import Field as Setting

from ....authoring.text_types import Line
from ...field import Question


class Choices(Question):
    """Any of several; leaving all of them empty is an answer too."""

    kind: Literal["choices"]
    options: Annotated[tuple[Line, ...], Setting(min_length=2, max_length=12)]
    """what can be ticked"""
