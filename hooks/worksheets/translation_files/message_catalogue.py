"""All texts of the guide in the order in which a translator should meet them, with what a language has of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.source_files import Folders
from ..authoring.text_file import read_text
from ..authoring.words import SOURCE, Words, read_words
from ..authoring.yaml_document import read_document
from ..editions.language_folder import LANGUAGES
from ..editions.language_folder import SETTINGS as LANGUAGE
from ..editions.layers import WORDS, Layers
from ..exercises.kinds import words_files
from ..guide.guide_settings import SETTINGS, GuideSettings, read_settings
from ..guide.helplines import read_helplines
from ..guide.translated_helplines import HELPLINES
from .forms import Unit
from .guide_files import GuideFile, guide_files
from .pairing import Known, Paired, paired
from .tables import Table, helplines_table, menu_titles, settings_table, words_table


@dataclass(frozen=True)
class MessageCatalogue:
    """The files of a language, the most needed pages first, and its tables.

    Those that are `apart` cannot be read, or are built otherwise than what they were made from, so no file for
    translators can hold them.
    """

    language: str
    folder: Path
    files: tuple[Paired, ...]
    tables: tuple[Table, ...]
    apart: tuple[str, ...]

    @property
    def entries(self) -> Iterator[tuple[Unit, Known | None, str]]:
        """Each text, what is known of it, and the file that it stands in."""
        for file in self.files:
            yield from ((unit, file.known.get(unit.place), file.file.name) for unit in file.now.units)
        for table in self.tables:
            known = table.known
            for unit in table.units:
                text = known.get(unit.place)
                yield unit, Known(text) if text is not None else None, table.name


def read_message_catalogue(folders: Folders, language: str) -> tuple[MessageCatalogue | None, list[Problem]]:
    """The texts of the guide and what a language has of them, or what is wrong with either."""
    settings, _, problems = read_settings(folders.root / SETTINGS, SETTINGS)
    folder = folders.root / LANGUAGES / language
    tables, found = _tables(folders, folder, settings)
    if problems := [*problems, *found]:
        return None, problems
    files = sorted(guide_files(folders, language, settings), key=lambda file: _rank(file, settings))
    pairs = [(file, paired(file)) for file in files]
    apart = tuple(file.translation.files.own for file, pair in pairs if pair is None)
    return MessageCatalogue(language, folder, tuple(pair for _, pair in pairs if pair), tables, apart), []


def _tables(folders: Folders, folder: Path, settings: GuideSettings) -> tuple[tuple[Table, ...], list[Problem]]:
    english, problems = _words(folders, SOURCE)
    own, found = _words(folders, folder.name)
    problems += found
    path, helplines = folders.sources / HELPLINES, None
    if path.is_file():
        helplines, found = read_helplines(path, folders.name(path))
        problems += found
    written = {name: _written(folder / name, folders, problems) for name in (WORDS, LANGUAGE, HELPLINES)}
    if english is None or own is None or problems:
        return (), problems
    titles = menu_titles(folders.root, settings.left_out)
    tables = [words_table(written[WORDS], english, own), settings_table(written[LANGUAGE], titles, settings.situations)]
    if helplines:
        tables.append(helplines_table(written[HELPLINES], helplines, folder.name))
    return tuple(tables), []


def _words(folders: Folders, language: str) -> tuple[Words | None, list[Problem]]:
    files = Layers(folders, None, SOURCE, language, None).words_files(language)
    return read_words(files, language, "GB", words_files())


def _written(path: Path, folders: Folders, problems: list[Problem]) -> str:
    """What a file of a language says; nothing if it is not there, and a problem more if it cannot be read."""
    text = read_text(path, folders.name(path)) if path.is_file() else ""
    if isinstance(text, Problem):
        problems.append(text)
        return ""
    problems += read_document(text, folders.name(path))[1]
    return text


def _rank(file: GuideFile, settings: GuideSettings) -> int:
    """Where a file goes: what has to be translated first is first."""
    path = file.translation.relative.as_posix()
    first = settings.translated_first
    return first.index(path) if file.translation.part == "pages" and path in first else len(first)
