"""A choice in a questionnaire."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, answers_of, hint
from . import Choice

KEEPS = "all options, and the way not to say"
LOSES = ""


def item(field: Choice, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A choice of one option, the last of which is the way not to say."""
    answers = tuple(answers_of(field.answers).values())
    return Item(id_, "choice", field.label, hint(field, id_), answers, control="radio-button")
