"""A number in a questionnaire: a list, for an integer has no way not to say."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, answers_of, hint
from . import Number

KEEPS = "a list of the numbers, and the way not to say; the unit stands in the question"
LOSES = ""


def item(field: Number, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A choice of one number, the last of which is the way not to say; the unit stands after the question."""
    answers = tuple(answers_of(field.answers).values())
    return Item(id_, "choice", f"{field.label} ({field.unit})", hint(field, id_), answers, control="drop-down")
