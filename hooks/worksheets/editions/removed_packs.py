"""What a copy leaves out of packs: whole packs, and in others the exercises and pages that it removes."""

from collections.abc import Callable, Iterator, Set
from dataclasses import replace

from ..authoring.problems import Problem
from ..guide.packs import Pack, Packs
from .what_to_type import what_to_type

WHOLE = "Everything in this pack is removed, so the pack is left out."


def emptied(packs: Packs, exercises: Set[str]) -> set[str]:
    """The ids of packs that hold nothing but exercises that are removed."""
    return {id_ for id_, entry in packs.entries.items() if exercises >= {*entry.pack.exercises}}


def pruned_packs(packs: Packs, gone: Set[str], exercises: Set[str], pages: Set[str]) -> Packs:
    """The packs but those that are gone, without the exercises and pages that are removed."""
    kept = {
        id_: replace(entry, pack=_pruned(entry.pack, exercises, pages))
        for id_, entry in packs.entries.items()
        if id_ not in gone
    }
    documents = {id_: document for id_, document in packs.documents.items() if id_ not in gone}
    return replace(packs, entries=kept, documents=documents)


def _pruned(pack: Pack, exercises: Set[str], pages: Set[str]) -> Pack:
    return pack.model_copy(
        update={
            "exercises": tuple(id_ for id_ in pack.exercises if id_ not in exercises),
            "pages": tuple(path for path in pack.pages if path not in pages),
        }
    )


def gaps(
    packs: Packs, gone: Set[str], exercises: Set[str], pages: Set[str], came_along: Callable[[str, str], bool]
) -> Iterator[tuple[bool, Problem]]:
    """Every place of a pack that names something removed, and whether a clinic has written it.

    `gone` are the packs that a brand removes by name, of which nothing needs to be said. `came_along` tells whether a
    clinic's pack, given its file's name, had some words when it was copied from the guide.
    """
    for id_, entry in packs.entries.items():
        if id_ in gone:
            continue
        document, own = packs.documents[id_], id_ in packs.own
        write = "Remove it." if own else f"To say something else there: {what_to_type('own', file=document.file)}"
        if not own and id_ in emptied(packs, exercises):
            yield own, document.problem(("exercises",), WHOLE, write)
            continue
        for key, names, removed in (("exercises", entry.pack.exercises, exercises), ("pages", entry.pack.pages, pages)):
            for index, name in enumerate(names):
                if name in removed:
                    wrong = f"`{name}` is removed. Nothing takes its place."
                    written = own and not came_along(f"{id_}.yml", name)
                    yield written, document.problem((key, index), wrong, write)
