"""A clinic's folder, as people name it on the command line."""

import shlex
import sys
from pathlib import Path
from typing import NoReturn

import click

from ..authoring.source_files import Folders, Overlay
from ..editions.edition import read_edition

FOLDER = click.Path(path_type=Path)


def overlay_of(clinic: Path) -> Overlay:
    """A clinic's folder, or the end of the command if it has no readable brand."""
    refuse_the_guide(clinic)
    edition = read_edition(Folders.of(Path.cwd()), clinic)[0]
    if edition is None or edition.overlay is None:
        command = f"make check CLINIC={shlex.quote(str(clinic))}"
        stop(f"{clinic} has no brand.yml that can be read: {command} says why.")
    return edition.overlay


def refuse_the_guide(clinic: Path) -> None:
    """End the command: the guide has a brand.yml too, and must not be filled with copies of itself."""
    if clinic.resolve() == Path.cwd().resolve():
        stop(f"“{clinic}” is the guide itself, and no clinic’s folder. Name that, such as clinics/harbour.")


def stop(said: str) -> NoReturn:
    """End the command with what is wrong."""
    click.echo(said, err=True)
    sys.exit(1)
