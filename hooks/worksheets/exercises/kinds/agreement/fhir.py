"""An agreement in a questionnaire: its words, two names and a day. Nobody signs there."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, hint, said
from . import Agreement

KEEPS = "the words, two names and a day"
LOSES = "nobody signs"


def item(field: Agreement, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A group of a text, two names and a date."""
    what = Item(f"{id_}.what", "text", said(t("we-agree")))
    names = [
        Item(f"{id_}.name-{number}", "string", said(t("name-of", person=person)))
        for number, person in enumerate(field.people, 1)
    ]
    day = Item(f"{id_}.date", "date", said(t("date")))
    return Item(id_, "group", field.label, (*hint(field, id_), what, *names, day))
