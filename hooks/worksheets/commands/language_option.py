"""A language of the guide, as people name it on the command line."""

from collections.abc import Callable
from pathlib import Path

import click

from ..authoring.problems import nearest, report
from ..authoring.source_files import Folders
from ..editions.language_folder import LANGUAGES, LanguageFolder, known_languages, read_language
from .refusal import stop

ONE_LANGUAGE = "SITE_LANGUAGE"
"""The variable by which mkdocs.yml takes one language alone."""


def in_language(says: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command `language`, a code or None. What it `says` there goes before what can be written."""
    return click.option("--language", help=f"{says}, by its code, such as es.")


def refuse_unknown_language(code: str, clinic: Path | None = None) -> None:
    """End the command: neither the guide nor this clinic has anything in that language."""
    known = known_languages(Path.cwd())
    own = clinic / LANGUAGES if clinic else None
    if own and own.is_dir():
        known += sorted(path.name for path in own.iterdir() if path.is_dir() and path.name not in known)
    if code not in known:
        stop(f"The guide has nothing in the language `{code}`. {nearest(code, known)}")


def language_folder(code: str) -> LanguageFolder:
    """A language of the guide, or the end of the command."""
    found, problems = read_language(Folders.of(Path.cwd()), code)
    if problems:
        stop(report(problems))
    if found is None:
        lines = f"code: {code}\nname: what it is called in itself"
        stop(f"There is no folder {LANGUAGES}/{code}. Make it, with a file language.yml that says:\n{lines}")
    return found
