"""`new`: the folder of a clinic."""

import os
from pathlib import Path

import click

from ..authoring.problems import report
from ..authoring.source_files import Folders
from ..authoring.text_types import unseen
from ..editions.disk_names import unfit_for_windows
from ..editions.language_folder import LanguageSettings, read_language
from ..editions.new_clinic_folder import new_clinic, readable
from ..editions.what_to_type import what_to_type
from .clinic_argument import CLINICS, from_guide
from .language_option import in_language, refuse_unknown_language
from .refusal import stop


@click.command()
@click.argument("clinic", metavar="NAME")
@in_language("A language that the guide has")
def new(clinic: str, language: str | None) -> None:
    """Make the folder of a clinic.

    NAME is the name of the folder, such as harbour or "My Clinic"; it is made in clinics/. With a slash in it, as in
    /srv/guides/harbour, it is the whole path.
    """
    name = clinic.rstrip("/" + os.sep)
    odd = any(ord(sign) < 32 for sign in name) or any(unseen(readable(name)))
    last = Path(name).name
    if last not in ("", ".", "..") and not odd and (why := unfit_for_windows(last)):
        stop(f"“{clinic}” {why}, and could not be a folder there. Write a name such as harbour.")
    if not name.strip() or odd or last in ("", ".", ".."):
        stop(f"“{clinic}” cannot be the name of a folder. Write a name such as harbour.")
    folder = from_guide(Path(name)) if "/" in name or os.sep in name else CLINICS / name
    settings = _settings(language) if language else None
    try:
        new_clinic(Path.cwd(), folder, settings)
    except FileExistsError:
        stop(f"{folder} is there already. Nothing was changed.")
    click.echo(f"Made {folder}. Next: write your name into {folder / 'brand.yml'}, then run")
    click.echo(f"  {what_to_type('serve', folder)}")


def _settings(code: str) -> LanguageSettings | None:
    """What a language of the guide says of itself; None for the guide's own. The end of the command without one."""
    refuse_unknown_language(code)
    found, problems = read_language(Folders.of(Path.cwd()), code)
    if problems:
        stop(report(problems))
    return found.settings if found else None
