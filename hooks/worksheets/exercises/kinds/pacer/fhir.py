"""Slow breathing in a questionnaire: the words alone, for nothing moves there."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, hint, said
from . import Pacer

KEEPS = "how to breathe, in words"
LOSES = "the circle, and every movement"


def item(field: Pacer, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A group that says how to breathe."""
    how = t("breathe", **{"in": field.in_, "out": field.out, "times": field.breaths})
    return Item(id_, "group", field.label, (*hint(field, id_), Item(f"{id_}.how", "display", said(how))))
