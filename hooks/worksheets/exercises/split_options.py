"""Options that a comma may have taken apart: in brackets, YAML begins a new one after it, and none may be meant."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..authoring.problems import Problem
from ..authoring.yaml_document import Document, Trail

OPTIONS = "options"


def split_options(documents: Iterable[Document]) -> Iterator[Problem]:
    """Each option without quotes that begins with a small letter, where one before it begins with a capital.

    So `[Yes, of course, No]` is told, and `[Yes, "of course", No]` is not. It may be meant, so it stops nothing.
    """
    for document in documents:
        for trail, written in document.in_brackets.items():
            if trail[-1:] == (OPTIONS,):
                yield from _split(document, trail, written)


def _split(document: Document, trail: Trail, written: str) -> Iterator[Problem]:
    options = _value(document, trail)
    for place, (before, option) in enumerate(pairwise(options), 2):
        if not (isinstance(before, str) and isinstance(option, str)) or f"{before}, {option}" not in written:
            continue
        if before[:1].isupper() and option[:1].islower():
            wrong = f"“{option}” begins with a small letter, so it may belong to “{before}”."
            write = f'If both are one option, put them in quotes: `"{before}, {option}"`; if not, this: `"{option}"`.'
            yield document.problem((*trail, place - 1), wrong, write)


def _value(document: Document, trail: Trail) -> list[object]:
    value = document.value
    for step in trail:
        value = value[step]
    return value if isinstance(value, list) else []
