"""The version of the guide, which pyproject.toml has."""

import tomllib
from pathlib import Path


def version(root: Path) -> str:
    """The version of the guide in a folder, such as `0.2.0`."""
    return str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])
