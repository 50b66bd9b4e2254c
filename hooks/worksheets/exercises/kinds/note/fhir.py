"""A note in a questionnaire."""

from ....authoring.words import Words
from ...field import Form
from ...questionnaire_items import Item
from . import Note

KEEPS = "its words; some software drops emphasis"
LOSES = ""


def item(field: Note, id_: str, form: Form, t: Words) -> Item:
    """A display."""
    return Item(id_, "display", field.text, is_prose=True)
