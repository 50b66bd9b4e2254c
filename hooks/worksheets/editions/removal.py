"""What a copy leaves out, and the links that then lead nowhere."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from ..authoring.problems import Problem, nearest
from ..authoring.yaml_document import Document, Trail
from ..exercises.exercise import Section
from ..exercises.exercise_addresses import exercise_page, pack_page
from ..guide.links import Link, links_in
from ..guide.markdown.block_reader import read_blocks
from ..guide.markdown.typed_blocks import Block, Piece
from ..guide.markers import OF_EXERCISES
from ..guide.page import Page
from ..guide.whole_guide import Guide
from .brand import Brand, Removal
from .clinic_folder import PARTS
from .removed_packs import emptied, pruned_packs
from .removed_parts import without_parts_about
from .what_to_type import what_to_type

DOT = "·"
"""What divides the parts of a row."""
LEAD = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)*(?:[^\[·]*[:?]\s+(?=[*_]*\[))?")
"""What a row begins with: the sign of its list item, and the words of which its links speak, such as “Loud:”."""

LOOKS = re.compile(r"\{:[^}\n]*\}")
"""What a link looks like, such as a door, written right behind it."""


@dataclass(frozen=True)
class Removed:
    """What is not in a copy: pages by path in `docs/`, also those of exercises and packs, and these by id."""

    pages: frozenset[str]
    exercises: frozenset[str]
    files: frozenset[str] = frozenset()
    """What lies beside its pages in a folder that is removed."""
    packs: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()


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
            if link.path in removed.pages:
                written = page.own and not came_along(page.path, link.file)
                wrong = f"This leads to {link.file}, which is removed." + ("" if written else " The link is left out.")
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
    leads_there = any(link.path in removed.pages for link in page.links)
    return leads_there or any(f"#about-{section}" in page.body for section in removed.sections)


def drop_links(markdown: str, page: str, removed: Removed) -> str:
    """A page without links to what is removed.

    A list item that leads nowhere else goes altogether, and so do a part of a row with dots between its parts and a
    door, which is a link with looks of its own and nothing beside it. Elsewhere the words stay, without the looks. A
    part about a section that is removed goes with it.
    """
    markdown = without_parts_about(markdown, removed.sections)
    blocks = read_blocks(markdown)
    missing = {link.piece: link for link in links_in(blocks, page) if link.path in removed.pages}
    if not missing:
        return markdown
    kept = [piece.start for piece in blocks.pieces("link", "image") if piece not in missing]
    edits: list[tuple[int, int, str]] = []
    went = 0
    for block in blocks.all:
        gone = [missing[piece] for piece in block.pieces if piece in missing]
        if not gone or block.start < went:
            continue
        item = next((one for one in reversed(block.inside) if one.kind == "list item"), None)
        if item and not any(item.start <= start < item.end for start in kept):
            edits.append((item.start, item.end, ""))
            went = item.end
        else:
            edits += (item and _without_parts(markdown, block, gone)) or _words_alone(markdown, block, gone)
    return blocks.with_edits(edits)


def _without_parts(markdown: str, block: Block, gone: Sequence[Link]) -> list[tuple[int, int, str]]:
    """Edits of a row of parts with dots between them: parts that lead nowhere else go with the dots before them.

    None at all if it is no such row, or if nothing would be left of it.
    """
    places = [match.start() for match in re.finditer(DOT, markdown[block.start : block.end])]
    dots = [at for at in (block.start + place for place in places) if not _is_within(at, block.pieces)]
    lead = LEAD.match(markdown, block.start)
    assert lead
    ends = [*dots, block.end]
    parts = list(zip([lead.end(), *(dot + len(DOT) for dot in dots)], ends, strict=True))
    others = [piece for piece in block.pieces if piece not in {link.piece for link in gone}]
    without = [part for part in parts if _has(part, [link.piece for link in gone]) and not _has(part, others)]
    left = [part for part in parts if part not in without]
    if not dots or not left:
        return []
    text = ""
    for start, end in left:
        if text:  # the spaces around its dot come along
            before = next(one for one in reversed(parts) if one[1] < start)
            text += _spaces_at_end(markdown[slice(*before)]) + DOT
        words = _edited(markdown, start, end, gone)
        text += words.rstrip() if text else words.strip()
    return [(lead.end(), block.end, text + _spaces_at_end(markdown[lead.end() : block.end]))]


def _edited(markdown: str, start: int, end: int, gone: Iterable[Link]) -> str:
    """A part of a page with the words of links in their place."""
    text = ""
    for link in gone:
        if start <= link.piece.start < end:
            text += markdown[start : link.piece.start] + words_of(link)
            start = end_of_looks(markdown, link)
    return text + markdown[start:end]


def _words_alone(markdown: str, block: Block, gone: Sequence[Link]) -> list[tuple[int, int, str]]:
    """Edits that put the words of links in their place, or take a door away."""
    ends = [end_of_looks(markdown, link) for link in gone]
    start, end = gone[0].piece.start, ends[0]
    if end > gone[0].piece.end and not (markdown[block.start : start] + markdown[end : block.end]).strip():
        return [(block.start, block.end, "")]
    return [(link.piece.start, end, words_of(link)) for link, end in zip(gone, ends, strict=True)]


def end_of_looks(markdown: str, link: Link) -> int:
    """Where a link ends in a page, with what says how it looks."""
    looks = LOOKS.match(markdown, link.piece.end)
    return looks.end() if looks else link.piece.end


def _has(part: tuple[int, int], pieces: Iterable[Piece]) -> bool:
    """Whether one of some links or pictures begins in a part of a page."""
    return any(part[0] <= piece.start < part[1] for piece in pieces if piece.kind in ("link", "image"))


def _is_within(at: int, pieces: Iterable[Piece]) -> bool:
    return any(piece.start <= at < piece.end for piece in pieces)


def _spaces_at_end(text: str) -> str:
    return text[len(text.rstrip()) :]


def words_of(link: Link) -> str:
    """What stays of a link: its words as they are written, or the text of a picture."""
    source = link.piece.source
    return source[1 : source.rindex("](")] if link.piece.kind == "link" and "](" in source else link.piece.words


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
