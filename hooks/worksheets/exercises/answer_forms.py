"""How the answer to each kind of field looks and reads in a filled-in example: the file `answer.py` in its folder."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any, Protocol, cast

from ..authoring.words import Words
from . import kinds
from .answer_shapes import Names, Said
from .answers import questions
from .exercise import Exercise
from .field import Mistake


class AnswerForm(Protocol):
    """The file of one kind. `LOOKS` says what an author writes; authors read it in a table."""

    LOOKS: str

    def mistakes(self, field: Any, written: object) -> Iterator[Mistake]:
        """What is wrong with an answer, as it stands in the file, to a field of this kind."""

    def said(self, field: Any, written: Any, names: Names | None, t: Words) -> tuple[Said, ...]:
        """How a sound answer reads; `names` are those of two people, if two filled the sheet in."""


@dataclass(frozen=True)
class Answered:
    """A question of the sheet with its answer."""

    question: str
    said: tuple[Said, ...]


@cache
def answer_form(kind: str) -> AnswerForm | None:
    """The file of a kind; None if it has none, because nothing is answered there."""
    name = f"{kinds.__name__}.{kind}.answer"
    return cast(AnswerForm, importlib.import_module(name)) if find_spec(name) else None


def answered(exercise: Exercise, t: Words) -> list[Answered]:
    """The questions that the example of an exercise answers, in the order of the sheet; none without an example."""
    example = exercise.example
    if not example:
        return []
    names = _two_names(example.who, t)
    found = []
    for id_, field in questions(exercise).items():
        form = answer_form(field.kind)
        if form and id_ in example.answers:
            found.append(Answered(field.label, form.said(field, example.answers[id_], names, t)))
    return found


def _two_names(who: str, t: Words) -> Names | None:
    """The names of two people; None if it is one. Arabic and Hebrew write “and” in one with the name behind it."""
    joint = f" {t('and')} "
    two = who.split(joint if joint in who or t.direction == "ltr" else joint.rstrip())
    return (two[0], two[1]) if len(two) == 2 else None


def leaves_some_out(exercise: Exercise) -> bool:
    """Whether the example answers fewer questions than the sheet asks, or there is none."""
    given = exercise.example.answers if exercise.example else {}
    asked = [id_ for id_, field in questions(exercise).items() if answer_form(field.kind)]
    return any(id_ not in given for id_ in asked)
