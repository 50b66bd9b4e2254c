"""`export`: one exercise in every form."""

from pathlib import Path

import click

from .clinic_argument import CLINIC
from .site_host import config_file, run_beside

EXPORTED = Path("build") / "export"


@click.command("export")
@click.argument("exercise")
@click.option("--clinic", type=CLINIC, help="Whose words and looks it has.")
def export_forms(exercise: str, clinic: Path | None) -> None:
    """Write an exercise as PDFs, for Word and as FHIR.

    EXERCISE is its section and name, such as repair/pause-plan. The files go into build/export/, and each is named.
    """
    run_beside("export_exercise.py", config_file(clinic), exercise, str((EXPORTED / exercise).absolute()))
