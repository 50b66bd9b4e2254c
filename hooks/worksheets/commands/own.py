"""`own`: a file of the guide, for a clinic to change."""

from pathlib import Path

import click

from ..editions.originals import copy_to_own
from .clinic_argument import CLINIC, FILE, clinic_here, overlay_of
from .refusal import stop


@click.command()
@click.argument("clinic", type=CLINIC, required=False)
@click.argument("file", type=FILE)
def own(clinic: Path | None, file: Path) -> None:
    """Copy a file of the guide into a clinic's folder.

    FILE is a page, an exercise, a picture or a pack of the guide, such as docs/a-page.md. Change the copy: the site
    of the clinic shows it in the place of the guide's.
    """
    clinic = clinic or clinic_here()
    if clinic is None:
        stop("Say whose folder it is for: guide own harbour docs/a-page.md")
    overlay = overlay_of(clinic)
    try:
        target = copy_to_own(Path.cwd(), clinic, file, overlay.below)
    except FileExistsError as error:
        stop(f"{error.filename} is there already. Nothing was changed.")
    except ValueError as error:
        stop(str(error))
    click.echo(f"Copied {file} to {target}. Change it there; the guide's stays as it is.")
