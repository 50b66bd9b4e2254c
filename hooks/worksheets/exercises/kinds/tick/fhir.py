"""One item of a checklist in a questionnaire."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, hint
from . import Tick

KEEPS = "each item, as ticked or not"
LOSES = "some software asks “yes or no”; nothing is counted"


def item(field: Tick, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A boolean with a box to tick; some software asks “yes or no” instead."""
    return Item(id_, "boolean", field.label, hint(field, id_), control="check-box")
