"""What a copy leaves out, and the links that then lead nowhere."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..authoring.problems import Problem, nearest
from ..authoring.yaml_document import Document, Trail
from ..exercises.addresses import exercise_page
from ..guide.links import Link, links_in
from ..guide.markdown.block_reader import read_blocks
from ..guide.markdown.typed_blocks import Block, Blocks, Container
from ..guide.page import Page
from ..guide.whole_guide import Guide
from .brand import Brand, Removal

DOT = "·"
"""The separator of links in a row."""
DOTTED = re.compile(r"(?:\s*·\s*\x00|\x00\s*·\s*)")


@dataclass(frozen=True)
class Removed:
    """What is not in a copy: pages by path in `docs/`, also those of exercises, and exercises by id."""

    pages: frozenset[str]
    exercises: frozenset[str]


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
    return Removed(frozenset(pages | {exercise_page(id_) for id_ in exercises}), frozenset(exercises)), problems


def pruned_guide(guide: Guide, removed: Removed) -> Guide:
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


def dangling_links(guide: Guide, removed: Removed) -> Iterator[tuple[Page, Problem]]:
    """Every place that still points at something removed, with what to do about it."""
    for page in guide.pages:
        write = "Remove it." if page.own else f"To say something else there: make own CLINIC=… FILE={page.file}"
        for link in page.links:
            if link.path in removed.pages:
                wrong = f"This leads to {link.file}, which is removed."
                wrong += "" if page.own else " The link is left out."
                yield page, Problem(page.file, page.line(link.piece.start), link.words, wrong, write)
        for marker in page.markers:
            if marker.word in ("exercise", "sheet") and marker.argument in removed.exercises:
                wrong = "This exercise is removed. Nothing takes its place."
                yield page, Problem(page.file, marker.line, marker.argument, wrong, write)


def drop_links(markdown: str, page: str, removed: Removed) -> str:
    """A page without links to what is removed.

    A list item that leads nowhere else goes altogether, and so does a link in a row of links with dots between them.
    Elsewhere the words stay.
    """
    blocks = read_blocks(markdown)
    links = list(links_in(blocks, page))
    missing = [link for link in links if link.path in removed.pages]
    if not missing:
        return markdown
    kept = [link.piece.start for link in links if link.path not in removed.pages]
    edits: list[tuple[int, int, str]] = []
    went = 0
    for item, own in _by_item(blocks, missing).items():
        if own[0].piece.start < went:
            continue
        if item and not any(item.start <= start < item.end for start in kept):
            edits.append((item.start, item.end, ""))
            went = item.end
            continue
        row_end = _own_end(blocks, item) if item else 0
        if item and DOT in markdown[item.start : row_end]:
            row = [link for link in own if link.piece.start < row_end]
            edits.append((item.start, row_end, _without_dots(markdown, item.start, row_end, row)))
            own = own[len(row) :]
        edits += [(link.piece.start, link.piece.end, _words(link)) for link in own]
    return blocks.with_edits(edits)


def _by_item(blocks: Blocks, links: Iterable[Link]) -> dict[Container | None, list[Link]]:
    """Links by the innermost list item that they are in, if they are in one."""
    items = {piece: _item(block) for block in blocks.all for piece in block.pieces}
    found: dict[Container | None, list[Link]] = {}
    for link in links:
        found.setdefault(items[link.piece], []).append(link)
    return found


def _item(block: Block) -> Container | None:
    return next((one for one in reversed(block.inside) if one.kind == "list item"), None)


def _own_end(blocks: Blocks, item: Container) -> int:
    """Where a list item ends, or the first one inside it begins."""
    inner = (inside.start for block in blocks.all for inside in block.inside if inside.kind == "list item")
    return min((start for start in inner if item.start < start < item.end), default=item.end)


def _without_dots(markdown: str, start: int, end: int, gone: Iterable[Link]) -> str:
    """A row of links without some of them, and without the dots beside these."""
    row = ""
    for link in gone:
        row += markdown[start : link.piece.start] + "\x00"
        start = link.piece.end
    return DOTTED.sub("", row + markdown[start:end]).replace("\x00", "")


def _words(link: Link) -> str:
    """What stays of a link: its words as they are written, or the text of a picture."""
    source = link.piece.source
    return source[1 : source.rindex("](")] if link.piece.kind == "link" and "](" in source else link.piece.words


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
