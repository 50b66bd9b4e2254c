"""A brand in the place of one with mistakes, so that all else in a clinic's folder is checked in the same round."""

from collections.abc import Sequence
from typing import Any

from ..authoring.problems import Problem
from ..authoring.strict_model import typed
from ..authoring.yaml_document import Document, singular
from ..guide.helplines import OwnCountry
from .brand import BRAND, Brand, read_brand
from .brand_colours import weak_colours
from .new_clinic_folder import TEMPLATE

SILENT = OwnCountry.model_construct(code="XX", name="", emergency=(), crisis=(), violence=())
"""The helplines of nobody, where a country or its helplines have a mistake that is told already."""


def stand_in(document: Document, found: Sequence[Problem]) -> tuple[Brand | None, list[Problem]]:
    """A brand of the keys that are sound by themselves, and what is wrong with their colours.

    `found` is what is wrong with the document. Keys that every brand needs and that this one lacks are those of a new
    clinic. Nothing is made of a document that could not be read.
    """
    new = read_brand(TEMPLATE / BRAND, BRAND)[0]
    if not isinstance(document.value, dict) or not new:
        return None, []
    unsound = {problem.place.split(" ")[0] for problem in found}
    if any(problem.file != document.file for problem in found):
        unsound.add("helplines")  # those of a row are a file of their own
    values: dict[str, Any] = {}
    for name, info in Brand.model_fields.items():
        key = str(info.alias)
        value = None if {key, singular(key)} & unsound else typed(Brand, document.value, key)
        default = getattr(new, name) if info.is_required() else info.get_default(call_default_factory=True)
        values[name] = default if value is None else value
    if {"country", "helplines"} & unsound:
        values["helplines"] = SILENT
    brand = Brand.model_construct(**values)
    return brand, list(weak_colours(brand.colours, document)) if "colours" not in unsound else []
