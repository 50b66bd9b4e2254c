"""One item of a checklist."""

from typing import Literal

from ...field import TICKS, Question
from ...options import TICKED, Options


class Tick(Question):
    """One item of a checklist."""

    run = TICKS

    kind: Literal["tick"]
    """one item of a checklist"""

    @property
    def answers(self) -> Options:
        """Ticked, which adds one, or left empty."""
        return Options({TICKED: ""}, each="#{id}", tests=("is",), said="is-ticked", adds={TICKED: 1})
