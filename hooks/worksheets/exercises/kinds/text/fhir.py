"""Sentences in a questionnaire."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, hint
from . import Text

KEEPS = "the question, and a box"
LOSES = "how tall it is"


def item(field: Text, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A text."""
    return Item(id_, "text", field.label, hint(field, id_))
