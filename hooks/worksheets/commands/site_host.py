"""The program that builds the site, and those beside its hooks, run in this process as if they had been typed."""

import os
import runpy
import sys
from collections.abc import Callable
from pathlib import Path

from .language_option import ONE_LANGUAGE
from .refusal import stop

HOST = "mkdocs"
"""Its package."""

HOOKS = Path("hooks")

SHEETS = "SHEETS"
"""The variable by which mkdocs.yml leaves the PDFs out."""

QUIET = "NO_MKDOCS_2_WARNING"
"""The variable by which the theme says nothing of other hosts."""


def build_site(clinic: Path | None, *arguments: str, pdfs: bool, language: str | None = None) -> None:
    """Build the site of the guide or of a clinic's copy; SystemExit if it cannot be."""
    run_host("build", "--strict", "--config-file", config_file(clinic), *arguments, pdfs=pdfs, language=language)


def run_host(*arguments: str, pdfs: bool, language: str | None = None) -> None:
    """Run a command of the host, for one language alone if it is given; SystemExit if it fails."""
    os.environ.setdefault(QUIET, "1")
    if not pdfs:
        os.environ[SHEETS] = "false"
    if language:
        os.environ[ONE_LANGUAGE] = language
    _run(lambda: runpy.run_module(HOST, run_name="__main__", alter_sys=True), arguments)


def run_beside(program: str, *arguments: str) -> None:
    """Run a program that lies beside the hooks; SystemExit if it fails."""
    _run(lambda: runpy.run_path(str(HOOKS / program), run_name="__main__"), arguments)


def config_file(clinic: Path | None) -> str:
    """What a site is built by, or the end of the command if it is not there."""
    file = (clinic or Path()).absolute() / "mkdocs.yml"
    if not file.is_file():
        stop(f"“{clinic or file.parent}” is no folder of a clinic: it has no {file.name}.")
    return str(file)


def _run(program: Callable[[], object], arguments: tuple[str, ...]) -> None:
    sys.argv[1:] = arguments
    try:
        program()
    except SystemExit as end:
        if end.code:
            raise
