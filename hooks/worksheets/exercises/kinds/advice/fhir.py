"""Advice in a questionnaire: its “If …” and its words, shown when the answers call for them."""

from ....authoring.words import Words
from ...enabling import enabled_when
from ...field import ExerciseParts
from ...questionnaire_items import Item, said
from . import Advice

KEEPS = "its “If …” and its words, shown when the answers call for them"
LOSES = "software without FHIRPath shows some advice to everyone"


def item(field: Advice, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A group with the condition as its heading, so that it is right where software shows it to everyone."""
    words = Item(f"{id_}.text", "display", field.text, is_prose=True)
    when = enabled_when(field.when, exercise)
    return Item(id_, "group", f"{said(field.in_words(exercise, t))}:", (words,), enabled=when)
