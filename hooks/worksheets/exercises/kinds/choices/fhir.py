"""Choices in a questionnaire."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, answers_of, hint
from . import Choices

KEEPS = "all options"
LOSES = ""


def item(field: Choices, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A choice of any of the options."""
    answers = tuple(answers_of(field.answers).values())
    return Item(id_, "choice", field.label, hint(field, id_), answers, control="check-box", repeats=True)
