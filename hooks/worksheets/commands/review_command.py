"""`review`: forms for those who review the guide."""

from pathlib import Path

import click

from .clinic_argument import optional_clinic, refuse_the_guide
from .site_host import config_file, run_beside

FORMS = Path("build") / "review"


@click.command("review")
@optional_clinic
def review_forms(clinic: Path | None) -> None:
    """Write the forms for a review into build/review.

    They are one PDF and one CSV.
    """
    refuse_the_guide(clinic)
    run_beside("write_review_forms.py", config_file(clinic), str(FORMS.absolute()))
