"""A sum in a questionnaire: a number that the software fills in, and the words for the range that it is in."""

from collections.abc import Iterator

from ....authoring.words import Words
from ... import fhirpath
from ...field import ExerciseParts
from ...options import TICKED, Options
from ...questionnaire_items import Enabled, Item, hint, said
from . import Sum

KEEPS = "the sum, and the words for its range"
LOSES = "software without FHIRPath adds nothing up, and shows all ranges"


def item(field: Sum, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A group of how it adds, the sum, and each range with its words."""
    how = Item(f"{id_}.how", "display", said(field.explained(exercise, t)), is_instruction=True)
    total = Item(f"{id_}.sum", "integer", said(t("sum-so-far")), calculated=calculated(field, exercise))
    return Item(id_, "group", field.label, (*hint(field, id_), how, total, *_bands(field, id_, t)))


def _bands(field: Sum, id_: str, t: Words) -> Iterator[Item]:
    """Each range with its words, hidden by FHIRPath: other software adds nothing up, and shows all as paper does."""
    for number, band in enumerate(field.bands, 1):
        range_ = t("range", **{"from": band.from_, "to": band.to}) if band.from_ != band.to else band.from_
        words = Item(f"{id_}.band-{number}.text", "display", band.text, is_prose=True)
        here = Enabled(expression=fhirpath.within(fhirpath.answers(f"{id_}.sum"), band.from_, band.to))
        heading = said(range_) if not isinstance(range_, int) else str(range_)
        yield Item(f"{id_}.band-{number}", "group", heading, (words,), enabled=here)


def calculated(field: Sum, exercise: ExerciseParts) -> str:
    """The sum, in FHIRPath. There is none until every question with a way not to say has an answer and one counts."""
    asked = {one.id: one.answers for one in field.added(exercise) if one.answers}
    answered = [fhirpath.exists(fhirpath.answers(id_)) for id_, one in asked.items() if one.skip is not None]
    counts = fhirpath.joined([fhirpath.exists(_counted(id_, one)) for id_, one in asked.items()], "or")
    total = " + ".join(_value(id_, one) for id_, one in asked.items())
    return f"iif({' and '.join([*answered, counts])}, {total}, {{}})"


def _counted(id_: str, options: Options) -> str:
    """What was chosen that has a number."""
    if TICKED in options.controls:
        return fhirpath.ticked(id_)
    return fhirpath.answers(id_) if options.several else fhirpath.number(id_)


def _value(id_: str, options: Options) -> str:
    """What a question adds, 0 if it adds nothing."""
    found = _counted(id_, options)
    return f"{found}.count()" if options.skip is None else f"iif({found}.exists(), {found}, 0)"
