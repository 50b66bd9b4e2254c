"""One brand of a fleet, or a row that should be one."""

from dataclasses import dataclass
from pathlib import Path

from ..authoring.problems import Problem
from ..editions.branch import Branch

CONFIG = "mkdocs.yml"


@dataclass(frozen=True)
class Member:
    """A brand: its name in the fleet, the folder of its clinic, and the row over that, if it is one.

    `address` is that of its site, or empty for the one in the clinic's mkdocs.yml; `site` the folder in which its site
    is published; `file` and `line` are where it is named.
    """

    name: str
    clinic: Path
    branch: Branch | None
    address: str
    site: Path
    file: str
    line: int


@dataclass(frozen=True)
class RefusedRow:
    """A row of a table that cannot be a brand: what it is called there, where it begins, and what is wrong with it."""

    folder: str
    file: str
    line: int
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """What people call it: its folder, whatever is wrong with that, or else its place."""
        return self.folder or f"{self.file}:{self.line}"

    @property
    def site(self) -> None:
        """Nothing: where it would be published may be what is wrong."""

    @property
    def why(self) -> str:
        """All that is wrong, a line for each problem."""
        return "\n".join(str(problem) for problem in sorted(self.problems))
