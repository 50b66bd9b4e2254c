"""A scale in a questionnaire: points to choose from. A slider stands somewhere at first, and nobody can skip it."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...options import Value
from ...questionnaire_items import Item, answers_of, hint, said
from . import Scale

KEEPS = "each number with its weight, both ends in words, the way not to say"
LOSES = "the line between the ends"


def item(field: Scale, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A choice of one point, each with its number as weight, and of the way not to say. Both ends have their words."""
    ends = zip((field.from_, field.to), field.ends, strict=True)
    words: dict[Value, str] = {point: said(t("scale-end", number=point, words=end)) for point, end in ends}
    answers = tuple(answers_of(field.answers, words).values())
    return Item(id_, "choice", field.label, hint(field, id_), answers, control="radio-button", is_row=True)
