"""`reviewed`: write down who has read which words."""

import shlex
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import get_args

import click

from ..authoring.problems import report
from ..authoring.source_files import Folders
from ..authoring.strict_model import validate
from ..authoring.yaml_document import read_document
from ..editions.edition import Edition, read_edition
from ..editions.review_files import Reviewed, names_of, reviewed_file
from ..guide.readings import Outcome, Reading, Role
from .clinic_argument import CLINIC, clinic_here, refuse_the_guide
from .refusal import stop


@click.command()
@click.option("--clinic", type=CLINIC, help="The folder of a clinic; without it, the guide itself.")
@click.option("--role", help="What they are. Without it, the role of `reviewer` in brand.yml.")
@click.option("--name", help="Who they are, in a clinic's copy. Without it, the name of `reviewer` in brand.yml.")
@click.option("--outcome", type=click.Choice(get_args(Outcome)), default="fits", show_default=True)
@click.option("--remarks", help="What to change, and why; needed unless it fits.")
@click.argument("files", nargs=-1, required=True)
def reviewed(
    clinic: Path | None,
    role: str | None,
    name: str | None,
    outcome: Outcome,
    remarks: str | None,
    files: Sequence[str],
) -> None:
    """Write down who has read which words.

    FILES are pages, exercises and packs, or folders of them. What is written down is a file in `reviews/`: who, the
    day of today, and a digest of the words that readers see now. When one of them changes, each page says so.
    """
    root, clinic = Path.cwd(), clinic or clinic_here()
    if clinic is not None:
        refuse_the_guide(clinic)
    edition, _, problems = read_edition(Folders.of(root), clinic)
    if edition is None or problems:
        stop(f"{report(problems)}\nNothing was written down. Mend this first.")
    role, name = _who(edition, role, name, clinic)
    found = [names_of(one, root, edition) for written in files for one in _split(written, root, edition)]
    if wrong := [why for _, why in found if why]:
        stop("\n".join([*wrong, "Nothing was written down."]))
    names = dict.fromkeys(one for some, _ in found for one in some)
    words = {one: edition.shown.words[one] for one in names}
    said = Reviewed(role, name, date.today(), outcome, remarks, words)
    path, text = reviewed_file(root, clinic or root, said)
    document, _ = read_document(text, str(path))
    _, problems = validate(Reading, document)
    if problems:
        stop("\n".join([*(f"{one.wrong} {one.write}" for one in problems), "Nothing was written down."]))
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    who = f"{name}, {role}" if name else role
    click.echo("\n".join([f"Written down in {Folders.of(root).name(path)}, as read today by {who}:", *names]))


def _who(edition: Edition, role: str | None, name: str | None, clinic: Path | None) -> tuple[str, str | None]:
    """The role and the name; in the guide one of three roles and no name."""
    roles = get_args(Role)
    if clinic is None and role not in roles:
        stop(f"Say as what they have read it: ROLE='…', one of {', '.join(roles)}.")
    if clinic is None and name:
        stop("Everybody can read the guide’s reviews, so they name nobody. Leave NAME out.")
    known = edition.brand.reviewer if clinic else None
    if role is None and known is None:
        stop(
            "brand.yml names no `reviewer`. Add `reviewer: { name: A. Name, role: clinical psychologist }` to it, "
            "or say who it was: ROLE='clinical psychologist' NAME='A. Name'."
        )
    if role is None and known:
        return known.role, name or known.name
    return str(role), name


def _split(written: str, root: Path, edition: Edition) -> list[str]:
    """The files that somebody has named in one go, with blanks between them; a name may have blanks too."""
    if written in edition.shown.words or (root / written).exists():
        return [written]
    try:
        return shlex.split(written)
    except ValueError:
        return [written]
