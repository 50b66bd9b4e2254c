"""One brand of a fleet."""

from dataclasses import dataclass
from pathlib import Path

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
