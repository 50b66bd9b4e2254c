"""Any of several."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field as Setting

from ....authoring.text_types import Line
from ...field import ExerciseParts, Mistake, Question, repeated_options
from ...options import Options, are_short


class Choices(Question):
    """Any of several; leaving all of them empty is an answer too."""

    kind: Literal["choices"]
    """any of several"""
    options: Annotated[tuple[Line, ...], Setting(min_length=2, max_length=12)]
    """what can be ticked"""

    @property
    def are_short(self) -> bool:
        """Whether the options stand side by side."""
        return are_short(self.options)

    @property
    def answers(self) -> Options:
        """Any of the options, in the author's words; each that is ticked adds one."""
        return Options(
            controls={option: f"--{number}" for number, option in enumerate(self.options, 1)},
            each="#{id} ",
            tests=("is", "any-of", "at-least"),
            said="ticked-under",
            several=True,
            adds=dict.fromkeys(self.options, 1),
        )

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """No two options say the same."""
        yield from repeated_options(self.options, None)
