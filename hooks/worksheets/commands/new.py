"""`new`: the folder of a clinic."""

import os
from pathlib import Path

import click

from ..authoring.text_types import unseen
from ..editions.clinic_folder import new_clinic, readable
from ..editions.disk_names import is_taken
from ..editions.what_to_type import what_to_type
from .clinic_argument import CLINICS, from_guide, stop


@click.command()
@click.argument("clinic", metavar="NAME")
def new(clinic: str) -> None:
    """Make the folder of a clinic.

    NAME is the name of the folder, such as harbour or "My Clinic"; it is made in clinics/. With a slash in it, as in
    /srv/guides/harbour, it is the whole path.
    """
    name = clinic.rstrip("/" + os.sep)
    odd = any(ord(sign) < 32 for sign in name) or any(unseen(readable(name)))
    last = Path(name).name
    if not name.strip() or odd or last in ("", ".", "..") or is_taken(last):
        stop(f"“{clinic}” cannot be the name of a folder. Write a name such as harbour.")
    folder = from_guide(Path(name)) if "/" in name or os.sep in name else CLINICS / name
    try:
        new_clinic(Path.cwd(), folder)
    except FileExistsError:
        stop(f"{folder} is there already. Nothing was changed.")
    click.echo(f"Made {folder}. Next: write your name into {folder / 'brand.yml'}, then run")
    click.echo(f"  {what_to_type('serve', folder)}")
