"""A day in a questionnaire."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, hint
from . import Date

KEEPS = "the question, and a day"
LOSES = "words such as “early in May”"


def item(field: Date, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A date; words such as “early in May” do not fit."""
    return Item(id_, "date", field.label, hint(field, id_))
