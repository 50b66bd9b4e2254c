"""One line of the table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """Ours beside a reference, in one unit, with the command that made both and what was compared."""

    what: str
    ours: float
    reference: float
    unit: str
    against: str
    command: str

    @property
    def ratio(self) -> float:
        """Ours divided by the reference: below one, ours is less."""
        return self.ours / self.reference
