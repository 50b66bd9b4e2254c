"""Pages, exercises and packs by the names they once had, so that printed addresses lead to what is there now.

A page goes by its path in `docs/`, such as `steps/my-step.md`; an exercise and a pack by their ids, such as
`repair/pause-plan` and `first-evening`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import PurePath

from ..authoring.problems import Problem, nearest
from ..authoring.text_types import Line
from ..authoring.yaml_document import Document
from ..exercises.exercise_addresses import (
    BOOKLETS,
    HALVES,
    LARGE_PRINT,
    PAPERS,
    exercise_page,
    exercise_pdf,
    exercise_word,
    pack_page,
    pack_pdf,
    pack_word,
)
from .page import Page

Aliases = dict[Line, Line]
"""What a thing is called now, by what it was called."""

NAME = re.compile(r"\w+(?:[-.]+\w+)*(?:/\w+(?:[-.]+\w+)*)*")


@dataclass(frozen=True)
class Move:
    """The old address of a page and its new one in the site, such as `steps/my-step/`, and those of its files."""

    old: str
    new: str
    files: tuple[tuple[str, str], ...] = ()
    """The old path and the new one of everything that can be downloaded of it, in some copy or other."""

    def below(self, folder: str) -> "Move":
        """The same in a folder of a site, such as `es/`."""
        files = tuple((folder + old, folder + new) for old, new in self.files)
        return Move(folder + self.old, folder + self.new, files)


def moves(aliases: Mapping[str, str], known: Set[str]) -> tuple[Move, ...]:
    """Where each old address leads, `known` being the names of all that is there.

    A name that was changed twice leads to the last. What leads nowhere in this copy, or has a page of its own in it,
    is left out.
    """
    taken = {_page(name) for name in known}
    found = ((old, _end(old, aliases)) for old in aliases if _page(old) not in taken)
    return tuple(_move(old, new) for old, new in found if new is not None and new in known)


def wrong_aliases(
    written: Mapping[str, str], document: Document, known: Set[str], inherited: Mapping[str, str] | None = None
) -> Iterator[Problem]:
    """Every alias is the old name of one thing, and leads to one that is there. `inherited` are those below these."""
    pages = {_page(name).casefold(): name for name in known}
    before: dict[str, str] = {}
    every = {**(inherited or {}), **written}
    for old, new in written.items():
        trail = ("aliases", old)
        if not NAME.fullmatch(old):
            write = "Write a path in `docs/` such as `steps/old-name.md`, or an id such as `repair/old-name`."
            yield document.problem(trail, f"“{old}” cannot be the name of a page, an exercise or a pack.", write)
            continue
        there = pages.get(_page(old).casefold())
        twice = before.setdefault(_page(old), old)
        end = _end(old, every)
        if there:
            wrong = f"`{there}` is there now, so its address cannot lead to `{new}`."
            yield document.problem(trail, wrong, "Remove this line, or give the other one another name.")
        elif twice != old:
            yield document.problem(trail, f"`{twice}` above is the same address.", "Keep one of the two.")
        elif end is None:
            yield document.problem(trail, "This leads in a circle.", "Write what it is called now.")
        elif end not in known and new not in written:
            yield document.problem(trail, f"There is no page, exercise or pack `{new}`.", nearest(new, known))


def in_language_folders(written: Iterable[str], document: Document, codes: Iterable[str]) -> Iterator[Problem]:
    """Every old name whose address would be in the folder of a language, which the pages in that language replace."""
    for old in written:
        for code in codes:
            if address_of(_page(old)).casefold().startswith(f"{code}/".casefold()):
                wrong = f"The pages in the language `{code}` stand in the folder /{code}/ of the site."
                write = "Leave this folder out: an old name leads on in every language." if "/" in old else "Remove it."
                yield document.problem(("aliases", old), wrong, write)


def all_names(pages: Iterable[Page], exercises: Iterable[str], packs: Iterable[str]) -> frozenset[str]:
    """The names of all that is there, given the ids of exercises and of packs."""
    return frozenset([*(page.path for page in pages), *exercises, *packs])


def _end(old: str, aliases: Mapping[str, str]) -> str | None:
    """What something with an old name is called in the end; None for a circle."""
    seen = {old}
    new = aliases[old]
    while new in aliases:
        if new in seen:
            return None
        seen.add(new)
        new = aliases[new]
    return new


def _move(old: str, new: str) -> Move:
    return Move(address_of(_page(old)), address_of(_page(new)), tuple(_files(old, new)))


def _page(name: str) -> str:
    """The path of a page as if it stood in `docs/`, given the name of what it shows."""
    if name.endswith(".md"):
        return name
    return exercise_page(name) if "/" in name else pack_page(name)


def address_of(page: str) -> str:
    """The address of a page in the site, such as `steps/my-step/`, given its path in `docs/`."""
    path = PurePath(page)
    folder = path.parent if path.stem in ("index", "README") else path.with_suffix("")
    return "" if folder == PurePath() else f"{folder.as_posix()}/"


def _files(old: str, new: str) -> Iterator[tuple[str, str]]:
    """What could be downloaded of an exercise or a pack under its old name, and is there under its new one."""
    if old.endswith(".md") or new.endswith(".md") or ("/" in old) != ("/" in new):
        return
    if "/" in old:
        yield from ((exercise_pdf(old, paper), exercise_pdf(new, paper)) for paper in (*PAPERS, *LARGE_PRINT))
        yield from ((exercise_pdf(old, paper, True), exercise_pdf(new, paper, True)) for paper in PAPERS)
        yield exercise_word(old), exercise_word(new)
    else:
        yield from ((pack_pdf(old, paper), pack_pdf(new, paper)) for paper in (*PAPERS, *HALVES, *BOOKLETS))
        yield pack_word(old), pack_word(new)
