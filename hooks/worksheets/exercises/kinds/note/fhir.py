"""A note in a questionnaire."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item
from . import Note

KEEPS = "its words; some software drops emphasis"
LOSES = ""


def item(field: Note, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A display."""
    return Item(id_, "display", field.text, is_prose=True)
