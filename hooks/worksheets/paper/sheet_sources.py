"""The files whose words come into sheets."""

from collections.abc import Iterator
from pathlib import Path

from ..authoring.source_files import Folders, files_in
from ..editions.brand import BRAND
from ..editions.language_folder import LANGUAGES
from ..editions.layers import WORDS
from ..exercises.kinds import words_files
from ..exercises.sections_file import SECTIONS
from ..guide.whole_guide import Guide


def sheet_sources(guide: Guide, folders: Folders, home: Path, templates: Path) -> Iterator[str]:
    """The files, as problems call them: the author's first, the project's last. `home` has the brand.yml."""
    yield from map(folders.name, (home / BRAND, home / "words.yml"))
    yield from (guide.catalogue.documents[id_].file for id_ in guide.catalogue.entries)
    yield from (document.file for document in guide.packs.documents.values())
    printed = {*guide.settings.workbook, *guide.settings.clinicians}
    printed |= {*(path for one in guide.packs.entries.values() for path in one.pack.pages)}
    yield from (page.file for page in guide.pages if page.path in printed)
    yield from map(folders.name, [folders.exercises / SECTIONS, *files_in(folders.sources, "*")])
    yield from map(folders.name, files_in(folders.root / "words", "*.yml"))
    yield from map(folders.name, files_in(folders.root / LANGUAGES, f"*/{WORDS}"))
    yield from words_files().values()
    yield from map(folders.name, files_in(templates, "**/*.html"))
