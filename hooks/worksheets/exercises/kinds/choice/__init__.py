"""One of several."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field as Setting

from ....authoring.text_types import Line
from ...field import Choosable, ExerciseParts, Mistake, repeated_options
from ...options import Options, are_short, radio_buttons


class Choice(Choosable):
    """One of several, or none."""

    kind: Literal["choice"]
    """one of several"""
    options: Annotated[tuple[Line, ...], Setting(min_length=2, max_length=9)]
    """what can be chosen"""

    @property
    def are_short(self) -> bool:
        """Whether the options stand side by side."""
        return are_short((*self.options, self.skip))

    @property
    def answers(self) -> Options:
        """One of the options, in the author's words; there is nothing to add."""
        controls = [(option, f"--{number}") for number, option in enumerate(self.options, 1)]
        return radio_buttons(controls, self.skip, tests=("is", "any-of"), said="is")

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """No two options say the same."""
        yield from repeated_options(self.options, self.skip)
