"""A time-out or a talk in a questionnaire: how long it is and when it ends, without a clock."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, answers_in_words, hint, said
from . import Pause

KEEPS = "its lengths, and when to stop and to come back"
LOSES = "the clock, and the way to choose none"


def item(field: Pause, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A group of a choice and two lines. What could be said instead of a clock makes no sense where there is none."""
    lengths = [said(t("pause-minutes", minutes=minutes)) for minutes in field.minutes]
    answers = answers_in_words(lengths, said(t("skip")))
    length_of, starts, ends = (
        ("talk-length", ("begin", "we-begin"), ("end", "we-end"))
        if field.talk
        else ("pause-length", ("stop", "we-stop"), ("back", "we-come-back"))
    )
    length = Item(f"{id_}.length", "choice", said(t(length_of)), answers=answers, control="radio-button")
    times = [Item(f"{id_}.{name}", "string", said(t(words))) for name, words in (starts, ends)]
    return Item(id_, "group", field.label, (*hint(field, id_), length, *times))
