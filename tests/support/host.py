"""The program that builds the site, for tests and measurements: they name it here alone."""

import sys
from importlib import import_module

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url
from mkdocs.utils.yaml import yaml_load

__all__ = [
    "HOST",
    "File",
    "Files",
    "MkDocsConfig",
    "build",
    "get_relative_url",
    "host_command",
    "load_config",
    "run_host_here",
    "yaml_load",
]

HOST = "mkdocs"
"""Its package, its module and its logger."""


def host_command(*arguments: str) -> list[str]:
    """What runs it in a process of its own."""
    return [sys.executable, "-m", HOST, *arguments]


def run_host_here(*arguments: str) -> None:
    """Run its command line in this process. It is loaded only here, because it looks for all themes as it is."""
    import_module(f"{HOST}.__main__").cli(list(arguments), standalone_mode=False)
