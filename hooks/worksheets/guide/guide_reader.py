"""The guide is read and checked as a whole; a page or an exercise may be sound alone and not beside the others."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from ..authoring.problems import Problem, nearest
from ..authoring.source_files import Folders, Overlay, Source, files_in
from ..authoring.yaml_document import Document
from ..exercises.catalogue import read_catalogue, unknown_evidence
from ..exercises.examples import SHELVES
from ..exercises.exercise_addresses import exercise_page, pack_page
from ..exercises.field import Question
from ..exercises.way_on_checks import lost_ways
from .aliases import all_names, wrong_aliases
from .bibliography.references import read_bibliography
from .diagrams import read_pictures
from .drawings import easy_drawings, read_drawings
from .guide_settings import SETTINGS, UNREAD, misnamed_situations, read_settings, thin_steps, unknown_pages
from .helplines import read_helplines
from .link_checks import dead_links, unknown_citations
from .marker_checks import forms_at_the_front, late_emergency_numbers, misused_markers
from .outside_links import links_to_nowhere
from .packs import misfilled_packs, read_packs
from .page import read_page
from .page_files import is_page, misnamed_pages, unlinked_files, unreadable_texts
from .readings import read_readings
from .slots import unknown_slots
from .whole_guide import Guide

BIBLIOGRAPHY = "references.bib"
HELPLINES = "helplines.yml"

Part = TypeVar("Part")


def read_guide(folders: Folders, overlay: Overlay | None = None) -> tuple[Guide, list[Problem]]:
    """Read and check everything, with a clinic's files on top. The problems are all there are, in no order."""
    problems: list[Problem] = []

    def sound(read: tuple[Part, Iterable[Problem]]) -> Part:
        part, found = read
        problems.extend(found)
        return part

    settings, document, found = read_settings(folders.root / SETTINGS, folders.name(folders.root / SETTINGS))
    published = _published(folders, overlay)
    references, helplines = folders.sources / BIBLIOGRAPHY, folders.sources / HELPLINES
    guide = Guide(
        catalogue=sound(read_catalogue(folders.exercises, folders.name(folders.exercises), overlay)),
        bibliography=sound(read_bibliography(references, folders.name(references))),
        helplines=sound(read_helplines(helplines, folders.name(helplines))),
        pictures=sound(_pictures(folders, overlay)),
        pages=tuple(sound(read_page(one, path)) for path, one in published.items() if is_page(one.path)),
        files={path: one.path for path, one in published.items() if not is_page(one.path)},
        settings=settings,
        spelling=Source(folders.root / settings.spelling, settings.spelling, None) if settings.spelling else None,
        drawings=sound(read_drawings(folders.pictures, folders.name(folders.pictures), overlay)),
        packs=sound(read_packs(folders.packs, folders.name(folders.packs), overlay)),
    )
    guide = replace(guide, readings=sound(read_readings(folders.root, guide.names)))
    problems += [*found, *misnamed_pages(published.values()), *unreadable_texts(folders)]
    problems += _misfits(guide, document, _picture_names(folders, overlay))
    if overlay is None:
        problems += _loose_ends(guide, document, published)
    return guide, problems


def _pictures(folders: Folders, overlay: Overlay | None) -> tuple[dict[str, str], list[Problem]]:
    """The diagrams, with those of a clinic in the place of the guide's, and what in its folder is none."""
    pictures, problems = read_pictures(folders.pictures, folders.name(folders.pictures))
    for layer in overlay.layers if overlay else ():
        own, found = read_pictures(layer.folder / "pictures", f"{layer.name}/pictures")
        pictures |= own
        problems = [*problems, *found, *layer.strays()]
    return pictures, problems


def _picture_names(folders: Folders, overlay: Overlay | None) -> set[str]:
    """The names of all diagrams, also of those that cannot be read."""
    own = [path for path in overlay.files("pictures", "*.svg") if len(path.parts) == 1] if overlay else []
    return {path.stem for path in [*files_in(folders.pictures, "*.svg"), *own]}


def _published(folders: Folders, overlay: Overlay | None) -> dict[str, Source]:
    """Every file that is published, by its path in `docs/`, in order."""
    paths = files_in(folders.docs, "**/*")
    sources = {path.relative_to(folders.docs): Source(path, folders.name(path), None) for path in paths}
    own = overlay.files("pages", "*") if overlay else {}
    return {path.as_posix(): source for path, source in sorted({**sources, **own}.items())}


def _misfits(guide: Guide, document: Document, pictures: set[str]) -> Iterator[Problem]:
    """What one part says of another that is not so, given the document of the settings."""
    settings, catalogue, packs = guide.settings, guide.catalogue, guide.packs
    yield from unknown_pages(settings, document, guide.pages)
    yield from thin_steps(settings.steps, catalogue)
    if settings is not UNREAD:
        yield from misnamed_situations(settings, document, catalogue)
    yield from lost_ways(catalogue)
    if keys := guide.bibliography.keys:
        yield from unknown_evidence(catalogue, keys)
        yield from unknown_citations(guide.pages, keys)
    yield from misfilled_packs(packs, catalogue.documents, {page.path: page for page in guide.pages})
    yield from unknown_slots(guide.pages)
    yield from misused_markers(guide.pages, _shown_by_name(guide, pictures))
    yield from late_emergency_numbers(guide.pages)
    yield from _missing_pages(guide)
    yield from _dead_links(guide)
    yield from links_to_nowhere(guide.pages)
    yield from forms_at_the_front(guide.pages, settings.workbook)


def _loose_ends(guide: Guide, document: Document, published: dict[str, Source]) -> Iterator[Problem]:
    """What nothing leads to, and old names that are taken.

    A copy is not asked: its page in the place of the guide's need not link to all that this linked to, and it may have
    something of its own by an old name, or lack what it became.
    """
    yield from unlinked_files(published, {link.path for page in guide.pages for link in page.links})
    names = all_names(guide.pages, guide.catalogue.documents, guide.packs.documents)
    yield from wrong_aliases(guide.settings.aliases, document, names)
    yield from _unshown_exercises(guide)


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
