"""`check`: what is wrong with the guide or a clinic's copy."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from ..authoring.problems import Problem, report
from ..authoring.source_files import Folders
from ..build_start import TEMPLATES
from ..editions.edition import Edition
from ..editions.site_languages import read_site
from ..fhir.questionnaires import misfits
from ..guide.prose_rules import broken_in_language, broken_rules
from ..paper.all_sheets import all_sheets
from ..paper.font_files import read_fonts
from ..paper.leaf_writer import SheetContext
from ..paper.missing_glyphs import missing_glyphs
from ..paper.sheet_sources import sheet_sources
from ..rendering.image_sizes import pictures_without_size
from ..rendering.renderer import Renderer
from ..site.page_promises import broken_promises
from .clinic_argument import optional_clinic, refuse_the_guide
from .places_in_pages import lost_places, renderer_of
from .refusal import stop


@click.command()
@optional_clinic
def check(clinic: Path | None) -> None:
    """Say what is wrong, with file and line.

    Without CLINIC it checks the guide itself, with it a clinic's copy, such as clinics/harbour. Nothing is changed.
    """
    refuse_the_guide(clinic)
    site, guide, problems = read_site(Folders.of(Path.cwd()), clinic)
    editions = site.of_all if site else []
    notices = list(site.notices) if site else []
    refused = {problem.file for problem in problems}
    # who knows how long the HTML of others would take
    sound = [page for page in guide.pages if page.file not in refused]
    if clinic is None:
        problems += broken_rules(guide)
        problems += [one for each in editions for one in broken_in_language(each.guide, each.brand.language)]
    problems += [one for each in editions for one in misfits(each.guide.catalogue, each.brand)]
    problems += [*broken_promises(sound, Path.cwd()), *pictures_without_size(guide.pages, guide.files)]
    if {problem.file for problem in problems} <= {page.file for page in guide.pages}:
        for edition in editions:
            renderer = renderer_of(Path.cwd(), edition)
            problems += lost_places(renderer, edition)
            has_pdfs = "pdf" in edition.brand.formats
            problems += _missing_letters(renderer, edition, Folders.of(Path.cwd()), clinic) if has_pdfs else ()
    for notice in notices:
        click.echo(f"Note: {notice}", err=True)
    for warning in guide.helplines.stale(date.today()) if guide.helplines else ():
        click.echo(f"Warning: {warning}", err=True)
    if problems:
        # what has to be mended stands last and apart from the notes, where somebody looks first
        stop("\n" * bool(notices) + report(list(dict.fromkeys(problems))))
    click.echo(f"{len(guide.pages)} pages and {len(guide.catalogue.entries)} exercises: nothing to fix.")


def _missing_letters(renderer: Renderer, edition: Edition, folders: Folders, clinic: Path | None) -> Iterable[Problem]:
    """The letters of sheets that no font has; Markdown need not become HTML for that."""
    fonts, problems = read_fonts(folders, edition.overlay)
    sheets = all_sheets(renderer, SheetContext("", "", edition.reviews, lambda text: text))
    sources = sheet_sources(edition.guide, folders, clinic or folders.root, folders.root / TEMPLATES)
    return problems or missing_glyphs(sheets, fonts, folders.root, sources)
