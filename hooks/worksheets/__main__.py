"""The command line of the guide: `python -m worksheets`, which `make` calls for you."""

import errno
import io
import os
import shlex
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from .authoring.problems import Problem, nearest, report
from .authoring.source_files import Folders, Overlay
from .authoring.text_types import unseen
from .authoring.words import SOURCE
from .build import TEMPLATES
from .commands.translate import translate
from .editions import clinic_folder as clinics
from .editions.edition import Edition
from .editions.language_folder import LanguageSettings, known_languages, read_language
from .editions.layers import clinic_overlay
from .editions.site_languages import read_site
from .fhir.questionnaires import misfits
from .guide.link_checks import missing_anchors
from .guide.prose_rules import broken_rules
from .paper.all_sheets import all_sheets
from .paper.font_files import read_fonts
from .paper.missing_glyphs import missing_glyphs
from .paper.sheet_sources import sheet_sources
from .paper.sheet_writer import SheetContext
from .rendering.image_sizes import pictures_without_size
from .rendering.page_anchors import page_anchors
from .rendering.renderer import Renderer
from .rendering.templates import environment
from .schema import schemas
from .site.page_promises import broken_promises
from .version import version

CLINICS = "clinics"
FOLDER = click.Path(path_type=Path)


class _Commands(click.Group):
    """Commands that report an error of the system in one sentence."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            what = error.filename2 or error.filename or "a file"
            raise click.ClickException(f"{what} cannot be read or written: {error.strerror or error}.") from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Check the guide or a clinic's copy, and look after a clinic's folder. Nothing here builds or publishes anything.

    Run it in the guide's folder. Each command has its own help: python -m worksheets new --help
    """


@main.command()
@click.argument("clinic", type=FOLDER, required=False)
def check(clinic: Path | None) -> None:
    """Say what is wrong, with file and line.

    Without CLINIC it checks the guide itself, with it a clinic's copy, such as clinics/harbour. Nothing is changed.
    """
    if clinic is not None:
        _refuse_the_guide(clinic)
    site, guide, problems = read_site(Folders.of(Path.cwd()), clinic)
    editions = site.of_all if site else []
    refused = {problem.file for problem in problems}
    # who knows how long the HTML of others would take
    sound = [page for page in guide.pages if page.file not in refused]
    problems += broken_rules(guide) if clinic is None else []
    problems += misfits(guide.catalogue, editions[0].brand) if editions else ()
    problems += [*broken_promises(sound, Path.cwd()), *pictures_without_size(guide.pages, guide.files)]
    if {problem.file for problem in problems} <= {page.file for page in guide.pages}:
        for edition in editions:
            renderer = _renderer(Path.cwd(), edition)
            problems += missing_anchors(edition.guide.pages, page_anchors(renderer))
            problems += _missing_letters(renderer, edition, Folders.of(Path.cwd()), clinic)
    for notice in site.notices if site else ():
        click.echo(f"Note: {notice}", err=True)
    for warning in guide.helplines.stale(date.today()) if guide.helplines else ():
        click.echo(f"Warning: {warning}", err=True)
    if problems:
        _stop(report(list(dict.fromkeys(problems))))
    click.echo(f"{len(guide.pages)} pages and {len(guide.catalogue.entries)} exercises: nothing to fix.")


@main.command()
@click.argument("clinic", metavar="NAME")
@click.option("--language", default=SOURCE, help="A language that the guide has, by its code, such as es.")
def new(clinic: str, language: str) -> None:
    """Make the folder of a clinic.

    NAME is the name of the folder, such as harbour or "My Clinic"; it is made in clinics/. With a slash in it, as in
    /srv/guides/harbour, it is the whole path.
    """
    name = clinic.rstrip("/" + os.sep)
    odd = any(ord(sign) < 32 for sign in name) or any(unseen(clinics.readable(name)))
    if not name.strip() or odd or Path(name).name in ("", ".", ".."):
        _stop(f"“{clinic}” cannot be the name of a folder. Write a name such as harbour.")
    folder = Path(name) if "/" in name or os.sep in name else Path(CLINICS) / name
    settings = _language(language)
    try:
        clinics.new_clinic(Path.cwd(), folder, settings)
    except FileExistsError:
        _stop(f"{folder} is there already. Nothing was changed.")
    click.echo(f"Made {folder}. Next: write your name into {folder / 'brand.yml'}, then run")
    click.echo(f"  make serve CLINIC={shlex.quote(str(folder))}")


@main.command()
@click.argument("clinic", type=FOLDER)
@click.argument("file", type=FOLDER)
def own(clinic: Path, file: Path) -> None:
    """Copy a file of the guide into a clinic's folder.

    FILE is a page, an exercise, a picture or a pack of the guide, such as docs/a-page.md. Change the copy: the site
    of the clinic shows it in the place of the guide's.
    """
    overlay = _overlay(clinic)
    try:
        target = clinics.copy_to_own(Path.cwd(), clinic, file, overlay.below)
    except FileExistsError as error:
        _stop(f"{error.filename} is there already. Nothing was changed.")
    except ValueError as error:
        _stop(str(error))
    click.echo(f"Copied {file} to {target}. Change it there; the guide's stays as it is.")


@main.command()
@click.argument("clinic", type=FOLDER)
def diff(clinic: Path) -> None:
    """Show what is new in files that a clinic replaces.

    It compares the guide's files now with those that the clinic's were copied from.
    """
    replaced = clinics.replaced(Path.cwd(), _overlay(clinic))
    differences = [one.difference() for one in replaced if not one.is_in_step]
    click.echo("\n".join(differences) if differences else "Nothing that you replace has changed in the guide.")


@main.command()
@click.argument("clinic", type=FOLDER)
def accept(clinic: Path) -> None:
    """Say that a clinic's own files are up to date.

    The guide's files as they are now are remembered, and `diff` shows only what changes after this.
    """
    names = clinics.accept(Path.cwd(), _overlay(clinic))
    click.echo("\n".join(["Your files count as in step with:", *names]) if names else "Everything was in step.")


@main.command()
def schema() -> None:
    """Write the schemas for editors.

    By them an editor checks and completes the files. Needed only after a change in the code or in words/en.yml.
    """
    try:
        written = schemas(Path.cwd())
    except ValueError as error:
        _stop(str(error))
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")


main.add_command(translate)


def _missing_letters(renderer: Renderer, edition: Edition, folders: Folders, clinic: Path | None) -> Iterable[Problem]:
    """The letters of sheets that no font has; Markdown needs not be made HTML for that."""
    fonts, problems = read_fonts(folders, edition.overlay)
    sheets = all_sheets(renderer, SheetContext("", "", {}, lambda text: text))
    sources = sheet_sources(edition.guide, folders, clinic or folders.root, folders.root / TEMPLATES)
    return problems or missing_glyphs(sheets, fonts, folders.root, sources)


def _renderer(root: Path, edition: Edition) -> Renderer:
    templates = environment([root / TEMPLATES], version(root), edition.guide.drawings)
    return Renderer(edition.guide, templates, edition.brand, edition.words, {})


def _overlay(clinic: Path) -> Overlay:
    """A clinic's folder, or the end of the command if it has no readable brand."""
    _refuse_the_guide(clinic)
    overlay = clinic_overlay(Folders.of(Path.cwd()), clinic)
    if overlay is None:
        command = f"make check CLINIC={shlex.quote(str(clinic))}"
        _stop(f"{clinic} has no brand.yml that can be read: {command} says why.")
    return overlay


def _language(code: str) -> LanguageSettings | None:
    """What a language of the guide says of itself; None for the guide's own. The end of the command without one."""
    known = known_languages(Path.cwd())
    if code not in known:
        _stop(f"The guide has nothing in the language `{code}`. {nearest(code, known)}")
    found, problems = read_language(Folders.of(Path.cwd()), code)
    if problems:
        _stop(report(problems))
    return found.settings if found else None


def _refuse_the_guide(clinic: Path) -> None:
    """The guide has a brand.yml too, and must not be filled with copies of itself."""
    if clinic.resolve() == Path.cwd().resolve():
        _stop(f"“{clinic}” is the guide itself, and no clinic’s folder. Name that, such as clinics/harbour.")


def _stop(said: str) -> NoReturn:
    click.echo(said, err=True)
    sys.exit(1)


def _speak_utf_8() -> None:
    """Let every name be printed, also where the locale knows ASCII only."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


if __name__ == "__main__":
    _speak_utf_8()
    main(prog_name="python -m worksheets")
