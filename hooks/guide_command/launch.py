"""Starts a command in the guide's folder, from wherever it was typed."""

import os
import sys
from pathlib import Path

import click

from .guide_folder import guide_folder
from .installed_packages import missing_packages

OUTSIDE = (
    "{} is in no folder of the guide. Go into that folder first (cd FOLDER), or name it: guide --guide FOLDER check"
)
OTHER_PACKAGES = (
    "This guide needs {}, which this command was installed without. Install it again: "
    'pipx install --force "{}", or: uv tool install --force "{}"'
)


@click.command(
    add_help_option=False, context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@click.option("--guide", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def main(folder: Path, arguments: tuple[str, ...]) -> None:
    """Run a command of the guide as if it were typed in the guide's own folder."""
    guide, started = guide_folder(folder.resolve()), Path.cwd()
    if guide is None:
        raise click.ClickException(OUTSIDE.format(folder.resolve()))
    if missing := missing_packages(guide):
        raise click.ClickException(OTHER_PACKAGES.format(", ".join(missing), guide, guide))
    os.chdir(guide)
    sys.path.insert(0, str(guide / "hooks"))
    from worksheets.__main__ import run

    run(arguments, "guide", started)
