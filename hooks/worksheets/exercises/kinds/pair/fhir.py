"""A question to two people in a questionnaire."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, hint
from . import Pair

KEEPS = "both questions, by name"
LOSES = "side by side, and whose record it is: FHIR knows one person"


def item(field: Pair, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A group of two texts. Both answers end up in the record of one person, whoever wrote them."""
    sides = [Item(f"{id_}.{number}", "text", person) for number, person in enumerate(field.people, 1)]
    return Item(id_, "group", field.label, (*hint(field, id_), *sides))
