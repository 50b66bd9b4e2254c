"""A table in a questionnaire."""

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, hint
from . import Table

KEEPS = "named rows as a grid; counted rows one at a time, up to as many"
LOSES = "counted rows are not all there at first"


def item(field: Table, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A group with a grid of named rows, or with one row that repeats up to so many times."""
    named = isinstance(field.rows, tuple)
    rows = _grid(field, id_) if named else _log(field, id_)
    return Item(id_, "group", field.label, (*hint(field, id_), rows))


def _grid(field: Table, id_: str) -> Item:
    rows = (
        Item(f"{id_}.{number}", "group", name, _columns(field, f"{id_}.{number}"))
        for number, name in enumerate(field.row_names, 1)
    )
    return Item(f"{id_}.rows", "group", items=tuple(rows), control="grid")


def _log(field: Table, id_: str) -> Item:
    columns = _columns(field, f"{id_}.column")
    return Item(f"{id_}.rows", "group", "", columns, control="gtable", repeats=True, most=len(field.row_names))


def _columns(field: Table, row: str) -> tuple[Item, ...]:
    return tuple(Item(f"{row}.{number}", "string", column) for number, column in enumerate(field.columns, 1))
