"""A line in a questionnaire."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, hint
from . import Line

KEEPS = "the question, and a line"
LOSES = ""


def item(field: Line, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A string."""
    return Item(id_, "string", field.label, hint(field, id_))
