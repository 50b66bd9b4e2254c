"""A language of the guide: the folder `languages/<code>/`, with what its translators have written."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import Field as Setting

from ..authoring.problems import Problem, nearest
from ..authoring.source_files import Folders
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import Id, Label, Language, Line
from ..authoring.words import SOURCE
from ..authoring.yaml_document import Document, read_document
from ..guide.guide_settings import UNREAD
from ..guide.helplines import Code
from ..guide.language_rules import RULES, LanguageRules, read_rules
from ..guide.translated_helplines import HELPLINES, TranslatedHelplines
from ..guide.whole_guide import Guide
from .brand_languages import BrandWords

LANGUAGES = "languages"
SETTINGS = "language.yml"
SOURCE_NAME = "English"
"""What the language of the guide is called in itself."""


class LanguageSettings(Strict):
    """The file `language.yml` of a language."""

    code: Language
    """the language by its code of ISO 639, such as `es`: the name of its folder"""
    name: Line
    """what it is called in itself, such as `Español`"""
    country: Code | None = None
    """whose helplines stand on sheets where nobody says otherwise: a code of sources/helplines.yml, such as US"""
    letter_countries: tuple[Code, ...] = ()
    """whose stand on US Letter instead"""
    local_helplines: tuple[Line, ...] = ()
    """services for the part of `country` in which it is spoken, such as `[Live Fear Free]`: they come first there"""
    paper: Literal["A4", "Letter"] | None = None
    """the paper of most of its readers, A4 or Letter"""
    guide: BrandWords = BrandWords()
    """what the guide says of itself in this language; a copy says that in its own brand.yml"""
    situations: dict[Id, Label] = Setting(default_factory=dict)
    """when an exercise helps, by the ids of `situations` in guide.yml"""
    menu: dict[Line, Line] = Setting(default_factory=dict)
    """the titles of the menu, each as it is in mkdocs.yml, with its translation; pages have their own"""


@dataclass(frozen=True)
class LanguageFolder:
    """A language that the guide has. Problems are told of files by `name`."""

    folder: Path
    name: str
    settings: LanguageSettings
    document: Document
    helplines: TranslatedHelplines = field(default_factory=TranslatedHelplines)
    rules: LanguageRules | None = None
    """What is asked of its texts; None if nobody has written that down."""


def known_languages(root: Path) -> list[str]:
    """The codes of all languages that the guide has, its own first."""
    folder = root / LANGUAGES
    found = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    return [SOURCE, *(code for code in found if code != SOURCE)]


def read_language(folders: Folders, code: str) -> tuple[LanguageFolder | None, list[Problem]]:
    """A language of the guide, and what is wrong with it; None if there is no such folder, or nothing to be read."""
    folder = folders.root / LANGUAGES / code
    if code == SOURCE or not folder.is_dir():
        return None, []
    name = folders.name(folder)
    document, problems = _read(folder / SETTINGS, f"{name}/{SETTINGS}")
    settings, found = validate(LanguageSettings, document) if not problems else (None, [])
    problems += found
    if settings and settings.code != code:
        wrong = f"The folder is called `{code}`."
        problems.append(document.problem(("code",), wrong, f"Write `code: {code}`, or rename the folder."))
    helplines: TranslatedHelplines | None = TranslatedHelplines()
    if (folder / HELPLINES).exists():
        lines, found = _read(folder / HELPLINES, f"{name}/{HELPLINES}")
        helplines, more = validate(TranslatedHelplines, lines) if not found else (None, [])
        problems += [*found, *more]
    rules, found = read_rules(folder / RULES, f"{name}/{RULES}", code)
    problems += found
    if settings is None or helplines is None:
        return None, problems
    return LanguageFolder(folder, name, settings, document, helplines, rules), problems


def unknown_situations(language: LanguageFolder, guide: Guide) -> Iterator[Problem]:
    """Every situation that is translated is one of the guide's."""
    known = guide.settings.situations
    for id_ in language.settings.situations:
        if guide.settings is not UNREAD and id_ not in known:
            wrong = f"There is no situation `{id_}` in guide.yml."
            yield language.document.problem(("situations", id_), wrong, nearest(id_, known) or "Remove it.")


def unknown_titles(language: LanguageFolder, titles: Collection[str]) -> Iterator[Problem]:
    """Every title that is translated is one of the menu."""
    for title in language.settings.menu:
        if titles and title not in titles:
            wrong = f"There is no title “{title}” in the menu of mkdocs.yml."
            yield language.document.problem(("menu", title), wrong, nearest(title, titles) or "Remove it.")


def _read(path: Path, file: str) -> tuple[Document, list[Problem]]:
    text = read_text(path, file)
    return (Document(file, None), [text]) if isinstance(text, Problem) else read_document(text, file)
