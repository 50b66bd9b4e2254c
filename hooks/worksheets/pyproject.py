"""What pyproject.toml says of the guide: its name and its version."""

import tomllib
from pathlib import Path


def name(root: Path) -> str:
    """The name of the guide in a folder, as files and programs bear it, such as `rupture-and-repair`."""
    return _project(root)["name"]


def version(root: Path) -> str:
    """The version of the guide in a folder, such as `0.2.0`."""
    return _project(root)["version"]


def _project(root: Path) -> dict[str, str]:
    project: dict[str, str] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project
