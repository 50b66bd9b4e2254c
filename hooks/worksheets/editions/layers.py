"""What lies on the guide in one edition: a language's folder, a clinic's on top of it, and the words of both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..authoring.problems import Problem, nearest
from ..authoring.source_files import Folders, Overlay
from ..authoring.words import SOURCE, Words, read_words
from ..authoring.yaml_document import Document
from ..exercises.kinds import words_files
from .brand import BRAND, Brand, read_brand
from .language_folder import LANGUAGES, LanguageFolder, known_languages, read_language

WORDS = "words.yml"


@dataclass(frozen=True)
class Layers:
    """The folders that an edition in one language is made of.

    `clinic` is that of a copy, or None; `first` is the language of that copy or of the guide, `language` that of this
    edition, and `folder` what translators have written in it, if it is another than the guide's.
    """

    folders: Folders
    clinic: Path | None
    first: str
    language: str
    folder: LanguageFolder | None

    @property
    def clinic_in_language(self) -> Path | None:
        """The clinic's own files in this language, where that is not its first."""
        return self.clinic / LANGUAGES / self.language if self.clinic and self.language != self.first else None

    def words_files(self, language: str) -> dict[Path, str]:
        """The files with the words of a language, later ones first, and what problems call them."""
        root = self.folders.root
        paths = [root / "words" / f"{SOURCE}.yml", root / LANGUAGES / language / WORDS]
        if self.clinic:
            paths.append((self.clinic if language == self.first else self.clinic / LANGUAGES / language) / WORDS)
        return {path: self.folders.name(path) for place, path in enumerate(paths) if place == 0 or path.is_file()}

    def overlay(self, words: Mapping[str, Words]) -> Overlay | None:
        """All folders on top of the guide; None if there are none."""
        overlay = None
        if self.folder:
            t = words[self.language]
            overlay = Overlay(self.folder.folder, self.folder.name, t, None, is_own=False, known=words)
        for folder, language in ((self.clinic, self.first), (self.clinic_in_language, self.language)):
            if folder and folder.is_dir():
                overlay = Overlay(folder, self.folders.name(folder), words[language], overlay, known=words)
        return overlay


def read_all_words(layers: Layers, brand: Brand | None, document: Document) -> tuple[dict[str, Words], list[Problem]]:
    """The words of the guide's language, of the copy's and of this edition's; none if they have problems."""
    country = brand.country if brand else "GB"
    found: dict[str, Words] = {}
    problems: list[Problem] = []
    parts = words_files()
    for language in dict.fromkeys([SOURCE, layers.first, layers.language]):
        files = layers.words_files(language)
        if language != SOURCE and len(files) == 1:
            problems.append(_wordless(language, document, layers.folders))
            continue
        words, mistakes = read_words(files, language, country, parts)
        problems += mistakes
        if words:
            found[language] = words
    return ({} if problems else found), list(dict.fromkeys(problems))


def clinic_overlay(folders: Folders, clinic: Path) -> Overlay | None:
    """What lies on the guide in a clinic's copy, also before its words and pages are sound; None without a brand."""
    brand, document, _ = read_brand(clinic / BRAND, folders.name(clinic / BRAND))
    if brand is None:
        return None
    layers = Layers(folders, clinic, brand.language, brand.language, read_language(folders, brand.language)[0])
    words, _ = read_all_words(layers, brand, document)
    return layers.overlay(words or {brand.language: Words(brand.language, brand.language, {})})


def missing_words(layers: Layers, words: Words) -> Iterator[str]:
    """What the builder may want to know: how many words this language does not have."""
    if words.missing:
        files = list(layers.words_files(words.language).values())
        yield (
            f"{files[-1]}: {len(words.missing)} of {len(words.texts)} words are missing. They stay English, and say so "
            f"to screen readers: {', '.join(sorted(words.missing)[:3])}{' …' if len(words.missing) > 3 else ''}"
        )


def _wordless(language: str, document: Document, folders: Folders) -> Problem:
    write = f"{nearest(language, known_languages(folders.root))} Or put the words of words/{SOURCE}.yml into {WORDS} "
    return document.problem(("language",), f"There are no words for `{language}`.", f"{write}beside brand.yml.")
