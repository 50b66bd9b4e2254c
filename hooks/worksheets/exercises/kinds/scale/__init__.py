"""A number on a line between two words."""

from typing import Annotated, Literal

from pydantic import Field as Setting
from pydantic import model_validator

from ....authoring.text_types import Line, mistake
from ...field import Choosable
from ...options import NUMERIC, Options, radio_buttons

MOST_POINTS = 11


class Scale(Choosable):
    """A number on a line between two words, to notice, never to judge."""

    kind: Literal["scale"]
    """a number on a line between two words"""
    from_: Annotated[int, Setting(ge=0, le=10)]
    """the first number"""
    to: Annotated[int, Setting(ge=1, le=20)]
    """the last number"""
    ends: tuple[Line, Line]
    """the words at both ends, such as `[calm, flooded]`"""

    @model_validator(mode="after")
    def _rises(self) -> "Scale":
        if not 2 <= len(self.points) <= MOST_POINTS:
            raise mistake(
                f"From {self.from_} to {self.to} is not a scale of 2 to {MOST_POINTS} points.",
                "Write `from: 0` and `to: 10`, or fewer points.",
            )
        return self

    @property
    def points(self) -> range:
        """Every number that can be chosen."""
        return range(self.from_, self.to + 1)

    @property
    def answers(self) -> Options:
        """One of the numbers, which adds itself."""
        controls = [(point, f"--{point}") for point in self.points]
        adds = {point: point for point in self.points}
        return radio_buttons(controls, self.skip, tests=NUMERIC, said="is", adds=adds)
