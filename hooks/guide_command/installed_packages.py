"""Whether the packages that a guide needs are installed: a newer guide may need others than `guide` came with."""

import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement


def missing_packages(guide: Path) -> list[str]:
    """What the guide's pyproject.toml asks for and is not here, or not in a version that will do."""
    project = tomllib.loads((guide / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [wanted for wanted in project["dependencies"] if not _is_installed(Requirement(wanted))]


def _is_installed(wanted: Requirement) -> bool:
    try:
        return metadata.version(wanted.name) in wanted.specifier
    except metadata.PackageNotFoundError:
        return False
