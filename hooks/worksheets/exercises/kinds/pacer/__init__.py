"""Slow breathing."""

from typing import Annotated, Literal

from pydantic import Field as Setting
from pydantic import model_validator

from ....authoring.text_types import mistake
from ...field import Question

Seconds = Annotated[int, Setting(ge=3, le=10)]


class Pacer(Question):
    """Slow breathing: a circle to breathe with, and the same in words. No breath is ever held."""

    shelf = "moving"

    kind: Literal["pacer"]
    """slow breathing, with a circle to breathe with"""
    in_: Seconds = 4
    """whole seconds to breathe in, 3 to 10"""
    out: Seconds = 6
    """whole seconds to breathe out, 3 to 10, no fewer than `in`"""
    minutes: Annotated[int, Setting(ge=1, le=10)] = 2
    """how long it goes on before it ends by itself, 1 to 10"""

    @model_validator(mode="after")
    def _lets_go_slowly(self) -> "Pacer":
        if self.out < self.in_:
            raise mistake(
                f"Breathing out for {self.out} seconds is shorter than breathing in for {self.in_}.",
                f"Write `out: {self.in_}` or more, or a smaller `in`.",
            )
        return self

    @property
    def breath(self) -> int:
        """How many seconds one breath takes, in and out."""
        return self.in_ + self.out

    @property
    def breaths(self) -> int:
        """How many whole breaths fit into the minutes."""
        return self.minutes * 60 // self.breath
