"""The whole guide: its exercises, references, helplines and pages, and what they say of one another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from ..authoring.source_files import Source
from ..authoring.words import SOURCE
from ..exercises.catalogue import Catalogue, Entry
from ..exercises.examples import examples
from ..exercises.exercise_addresses import exercise_of, exercise_page, pack_page
from ..exercises.field import Question
from .bibliography.references import Bibliography
from .drawings import Drawing
from .guide_settings import UNREAD, GuideSettings
from .helplines import Helplines
from .language_rules import LanguageRules
from .markers import OF_EXERCISES
from .packs import Packs
from .page import Page
from .readings import Reading


@dataclass(frozen=True)
class Guide:
    """Everything that an author wrote. With problems, it holds what is sound."""

    catalogue: Catalogue
    bibliography: Bibliography
    helplines: Helplines | None
    pictures: dict[str, str]
    """SVG for a page, by name"""
    pages: tuple[Page, ...]
    files: dict[str, Path] = field(default_factory=dict)
    """What else is published beside the pages, by path in `docs/`."""
    settings: GuideSettings = UNREAD
    spelling: Source | None = None
    """The list of right spellings, read only by the rule that asks for it."""
    drawings: dict[str, Drawing] = field(default_factory=dict)
    """What templates place by name."""
    packs: Packs = field(default_factory=Packs)
    readings: tuple[Reading, ...] = ()
    """What experts and readers have said of pages and sheets."""
    other_rules: Mapping[str, LanguageRules] = field(default_factory=dict)
    """The rules of other languages than the guide's own, by their code."""

    translated_situations: tuple[str, Mapping[str, str]] = (SOURCE, MappingProxyType({}))
    """A language, and when exercises help, in its words, as far as somebody has translated it."""

    def situation(self, id_: str) -> tuple[str, str]:
        """When an exercise helps, in the words of readers, and the language of these words."""
        language, translated = self.translated_situations
        own = self.settings.situations[id_]
        return (translated[id_], language) if id_ in translated else (own, SOURCE)

    def rules(self, language: str) -> LanguageRules | None:
        """The rules of a language, if it has some."""
        return self.settings if language == SOURCE else self.other_rules.get(language)

    def page(self, path: str) -> Page | None:
        """The page at a path in `docs/`, if an author wrote one there."""
        return next((page for page in self.pages if page.path == path), None)

    @property
    def names(self) -> set[str]:
        """What `reviews/` may name: pages by path in `docs/`, exercises by id, packs by the path of their page."""
        return {*(page.path for page in self.pages), *self.catalogue.documents, *map(pack_page, self.packs.documents)}

    @property
    def clinician_pages(self) -> list[Page]:
        """The pages at the front of the PDF for clinicians, in order; without one there is no such PDF."""
        return [page for path in self.settings.clinicians if (page := self.page(path)) and page.front_matter]

    @property
    def cited(self) -> set[str]:
        """The keys that pages and exercises cite."""
        from_pages = {key for page in self.pages for key, _ in page.citations}
        return from_pages.union(*(entry.exercise.evidence for entry in self.catalogue.entries.values()))

    @property
    def has_key_pages(self) -> bool:
        """Whether the pages that templates lead to are there."""
        paths = {page.path for page in self.pages}
        return all(path in paths for path in dict(self.settings.key_pages).values() if path is not None)

    def exercises_on(self, path: str) -> list[str]:
        """The exercises that a page shows, in order, given its path in `docs/`; an exercise's own page shows itself."""
        own = exercise_of(path)
        if own in self.catalogue.entries:
            return [own]
        markers = [marker for page in self.pages if page.path == path for marker in page.markers]
        for marker in markers:
            if marker.word == "gallery":
                return [example.entry.id for example in examples() if example.shelf == marker.argument]
        return [marker.argument for marker in markers if marker.word == "exercise"]

    def leads_to(self, path: str, exercise: str) -> bool:
        """Whether the page at a path in `docs/` shows an exercise or the cover that leads to its own page."""
        page = self.page(path)
        markers = page.markers if page else ()
        return any(marker.argument == exercise for marker in markers if marker.word in OF_EXERCISES)

    def styled_on(self, path: str) -> list[str]:
        """The exercises on a page, and those of which it shows one field."""
        markers = [marker for page in self.pages if page.path == path for marker in page.markers]
        return self.exercises_on(path) + [one.argument.rpartition("/")[0] for one in markers if one.word == "field"]

    def question(self, name: str) -> tuple[Entry, Question] | None:
        """A question and its exercise, given a name such as `self-care/slow-breathing/pace`."""
        id_, _, field_id = name.rpartition("/")
        entry = self.catalogue.entries.get(id_)
        questions = [one for one in entry.exercise.fields if isinstance(one, Question)] if entry else []
        return next(((entry, one) for one in questions if entry and one.id == field_id), None)

    @property
    def languages(self) -> dict[str, str]:
        """The language of each page by its path, those of exercises too."""
        entries = self.catalogue.entries.items()
        return (
            {page.path: page.language for page in self.pages}
            | {exercise_page(id_): entry.language for id_, entry in entries}
            | {pack_page(id_): entry.language for id_, entry in self.packs.entries.items()}
        )

    def shows(self, word: str) -> bool:
        """Whether a page has a marker with that word."""
        return any(marker.word == word for page in self.pages for marker in page.markers)

    def pages_of(self, exercise: str) -> list[Page]:
        """The guide pages that show an exercise or link to its own page."""
        own = exercise_page(exercise)
        return [
            page
            for page in self.pages
            if any(link.path == own for link in page.links)
            or any(marker.argument == exercise for marker in page.markers)
        ]
