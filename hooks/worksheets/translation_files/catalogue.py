"""All texts of the guide in the order in which a translator should meet them, with what a language has of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.source_files import Folders
from ..authoring.words import SOURCE, read_words
from ..editions.language_folder import LANGUAGES
from ..editions.layers import Layers
from ..exercises.kinds import words_files
from ..guide.guide_settings import SETTINGS, GuideSettings, read_settings
from ..guide.helplines import read_helplines
from ..guide.translated_helplines import HELPLINES
from .forms import Unit
from .guide_files import GuideFile, guide_files
from .pairing import Known, Paired, paired
from .tables import Table, helplines_table, menu_table, menu_titles, words_table


@dataclass(frozen=True)
class Catalogue:
    """The files of a language, the most needed pages first, and its tables.

    Those that are `apart` are built otherwise than the guide's, so no file for translators can hold them.
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


def read_catalogue(folders: Folders, language: str) -> tuple[Catalogue | None, list[Problem]]:
    """The texts of the guide and what a language has of them, or what is wrong with the guide."""
    settings, _, problems = read_settings(folders.root / SETTINGS, SETTINGS)
    english, found = read_words(
        Layers(folders, None, SOURCE, SOURCE, None).words_files(SOURCE), SOURCE, "GB", words_files()
    )
    problems = [*problems, *found]
    if english is None or problems:
        return None, problems
    folder = folders.root / LANGUAGES / language
    tables = [words_table(folder, english), menu_table(folder, menu_titles(folders.root, settings.left_out))]
    if (path := folders.sources / HELPLINES).is_file():
        helplines, problems = read_helplines(path, folders.name(path))
        if helplines is None:
            return None, problems
        tables.append(helplines_table(folder, helplines))
    files = sorted(guide_files(folders, language, settings), key=lambda file: _rank(file, settings))
    pairs = [(file, paired(file)) for file in files]
    apart = tuple(file.translation.files.own for file, pair in pairs if pair is None)
    return Catalogue(language, folder, tuple(pair for _, pair in pairs if pair), tuple(tables), apart), []


def _rank(file: GuideFile, settings: GuideSettings) -> int:
    """Where a file goes: what has to be translated first is first."""
    path = file.translation.relative.as_posix()
    first = settings.translated_first
    return first.index(path) if file.translation.part == "pages" and path in first else len(first)
