"""One item of a checklist."""

from typing import Literal

from ...field import Question


class Tick(Question):
    """One item of a checklist."""

    kind: Literal["tick"]
