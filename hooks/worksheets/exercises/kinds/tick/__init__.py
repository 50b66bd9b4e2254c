"""One item of a checklist."""

from typing import ClassVar, Literal

from ...field import Question


class Tick(Question):
    """One item of a checklist."""

    kind: Literal["tick"]
    run: ClassVar[str] = "ticks"
