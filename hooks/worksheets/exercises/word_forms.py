"""How each kind of field gets into Word: the file `word.py` in its folder."""

import importlib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any, Protocol, cast

from ..authoring.problems import Problem
from ..authoring.words import Words
from . import kinds
from .catalogue import Catalogue
from .document_blocks import DocumentBlock
from .field import ExerciseParts, Field


class WordForm(Protocol):
    """The file of one kind. `KEEPS` and `LOSES` say what becomes of it; authors read them in a table."""

    KEEPS: str
    LOSES: str

    def in_word(self, field: Any, exercise: ExerciseParts, t: Words) -> Iterator[DocumentBlock]:
        """What stands in a document for a field of this kind."""


@cache
def word_form(kind: str) -> WordForm | None:
    """The file of a kind; None if it has none."""
    name = f"{kinds.__name__}.{kind}.word"
    return cast(WordForm, importlib.import_module(name)) if find_spec(name) else None


def not_in_word(field: Field) -> tuple[str, ...]:
    """What its author wrote that a document leaves out, because its kind says so."""
    lost = getattr(word_form(field.kind), "not_in_word", None)
    return tuple(lost(field)) if lost else ()


def without_word_form(catalogue: Catalogue) -> Iterator[Problem]:
    """Every field that a document could not hold."""
    for id_, entry in catalogue.entries.items():
        for one, part in enumerate(entry.exercise.parts):
            for other, field in enumerate(part.fields_):
                if not word_form(field.kind):
                    wrong = f"A sheet for Word would lose this: the kind `{field.kind}` has no `word.py` in its folder."
                    write = "Add it, use another kind, or take `docx` out of `formats` in brand.yml."
                    path = ("parts", one, "fields", other, "kind")
                    yield catalogue.documents[id_].problem(path, wrong, write)
