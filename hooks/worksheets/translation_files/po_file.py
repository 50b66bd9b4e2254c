"""gettext’s PO, which Poedit, Weblate, Crowdin and other tools of translators read and write."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from ..authoring.problems import Problem
from .forms import Unit
from .pairing import Known
from .protected import protected

UNBROKEN = 10_000_000
"""The width of lines: Babel would break what was said before in the middle of a text."""

HEADER = """\
# The texts of the guide, for translators.
# They are under the Creative Commons Attribution 4.0 International licence (CC BY 4.0)."""
FUZZY = "fuzzy"


@dataclass(frozen=True)
class Entry:
    """What a translator has written for one text, and the line of the file, from 1, where that text stands.

    It `is_obsolete` if the guide no longer had the text when the file was written.
    """

    context: str
    text: str
    translation: str
    line: int
    is_obsolete: bool = False


def po_of(
    language: str,
    project: str,
    version: str,
    entries: Iterable[tuple[Unit, Known | None, str]],
    old: Iterable[Entry] = (),
) -> bytes:
    """A PO file with every text; what was made from another text is fuzzy, and says from which.

    `old` is kept at its end as obsolete, which is how programs for PO keep what may be of use again.
    """
    catalog = Catalog(language, project=project, version=version, header_comment=HEADER, fuzzy=False)
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    catalog.revision_date = catalog.creation_date
    for unit, known, file in entries:
        message = catalog.add(
            unit.text,
            known.text if known else "",
            locations=[(file, 0)],
            auto_comments=list(_comments(unit)),
            previous_id=known.before or "" if known else "",
            context=unit.context,
        )
        longest = unit.limits.characters
        # what looks like a format of Python to Babel is a percentage
        message.flags = {FUZZY} if known and known.before is not None else set()
        message.flags |= {f"max-length:{longest}"} if longest else set()
    for one in old:
        catalog.obsolete[one.text, one.context] = Message(one.text, one.translation, context=one.context)
    written = BytesIO()
    write_po(written, catalog, width=UNBROKEN, include_previous=True, include_lineno=False)
    return written.getvalue()


def read_entries(content: bytes, file: str, language: str) -> tuple[list[Entry], list[Problem]]:
    """What translators have written and not marked as fuzzy, or why the file cannot be read."""
    if b"msgid" not in content:
        return [], [_unread(file, 1, "it has no `msgid`")]
    try:
        catalog = read_po(BytesIO(content), charset="utf-8", abort_invalid=True)
    except PoFileError as error:
        return [], [_unread(file, error.lineno + 1, str(error.args[0]).removesuffix(f" on {error.lineno}"))]
    except (UnicodeDecodeError, ValueError, IndexError) as error:
        return [], [_unread(file, 1, str(error))]
    said = str(catalog.locale_identifier or language)
    if said.replace("_", "-").split("-")[0] != language:
        wrong = f"The file says that its language is `{said}`."
        return [], [Problem(file, 1, "Language", wrong, f"Import it into that language, or write `{language}`.")]
    live = [_entry(one) for one in catalog if _is_translated(one)]
    return [*live, *(_entry(one, True) for one in catalog.obsolete.values() if _is_translated(one))], []


def _is_translated(message: Message) -> bool:
    return bool(message.id and message.string) and isinstance(message.string, str) and not message.fuzzy


def _entry(message: Message, is_obsolete: bool = False) -> Entry:
    text, translation = str(message.id), str(message.string).strip()
    return Entry(str(message.context or ""), text, translation, message.lineno or 1, is_obsolete)


def _unread(file: str, line: int, why: str) -> Problem:
    return Problem(file, line, "", f"This is not PO: {why}.", "Write it with a program for PO, in UTF-8.")


def _comments(unit: Unit) -> Iterator[str]:
    """What a translator should know."""
    if unit.about:
        yield unit.about
    if unit.limits.characters:
        yield f"at most {unit.limits.characters} characters"
    if unit.limits.words:
        yield f"at most {unit.limits.words} words"
    if kept := ", ".join(source for _, source in protected(unit.text)):
        yield f"stays as it is: {kept}"
