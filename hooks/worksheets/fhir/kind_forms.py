"""How each kind of field gets into a questionnaire: the file `fhir.py` in its folder."""

import importlib
from functools import cache
from importlib.util import find_spec
from typing import Any, Protocol, cast

from ..authoring.words import Words
from ..exercises import kinds
from ..exercises.field import ExerciseParts
from ..exercises.questionnaire_items import Item


class FhirForm(Protocol):
    """The file of one kind. `KEEPS` and `LOSES` say what becomes of it; authors read them in a table."""

    KEEPS: str
    LOSES: str

    def item(self, field: Any, id_: str, exercise: ExerciseParts, t: Words) -> Item:
        """The item of a field, given its link id, its exercise and the words of its language."""


@cache
def kind_form(kind: str) -> FhirForm | None:
    """The file of a kind; None if it has none."""
    name = f"{kinds.__name__}.{kind}.fhir"
    return cast(FhirForm, importlib.import_module(name)) if find_spec(name) else None
