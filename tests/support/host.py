"""The program that builds the site, for tests and measurements: they name it here alone. And the other that could."""

import sys
from importlib import import_module
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url
from mkdocs.utils.yaml import yaml_load

__all__ = [
    "HOST",
    "OTHER_HOST",
    "OTHER_PYTHON",
    "File",
    "Files",
    "MkDocsConfig",
    "build",
    "get_relative_url",
    "host_command",
    "load_config",
    "other_host_command",
    "run_host_here",
    "yaml_load",
]

HOST = "mkdocs"
"""Its package, its module and its logger."""
OTHER_HOST = "properdocs"
OTHER_PYTHON = Path(__file__).parents[2] / ".cache" / "other-host" / "bin" / "python"


def host_command(*arguments: str) -> list[str]:
    """What runs it in a process of its own."""
    return [sys.executable, "-m", HOST, *arguments]


def other_host_command(*arguments: str) -> list[str]:
    """What runs the other host in its own environment, which `make test` installs."""
    assert OTHER_PYTHON.exists(), "the other host is not installed: run `make test` or `make other-host`"
    return [str(OTHER_PYTHON), "-m", OTHER_HOST, *arguments]


def run_host_here(*arguments: str) -> None:
    """Run its command line in this process. It is loaded only here, because it looks for all themes as it is."""
    import_module(f"{HOST}.__main__").cli(list(arguments), standalone_mode=False)
