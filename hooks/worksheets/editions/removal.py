"""What a copy leaves out, and what then still points there."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..authoring.problems import Problem, nearest
from ..authoring.yaml_document import Document, Trail
from ..exercises.addresses import exercise_page
from ..guide.page import LIST_ITEM, Page, code_lines
from ..guide.whole_guide import Guide
from .brand import Brand, Removal

LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s#]+\.md)(?:#[^()\s]*)?\)")
DOTTED = re.compile(r"(?:\s*·\s*\x00|\x00\s*·\s*)")


@dataclass(frozen=True)
class Removed:
    """What is not in a copy: pages by path in `docs/`, also those of exercises, and exercises by id."""

    pages: frozenset[str]
    exercises: frozenset[str]

    def misses(self, page: str, link: str) -> bool:
        """Whether a link on a page leads to something removed."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) in self.pages


def removed_by(brand: Brand, document: Document, guide: Guide) -> tuple[Removed, list[Problem]]:
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
    return Removed(frozenset(pages | {exercise_page(id_) for id_ in exercises}), frozenset(exercises)), problems


def without(guide: Guide, removed: Removed) -> Guide:
    """The guide without what is removed: sections, exercises and pages."""
    catalogue = replace(
        guide.catalogue,
        sections=tuple(section for section in guide.catalogue.sections if section.page not in removed.pages),
        entries={id_: entry for id_, entry in guide.catalogue.entries.items() if id_ not in removed.exercises},
        documents={id_: one for id_, one in guide.catalogue.documents.items() if id_ not in removed.exercises},
    )
    return replace(
        guide, catalogue=catalogue, pages=tuple(page for page in guide.pages if page.path not in removed.pages)
    )


def pointers(guide: Guide, removed: Removed) -> Iterator[tuple[Page, Problem]]:
    """Every place that still points at something removed, with what to do about it."""
    for page in guide.pages:
        write = "Remove it." if page.own else f"To say something else there: make own CLINIC=… FILE={page.file}"
        text = "\n".join("" if is_code else line for _, line, is_code in code_lines(page.text))
        first = next((number for number, _, _ in code_lines(page.text)), 1)
        for match in LINK.finditer(text):
            if removed.misses(page.path, match[2]):
                line = first + text.count("\n", 0, match.start())
                wrong = f"This leads to {match[2]}, which is removed."
                wrong += "" if page.own else " The link is left out."
                yield page, Problem(page.file, line, " ".join(match[1].split()), wrong, write)
        for marker in page.markers:
            if marker.word == "exercise" and marker.argument in removed.exercises:
                wrong = "This exercise is removed. Nothing stands in its place."
                yield page, Problem(page.file, marker.line, marker.argument, wrong, write)


def unlinked(markdown: str, page: str, removed: Removed) -> str:
    """A page without links to what is removed.

    A list item that leads nowhere else goes altogether, and so does a link in a row of links with dots between them.
    Elsewhere the words stay.
    """
    if not any(removed.misses(page, match[2]) for match in LINK.finditer(markdown)):
        return markdown
    return "\n".join(piece for block in _items(markdown) if (piece := _unlinked(block, page, removed)) is not None)


def _unlinked(block: str, page: str, removed: Removed) -> str | None:
    links = list(LINK.finditer(block))
    missing = [match for match in links if removed.misses(page, match[2])]
    if not missing:
        return block
    if LIST_ITEM.match(block) and len(missing) == len(links):
        return None
    if LIST_ITEM.match(block) and "·" in block:
        blanked = LINK.sub(lambda match: "\x00" if removed.misses(page, match[2]) else match[0], block)
        return DOTTED.sub("", blanked).replace("\x00", "")
    return LINK.sub(lambda match: match[1] if removed.misses(page, match[2]) else match[0], block)


def _items(markdown: str) -> list[str]:
    """The page cut before each list item and before whatever follows a list."""
    blocks: list[list[str]] = [[]]
    for line in markdown.splitlines():
        ends_item = blocks[-1] and LIST_ITEM.match(blocks[-1][0]) and not (line[:1].isspace() and line.strip())
        if LIST_ITEM.match(line) or ends_item:
            blocks.append([])
        blocks[-1].append(line)
    return ["\n".join(block) for block in blocks if block]


def _unknown(remove: Removal, document: Document, guide: Guide) -> Iterator[Problem]:
    """Everything that is removed exists."""
    paths = {page.path for page in guide.pages}
    known = {
        "sections": {section.id for section in guide.catalogue.sections},
        "exercises": set(guide.catalogue.documents),
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
