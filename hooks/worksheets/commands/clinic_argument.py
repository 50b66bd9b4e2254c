"""A clinic's folder and files of the guide, as people name them on the command line.

Commands run in the guide's folder, whatever folder they were typed in; that one is the context's `obj`.
"""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from ..authoring.source_files import Folders, Overlay
from ..editions.brand import BRAND
from ..editions.layers import clinic_overlay
from ..editions.what_to_type import what_to_type
from .refusal import stop

CLINICS = Path("clinics")


class _Typed(click.ParamType[Path]):
    """A path that is sought where the command was typed, then in folders of the guide."""

    name = "path"

    def __init__(self, *places: Path) -> None:
        self.places = places

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The first one that is there, as it is called from the guide's folder; if none is, what was typed."""
        wholes = (_typed_in() / value, *(place.absolute() / value for place in self.places))
        found = next((path for path in wholes if os.path.lexists(path)), None)
        return from_guide(found) if found else Path(value)


CLINIC = _Typed(Path(), CLINICS)
"""The folder of a clinic; those in `clinics/` need no more than their name."""

FILE = _Typed(Path())


def optional_clinic(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `clinic`: an argument, or the option `--clinic`, or else the clinic's folder that it is typed in.

    None stands for the guide itself.
    """

    @click.argument("clinic", type=CLINIC, required=False)
    @click.option("--clinic", "also", type=CLINIC, hidden=True)
    @wraps(command)
    def with_clinic(clinic: Path | None, also: Path | None, **others: Any) -> None:
        command(clinic=clinic or also or clinic_here(), **others)

    return with_clinic


def from_guide(path: Path) -> Path:
    """A path that was typed, as it is called from the guide's folder; whole if it lies elsewhere."""
    guide, whole = Path.cwd(), Path(os.path.abspath(_typed_in() / path))
    return whole.relative_to(guide) if whole.is_relative_to(guide) else whole


def overlay_of(clinic: Path) -> Overlay:
    """A clinic's folder, or the end of the command if it has no readable brand."""
    refuse_the_guide(clinic)
    overlay = clinic_overlay(Folders.of(Path.cwd()), clinic)
    if overlay is None:
        stop(f"{clinic} has no {BRAND} that can be read: {what_to_type('check', clinic)} says why.")
    return overlay


def refuse_the_guide(clinic: Path | None) -> None:
    """End the command: the guide has a brand.yml too, and must not be filled with copies of itself."""
    if clinic is not None and clinic.resolve() == Path.cwd():
        stop(f"“{clinic}” is the guide itself, and no clinic’s folder. Name that, such as clinics/harbour.")


def _typed_in() -> Path:
    return Path(click.get_current_context().obj or Path.cwd())


def clinic_here() -> Path | None:
    """The clinic's folder that the command was typed in, if there is one around it."""
    typed = _typed_in()
    for folder in (typed, *typed.parents):
        if folder == Path.cwd():
            return None
        if (folder / BRAND).is_file():
            return from_guide(folder)
    return None
