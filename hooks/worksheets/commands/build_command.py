"""`build`: the finished site."""

from pathlib import Path

import click

from .clinic_argument import from_guide, optional_clinic, refuse_the_guide
from .language_option import in_language, refuse_unknown_language
from .site_host import build_site

SITE = "site"


@click.command()
@optional_clinic
@click.option("--no-pdfs", is_flag=True, help="Leave the PDFs out, to be done in seconds.")
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), help="Put it there, not into site/.")
@in_language("One of its languages, alone")
def build(clinic: Path | None, no_pdfs: bool, into: Path | None, language: str | None) -> None:
    """Build the site, or say what is wrong.

    Without CLINIC it builds the guide itself into site/, with it a clinic's copy into the site/ in its folder. If
    anything is wrong, the old site stays as it is.
    """
    refuse_the_guide(clinic)
    if language:
        refuse_unknown_language(language, clinic)
    site = from_guide(into) if into else (clinic or Path()) / SITE
    aside = ("--site-dir", str(site.absolute())) if into else ()
    build_site(clinic, *aside, pdfs=not no_pdfs, language=language)
    click.echo(f"The site is in {site}.")
