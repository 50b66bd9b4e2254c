"""`translate export` and `translate import`: a language as a PO file for translators’ tools, and back."""

from pathlib import Path

import click

from ..authoring.problems import report
from ..authoring.source_files import ORIGINALS, Folders
from ..translation_files.catalogue import Catalogue, read_catalogue
from ..translation_files.merging import merged, write_files
from ..translation_files.po_file import po_of, read_entries
from ..version import version
from .clinic_argument import FILE, stop
from .language_option import language_folder


@click.command()
@click.argument("language")
@click.argument("file", metavar="FILE.po", type=FILE)
def export(language: str, file: Path) -> None:
    """Write all texts of the guide, with what is translated of them, into a PO file for translators' tools.

    Poedit, Weblate, Crowdin and others read it. What the guide has changed since is marked as fuzzy.
    """
    catalogue = _catalogue(language)
    if file.exists():
        entries, problems = read_entries(file.read_bytes(), str(file), language)
        unread = merged(catalogue, entries, str(file))
        if problems or unread.taken or unread.gone:
            new = f"{file} is there already, and holds what languages/{language} does not have."
            stop(f"{new} Import it first, or choose another name: guide translate import {language} {file}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(po_of(language, version(Path.cwd()), catalogue.entries))
    entries_ = [known for _, known, _ in catalogue.entries]
    done = [known for known in entries_ if known]
    behind = sum(known.before is not None for known in done)
    click.echo(f"Wrote {len(entries_)} texts to {file}: {len(done) - behind} are translated, and {behind} are behind.")
    for name in catalogue.apart:
        click.echo(f"{name} is left out: it is built otherwise than what it was made from.", err=True)


@click.command("import")
@click.argument("language")
@click.argument("file", metavar="FILE.po", type=FILE)
def import_(language: str, file: Path) -> None:
    """Take over what translators have written into a PO file.

    What is empty, or marked as fuzzy, changes nothing. If anything is wrong, nothing is written.
    """
    catalogue = _catalogue(language)
    if not file.is_file():
        stop(f"There is no file {file}.")
    entries, problems = read_entries(file.read_bytes(), str(file), language)
    found = merged(catalogue, entries, str(file))
    if problems := problems or found.problems:
        stop(report(problems))
    write_files(found.files)
    changed = sorted(path.relative_to(Path.cwd()).as_posix() for path in found.files if ORIGINALS not in path.parts)
    click.echo(
        "\n".join([f"Took {found.taken} texts over into {len(changed)} files:", *changed])
        if changed
        else "Nothing is new."
    )
    if found.behind:
        click.echo(f"{found.behind} of them are behind: the guide has changed since the file was written.")
    for entry in found.gone:
        click.echo(f"{file}:{entry.line}: {entry.context}: the guide no longer says “{entry.text}”.", err=True)


def _catalogue(language: str) -> Catalogue:
    """The texts of the guide with those of a language, or the end of the command."""
    language_folder(language)
    catalogue, problems = read_catalogue(Folders.of(Path.cwd()), language)
    if catalogue is None:
        stop(report(problems))
    return catalogue
