"""`diff`: what is new in the guide's files that a clinic replaces."""

from pathlib import Path

import click

from ..editions.originals import replaced
from .clinic_argument import CLINIC, overlay_of


@click.command()
@click.argument("clinic", type=CLINIC)
def diff(clinic: Path) -> None:
    """Show what is new in files that a clinic replaces.

    It compares the guide's files now with those that the clinic's were copied from.
    """
    differences = [one.difference() for one in replaced(Path.cwd(), overlay_of(clinic)) if not one.is_in_step]
    click.echo("\n".join(differences) if differences else "Nothing that you replace has changed in the guide.")
