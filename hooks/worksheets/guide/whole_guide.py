"""The whole guide: exercises, references, helplines and pages, read and checked together."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from ..authoring.problems import Problem, nearest
from ..authoring.source_files import Folders, Overlay, Source, files_in
from ..authoring.words import SOURCE
from ..exercises.catalogue import Catalogue, Entry, read_catalogue, unknown_evidence
from ..exercises.examples import SHELVES, examples
from ..exercises.exercise_addresses import exercise_of, exercise_page, pack_page
from ..exercises.field import Question
from ..exercises.way_on_checks import lost_ways
from .aliases import all_names, wrong_aliases
from .bibliography.references import Bibliography, read_bibliography
from .diagrams import read_pictures
from .drawings import Drawing, easy_drawings, read_drawings
from .guide_settings import (
    SETTINGS,
    UNREAD,
    GuideSettings,
    misnamed_situations,
    read_settings,
    thin_steps,
    unknown_pages,
)
from .helplines import Helplines, read_helplines
from .language_rules import LanguageRules
from .link_checks import dead_links, unknown_citations
from .marker_checks import forms_at_the_front, late_emergency_numbers, misused_markers
from .markers import OF_EXERCISES
from .outside_links import links_to_nowhere
from .packs import Packs, misfilled_packs, read_packs
from .page import Page, read_page
from .page_files import is_page, misnamed_pages, unlinked_files, unreadable_texts
from .readings import Reading, read_readings
from .slots import unknown_slots

BIBLIOGRAPHY = "references.bib"
HELPLINES = "helplines.yml"


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


def read_guide(folders: Folders, overlay: Overlay | None = None) -> tuple[Guide, list[Problem]]:
    """Read and check everything, with a clinic's files on top. The problems are all there are, in no order."""
    settings_file = folders.root / SETTINGS
    settings, document, problems = read_settings(settings_file, folders.name(settings_file))
    catalogue, found = read_catalogue(folders.exercises, folders.name(folders.exercises), overlay)
    problems += found
    packs, found = read_packs(folders.packs, folders.name(folders.packs), overlay)
    problems += found
    references = folders.sources / BIBLIOGRAPHY
    bibliography, found = read_bibliography(references, folders.name(references))
    problems += found
    helplines, found = read_helplines(folders.sources / HELPLINES, folders.name(folders.sources / HELPLINES))
    problems += found
    pictures, found = read_pictures(folders.pictures, folders.name(folders.pictures))
    problems += found
    names = {path.stem for path in files_in(folders.pictures, "*.svg")}
    if overlay:
        for layer in overlay.layers:
            own, found = read_pictures(layer.folder / "pictures", f"{layer.name}/pictures")
            pictures |= own
            problems += [*found, *layer.strays()]
        names |= {path.stem for path in overlay.files("pictures", "*.svg") if len(path.parts) == 1}
    drawings, found = read_drawings(folders.pictures, folders.name(folders.pictures), overlay)
    problems += found
    pages = []
    published = _published(folders, overlay)
    problems += misnamed_pages(published.values())
    for path, source in published.items():
        if not is_page(source.path):
            continue
        page, found = read_page(source, path)
        pages.append(page)
        problems += found
    files = {path: source.path for path, source in published.items() if not is_page(source.path)}
    if overlay is None:  # a clinic that writes a page anew need not link to all that the guide's links to
        problems += unlinked_files(published, {link.path for page in pages for link in page.links})
    spelling = Source(folders.root / settings.spelling, settings.spelling, None) if settings.spelling else None
    read = (tuple(pages), files, settings, spelling, drawings, packs)
    guide = Guide(catalogue, bibliography, helplines, pictures, *read)
    readings, found = read_readings(folders.root, guide.names)
    problems += found
    guide = replace(guide, readings=readings)
    problems += [*unknown_pages(settings, document, pages), *thin_steps(settings.steps, catalogue)]
    if overlay is None:  # a copy may have something of its own by an old name, or lack what it became
        problems += wrong_aliases(settings.aliases, document, all_names(pages, catalogue.documents, packs.documents))
    problems += misnamed_situations(settings, document, catalogue) if settings is not UNREAD else ()
    problems += lost_ways(catalogue)
    if bibliography.keys:
        problems += unknown_evidence(catalogue, bibliography.keys)
        problems += unknown_citations(guide.pages, bibliography.keys)
    problems += misfilled_packs(packs, catalogue.documents, {page.path: page for page in pages})
    problems += [*unreadable_texts(folders), *unknown_slots(guide.pages)]
    problems += misused_markers(guide.pages, _shown_by_name(guide, names))
    problems += late_emergency_numbers(guide.pages)
    problems += _unshown_exercises(guide) if overlay is None else ()
    problems += _missing_pages(guide)
    problems += [*_dead_links(guide), *links_to_nowhere(guide.pages)]
    problems += forms_at_the_front(guide.pages, settings.workbook)
    return guide, problems


def _published(folders: Folders, overlay: Overlay | None) -> dict[str, Source]:
    """Every file that is published, by its path in `docs/`, in order."""
    paths = files_in(folders.docs, "**/*")
    sources = {path.relative_to(folders.docs): Source(path, folders.name(path), None) for path in paths}
    own = overlay.files("pages", "*") if overlay else {}
    return {path.as_posix(): source for path, source in sorted({**sources, **own}.items())}


def _dead_links(guide: Guide) -> Iterator[Problem]:
    """Every link leads to a page, to the page of an exercise, or to a file."""
    known = {page.path for page in guide.pages} | guide.files.keys()
    known |= {exercise_page(id_) for id_ in guide.catalogue.documents}
    yield from dead_links(guide.pages, known | {pack_page(id_) for id_ in guide.packs.documents})


def _shown_by_name(guide: Guide, pictures: set[str]) -> dict[str, Collection[str]]:
    """What each marker that takes a name can show."""
    exercises = guide.catalogue.documents.keys()
    entries = guide.catalogue.entries.items()
    fields = {f"{id_}/{one.id}" for id_, entry in entries for one in entry.exercise.fields if isinstance(one, Question)}
    return {"exercise": exercises, "sheet": exercises, "field": fields, "picture": pictures, "gallery": SHELVES} | {
        "drawing": easy_drawings(guide.drawings),
        "pack": guide.packs.documents,
        "helplines-of": guide.helplines.regions if guide.helplines else (),
        "clinician-notes": {section.id for section in guide.catalogue.sections},
    }


def _unshown_exercises(guide: Guide) -> Iterator[Problem]:
    """Every exercise has a page that leads to it. A copy's pages may show fewer: it is in the list all the same."""
    pages = {section.id: section.page for section in guide.catalogue.sections}
    for id_, document in guide.catalogue.documents.items():
        if not guide.pages_of(id_):
            page = pages.get(id_.split("/")[0], "a page")
            yield Problem(
                document.file,
                1,
                "",
                "No page shows this exercise or links to it.",
                f"Write `<!-- exercise: {id_} -->` on a line of docs/{page}.",
            )


def _missing_pages(guide: Guide) -> Iterator[Problem]:
    """Every section has its page."""
    paths = {page.path for page in guide.pages}
    for section in guide.catalogue.sections:
        if section.page not in paths:
            line = guide.catalogue.section_line(section.id)
            wrong = f"There is no page docs/{section.page}."
            yield Problem(guide.catalogue.file, line, section.id, wrong, nearest(section.page, paths))
