"""`offline`: the site as one zip."""

from pathlib import Path

import click

from ..pyproject import name
from ..site.zip_archive import write_archive
from .clinic_argument import optional_clinic, refuse_the_guide
from .site_host import build_site

ASIDE = Path("build") / "offline"


@click.command()
@optional_clinic
@click.option("--no-pdfs", is_flag=True, help="Leave the PDFs out.")
def offline(clinic: Path | None, no_pdfs: bool) -> None:
    """Make one zip of the site, to be opened from a folder.

    A clinic's is in the build/ of its own folder, so that none is given out for another of the same name.
    """
    refuse_the_guide(clinic)
    build_site(clinic, "--no-directory-urls", "--site-dir", str(ASIDE.absolute()), pdfs=not no_pdfs)
    archive = (clinic or Path()) / "build" / f"{clinic.name if clinic else name(Path.cwd())}.zip"
    write_archive(ASIDE, archive)
    click.echo(f"{archive}: unpack it, and open index.html.")
