"""What a copy leaves out, and the links that then lead nowhere."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from ..authoring.problems import Problem, nearest
from ..authoring.yaml_document import Document, Trail
from ..exercises.exercise import Section
from ..exercises.exercise_addresses import exercise_anchor, exercise_page, pack_page
from ..guide.links import Link
from ..guide.markers import OF_EXERCISES
from ..guide.page import Page
from ..guide.whole_guide import Guide
from .brand import Brand, Removal
from .originals import PARTS
from .removed_packs import emptied, pruned_packs
from .what_to_type import what_to_type


@dataclass(frozen=True)
class Removed:
    """What is not in a copy: pages by path in `docs/`, also those of exercises and packs, and these by id."""

    pages: frozenset[str]
    exercises: frozenset[str]
    files: frozenset[str] = frozenset()
    """What lies beside its pages in a folder that is removed."""
    packs: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()

    def what_is_gone(self, link: Link) -> str | None:
        """What a link leads to that is not there: a page, or an exercise in a page; None if it leads somewhere."""
        if link.path in self.pages:
            return link.file
        anchors = {exercise_anchor(id_): id_ for id_ in self.exercises} if link.anchor.startswith("w-") else {}
        return next((id_ for anchor, id_ in anchors.items() if f"{link.anchor}--".startswith(f"{anchor}--")), None)


def removals(brand: Brand, document: Document, guide: Guide) -> tuple[Removed, list[Problem]]:
    """What a brand removes from a guide, and what is wrong with that list."""
    catalogue = guide.catalogue
    paths = {page.path for page in guide.pages}
    problems = list(_unknown(brand.remove, document, guide))
    pages = {path for path in paths for name in brand.remove.pages if path == name or _is_below(path, name)}
    gone = {one.id for one in catalogue.sections if one.id in brand.remove.sections or one.page in pages}
    pages |= {section.page for section in catalogue.sections if section.id in gone}
    problems += [_kept(path, brand.remove, document, guide) for path in sorted(pages & guide.settings.unremovable)]
    exercises = {id_ for id_ in catalogue.documents if id_ in brand.remove.exercises or id_.split("/")[0] in gone}
    for id_, entry in catalogue.entries.items():
        if id_ not in exercises and entry.exercise.alone in exercises:
            wrong = f"`{entry.exercise.alone}` is how one person does `{id_}`."
            path = _place(brand.remove, str(entry.exercise.alone))
            problems.append(document.problem(path, wrong, f"Remove `{id_}` too, or keep both."))
    files = {path for path in guide.files for name in brand.remove.pages if _is_below(path, name)}
    packs = {*brand.remove.packs, *emptied(guide.packs, exercises)}
    pages |= {exercise_page(id_) for id_ in exercises} | {pack_page(id_) for id_ in packs}
    gone_for_good = (pages, exercises, files, packs, gone)
    return Removed(*map(frozenset, gone_for_good)), problems


def pruned_guide(guide: Guide, removed: Removed) -> Guide:
    """The guide without what is removed: sections, exercises and pages."""
    sections = [section for section in guide.catalogue.sections if section.page not in removed.pages]
    catalogue = replace(
        guide.catalogue,
        sections=tuple(_counted(sections)) if len(sections) < len(guide.catalogue.sections) else tuple(sections),
        entries={id_: entry for id_, entry in guide.catalogue.entries.items() if id_ not in removed.exercises},
        documents={id_: one for id_, one in guide.catalogue.documents.items() if id_ not in removed.exercises},
    )
    pages = tuple(page for page in guide.pages if page.path not in removed.pages)
    files = {path: file for path, file in guide.files.items() if path not in removed.files}
    packs = pruned_packs(guide.packs, removed.packs, removed.exercises, removed.pages)
    return replace(guide, catalogue=catalogue, pages=pages, files=files, packs=packs)


def _counted(sections: Iterable[Section]) -> Iterator[Section]:
    """The steps that are left, numbered from one."""
    numbers = count(1)
    for section in sections:
        yield section if section.step is None else section.model_copy(update={"step": next(numbers)})


CameAlong = Callable[[str, str], bool]
"""Whether a clinic's file, given its path in its folder, had some words when it was copied from the guide."""


def dangling_links(guide: Guide, removed: Removed, came_along: CameAlong) -> Iterator[tuple[bool, Problem]]:
    """Every place of a page that still points at something removed, with what to do about it.

    Each comes with whether a clinic has written it.
    """
    for page in guide.pages:
        for link in page.links:
            if name := removed.what_is_gone(link):
                written = page.own and not came_along(page.path, link.piece.target)
                wrong = f"This leads to {name}, which is removed." + ("" if written else " The link is left out.")
                line = page.line(link.piece.start)
                yield written, Problem(page.file, line, link.words, wrong, _instead(page, written))
        for marker in page.markers:
            what = "pack" if marker.word == "pack" else "exercise"
            gone = removed.packs if what == "pack" else removed.exercises
            named = "/".join(marker.argument.split("/")[:2])  # what follows is a field of an exercise
            if marker.word in (*OF_EXERCISES, "pack") and named in gone:
                written = page.own and not came_along(page.path, marker.argument)
                wrong = f"This {what} is removed. Nothing takes its place."
                yield written, Problem(page.file, marker.line, marker.argument, wrong, _instead(page, written))


def _instead(page: Page, written: bool) -> str:
    """What to do about a place that points at something removed."""
    if written:
        return "Remove it."
    if page.own:
        return "Read this place."
    upstream = f"{PARTS['pages']}/{page.path}"  # a translation is owned by the name of what it was made from
    return f"To say something else there: {what_to_type('own', file=upstream)}"


def unseen_files(guide: Guide, removed: Removed) -> Iterator[Problem]:
    """Every file of a clinic that its own brand removes. `guide` is the whole one."""
    files = {page.file for page in guide.pages if page.own and page.path in removed.pages}
    files |= {guide.catalogue.documents[id_].file for id_ in guide.catalogue.own & removed.exercises}
    files |= {guide.packs.documents[id_].file for id_ in guide.packs.own & removed.packs}
    for file in sorted(files):
        write = "Take it out of `remove`, or remove this file."
        yield Problem(file, 1, "", "brand.yml removes this, so nobody sees it.", write)


def shows_less(page: Page, removed: Removed) -> bool:
    """Whether a page has anything that goes with what is removed."""
    leads_there = any(removed.what_is_gone(link) for link in page.links)
    return leads_there or any(f"#about-{section}" in page.body for section in removed.sections)


def _unknown(remove: Removal, document: Document, guide: Guide) -> Iterator[Problem]:
    """Everything that is removed exists."""
    paths = {page.path for page in guide.pages}
    known = {
        "sections": {section.id for section in guide.catalogue.sections},
        "exercises": set(guide.catalogue.documents),
        "packs": set(guide.packs.documents),
    }
    for index, name in enumerate(remove.pages):
        if name not in paths and not any(_is_below(path, name) for path in paths):
            yield document.problem(("remove", "pages", index), f"There is no page `{name}`.", nearest(name, paths))
    for key, names in known.items():
        for index, name in enumerate(getattr(remove, key)):
            if name not in names:
                wrong = f"There is no {key.removesuffix('s')} `{name}`."
                yield document.problem(("remove", key, index), wrong, nearest(name, names))


def _kept(path: str, remove: Removal, document: Document, guide: Guide) -> Problem:
    """A page that no copy can be without."""
    sections = [one.id for one in guide.catalogue.sections if one.page == path and one.id in remove.sections]
    place: Trail = ("remove", "sections", remove.sections.index(sections[0])) if sections else ("remove", "pages")
    wrong = f"`{path}` cannot be removed: guide.yml keeps it in every copy."
    return document.problem(place, wrong, "Replace it instead.")


def _place(remove: Removal, exercise: str) -> Trail:
    """Where a brand removes an exercise, by name or with its section."""
    if exercise in remove.exercises:
        return ("remove", "exercises", remove.exercises.index(exercise))
    return ("remove",)


def _is_below(path: str, folder: str) -> bool:
    return folder.endswith("/") and path.startswith(folder)
