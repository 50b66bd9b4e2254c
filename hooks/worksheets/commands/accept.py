"""`accept`: a clinic's own files are in step with the guide."""

from pathlib import Path

import click

from ..editions import originals
from .clinic_argument import CLINIC, overlay_of


@click.command()
@click.argument("clinic", type=CLINIC)
def accept(clinic: Path) -> None:
    """Say that a clinic's own files are up to date.

    The guide's files as they are now are remembered, and `diff` shows only what changes after this.
    """
    names = originals.accept(Path.cwd(), overlay_of(clinic))
    click.echo("\n".join(["Your files count as in step with:", *names]) if names else "Everything was in step.")
