"""A whole number with its unit."""

from typing import Annotated, Literal

from pydantic import Field as Setting
from pydantic import model_validator

from ....authoring.text_types import Label, mistake
from ...field import Choosable
from ...options import NUMERIC, Options

MOST_NUMBERS = 61


class Number(Choosable):
    """A whole number with its unit, chosen from a list, so that it can be asked and added without a script."""

    kind: Literal["number"]
    """a whole number with its unit"""
    from_: Annotated[int, Setting(ge=0, le=10_000)]
    """the lowest number"""
    to: Annotated[int, Setting(ge=1, le=10_000)]
    """the highest number, at most 60 above the lowest"""
    unit: Label
    """what is counted, such as `hours`; it follows the number"""

    @model_validator(mode="after")
    def _is_a_list(self) -> "Number":
        if not 2 <= len(self.numbers) <= MOST_NUMBERS:
            raise mistake(
                f"From {self.from_} to {self.to} is not a list of 2 to {MOST_NUMBERS} numbers.",
                f"Write `to: {self.from_ + MOST_NUMBERS - 1}` or less; what is higher can be a `line`.",
            )
        return self

    @property
    def numbers(self) -> range:
        """Every number that can be chosen."""
        return range(self.from_, self.to + 1)

    @property
    def answers(self) -> Options:
        """One of the numbers, which adds itself. The first in the list is empty."""
        controls = [(number, f" :nth-child({place})") for place, number in enumerate(self.numbers, 2)]
        return Options(
            controls=dict([*controls, (self.skip, " :last-child")]),
            each="#{id} :not(:first-child)",
            tests=NUMERIC,
            said="is",
            skip=self.skip,
            adds={number: number for number in self.numbers},
        )
