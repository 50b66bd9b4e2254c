"""`translate export` and `translate import`: a language as a PO file for translators’ tools, and back."""

from pathlib import Path

import click

from ..authoring.problems import report
from ..authoring.source_files import ORIGINALS, Folders
from ..pyproject import name, version
from ..translation_files.merging import merged, write_files
from ..translation_files.message_catalogue import MessageCatalogue, read_message_catalogue
from ..translation_files.po_file import Entry, po_of, read_entries
from .clinic_argument import from_guide
from .language_option import language_folder
from .refusal import stop

PO = click.Path(path_type=Path)
CUT = 60
"""How much of a text names it."""

MOST = 20
"""So many texts that are gone are named."""


@click.command()
@click.argument("language")
@click.argument("file", metavar="FILE.po", type=PO)
def export(language: str, file: Path) -> None:
    """Write all texts of the guide, with what is translated of them, into a PO file for translators' tools.

    It is the format of Poedit, Weblate, Crowdin and others. What the guide has changed since is marked as fuzzy.
    """
    catalogue, file = _catalogue(language), from_guide(file)
    old = _old_entries(catalogue, file) if file.exists() else []
    file.parent.mkdir(parents=True, exist_ok=True)
    root = Path.cwd()
    write_files({file: po_of(language, name(root), version(root), catalogue.entries, old)})
    texts = [known for _, known, _ in catalogue.entries]
    done = [known for known in texts if known]
    behind = sum(known.before is not None for known in done)
    click.echo(f"Wrote {file}. Texts: {len(texts)}. Translated: {len(done) - behind}. Behind: {behind}.")
    _tell_of_others(catalogue)


@click.command("import")
@click.argument("language")
@click.argument("file", metavar="FILE.po", type=PO)
def import_(language: str, file: Path) -> None:
    """Take over what translators have written into a PO file.

    What is empty, or marked as fuzzy, changes nothing. If anything is wrong, nothing is written.
    """
    catalogue, file = _catalogue(language), from_guide(file)
    if not file.is_file():
        stop(f"There is no file {file}.")
    entries, problems = read_entries(file.read_bytes(), str(file), language)
    found = merged(catalogue, entries, str(file))
    if problems := problems or found.problems:
        stop(report(problems))
    write_files(found.files)
    changed = sorted(path.relative_to(Path.cwd()).as_posix() for path in found.files if ORIGINALS not in path.parts)
    click.echo("\n".join([f"New texts: {found.taken}. Files:", *changed]) if changed else "Nothing is new.")
    if found.behind:
        click.echo(f"Behind, because the guide has changed since the file was written: {found.behind}.")
    _tell_of_others(catalogue)
    for entry in found.gone[:MOST]:
        said = entry.text if len(entry.text) <= CUT else f"{entry.text[:CUT].rstrip()}…"
        click.echo(f"{file}:{entry.line}: {entry.context}: The guide no longer says “{said}”.", err=True)
    if len(found.gone) > MOST:
        click.echo(f"And {len(found.gone) - MOST} more that the guide no longer says there.", err=True)


def _tell_of_others(catalogue: MessageCatalogue) -> None:
    for file in catalogue.apart:
        why = "it is built otherwise than what it was made from, or cannot be read"
        click.echo(f"{file} is left out: {why}.", err=True)


def _old_entries(catalogue: MessageCatalogue, file: Path) -> list[Entry]:
    """What a file that is there has of texts that are gone; the end of the command if it has more than the folder."""
    language = catalogue.language
    entries, problems = read_entries(file.read_bytes(), str(file), language)
    if problems:
        stop(f"{file} is there already, and is no PO file of that language. Choose another name.")
    found = merged(catalogue, entries, str(file))
    if found.taken:
        new = f"{file} is there already, and holds what languages/{language} does not have."
        stop(f"{new} Import it first, or choose another name: guide translate import {language} {file}")
    return [*found.gone, *(entry for entry in entries if entry.is_obsolete)]


def _catalogue(language: str) -> MessageCatalogue:
    """The texts of the guide with those of a language, or the end of the command."""
    language_folder(language)
    catalogue, problems = read_message_catalogue(Folders.of(Path.cwd()), language)
    if catalogue is None:
        stop(report(problems))
    return catalogue
