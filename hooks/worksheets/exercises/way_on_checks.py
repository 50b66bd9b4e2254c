"""Whether readers find a way on from each exercise. The rules read plain values, so a typing mistake hides none."""

from collections.abc import Iterator, Mapping

from ..authoring.problems import Problem, nearest
from ..authoring.yaml_document import Document, Trail
from .catalogue import Catalogue

LEAST = 3
"""So many others can be reached from each, or all there are; fewer are a circle that tires its reader."""


def lost_ways(catalogue: Catalogue) -> Iterator[Problem]:
    """Every way on leads somewhere, in a guide that has such ways from each of its exercises, and never in a circle.

    A clinic's own may have none. Nor is a copy held to the rules on where ways lead in the end: it changes some
    exercises of a whole that its author need not know.
    """
    wrong = [*_unknown(catalogue), *_without(catalogue)]
    yield from wrong
    if not wrong and not catalogue.own:
        yield from _only_for_two(catalogue)
        yield from _circles(catalogue)


def _unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """What an exercise names is another exercise, and it names it once."""
    known = catalogue.documents.keys()
    for id_, document in catalogue.documents.items():
        seen: set[tuple[str | int, str]] = set()
        for path, named in _named(document):
            what = (path[0], named)
            if named not in known:
                yield document.problem(path, f"There is no exercise `{named}`.", nearest(named, known - {id_}))
            elif named == id_:
                yield document.problem(path, "This is the exercise itself.", "Name another one.")
            elif what in seen:
                yield document.problem(path, f"`{named}` stands here twice.", "Name it once.")
            seen.add(what)


def _without(catalogue: Catalogue) -> Iterator[Problem]:
    """Where some exercises of a guide lead on, all of them do."""
    guides = {id_: document for id_, document in catalogue.documents.items() if id_ not in catalogue.own}
    values = {id_: document.value for id_, document in guides.items() if isinstance(document.value, dict)}
    leads_on = {id_ for id_, value in values.items() if value.get("next")}
    for id_, document in guides.items():
        if leads_on and id_ in values.keys() - leads_on:
            write = "Add `next:` with one or two of `- go: section/name` and `why: …`."
            wrong = "Nothing comes after this exercise, and after others something does."
            yield document.problem(("next",), wrong, write)


def _only_for_two(catalogue: Catalogue) -> Iterator[Problem]:
    """Somebody who is alone with an exercise finds a way on alone."""
    for document in catalogue.documents.values():
        ways = _ways(document)
        if ways and _is_for(document, "one") and all(_is_for(catalogue.documents[way], "both") for way in ways):
            wrong = "This is for one, and all that comes after it is for two."
            yield document.problem(("next",), wrong, "Let one `go` lead to an exercise with `for: one`.")


def _circles(catalogue: Catalogue) -> Iterator[Problem]:
    """From every exercise one can reach several others. Where some ways cannot be read, nobody knows."""
    ways = {id_: _ways(document) for id_, document in catalogue.documents.items()}
    least = min(LEAST, len(ways) - 1)
    for id_, document in catalogue.documents.items() if all(ways.values()) else ():
        found = _reached(id_, ways)
        if len(found) < least:
            only = " and ".join(f"`{one}`" for one in sorted(found))
            wrong = f"From here one comes to {only}, and then round again."
            yield document.problem(("next",), wrong, f"Let one of them lead further, to at least {least} others.")


def _reached(start: str, ways: Mapping[str, list[str]]) -> set[str]:
    """All that can be reached from an exercise in any number of steps, without itself."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for way in ways.get(waiting.pop(), []):
            if way not in found:
                found.add(way)
                waiting.append(way)
    return found - {start}


def _is_for(document: Document, audience: str) -> bool:
    return isinstance(document.value, dict) and document.value.get("for") == audience


def _ways(document: Document) -> list[str]:
    """The ids to which an exercise leads on."""
    return [named for path, named in _named(document) if path[0] == "next"]


def _named(document: Document) -> Iterator[tuple[Trail, str]]:
    """Every id that an exercise names as one to go on to or one that takes its place, with its path in the file."""
    value = document.value if isinstance(document.value, dict) else {}
    for index, way in enumerate(_list(value.get("next"))):
        if isinstance(way, dict) and isinstance(way.get("go"), str):
            yield ("next", index, "go"), way["go"]
    for index, named in enumerate(_list(value.get("skip-if-done"))):
        if isinstance(named, str):
            yield ("skip-if-done", index), named


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
