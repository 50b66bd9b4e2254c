"""What is wrong with an exercise that no key can tell alone: rules between keys, between fields and between files."""

from collections.abc import Iterator

from ..authoring.problems import Problem, nearest
from ..authoring.strict_model import typed
from ..authoring.yaml_document import Document
from .exercise import SHORT, Exercise
from .field import TICKS
from .kinds import kinds_in_run


def misfits(exercise: Exercise, document: Document) -> Iterator[Problem]:
    """What fields say of others fits those others."""
    for one, part in enumerate(exercise.parts):
        for other, field in enumerate(part.fields_):
            for path, wrong, write in field.mistakes(exercise):
                yield document.problem(("parts", one, "fields", other, *path), wrong, write)


def written_fields(document: Document) -> Iterator[tuple[tuple[str | int, ...], dict[str, object]]]:
    """Every field of a file, sound or not, with its path."""
    parts = document.value.get("parts") if isinstance(document.value, dict) else None
    for one, part in enumerate(parts if isinstance(parts, list) else []):
        fields = part.get("fields") if isinstance(part, dict) else None
        for other, field in enumerate(fields if isinstance(fields, list) else []):
            if isinstance(field, dict):
                yield ("parts", one, "fields", other), field


def repeated_ids(document: Document) -> Iterator[Problem]:
    """No two fields of an exercise share an id."""
    seen: dict[str, int] = {}
    for path, field in written_fields(document):
        id_ = field.get("id")
        if isinstance(id_, str) and id_ in seen:
            wrong = f"The id `{id_}` is already used in line {seen[id_]}."
            yield document.problem((*path, "id"), wrong, "Give this field another id.")
        elif isinstance(id_, str):
            seen[id_] = document.line((*path, "id"))


def mistakes_in_exercise(id_: str, documents: dict[str, Document]) -> Iterator[Problem]:
    """The rules between keys and between files. They read plain values, so a typing mistake hides none of them."""
    document = documents[id_]
    value = document.value
    if not isinstance(value, dict):
        return
    alone, minutes, steps = value.get("alone"), typed(Exercise, value, "minutes"), typed(Exercise, value, "steps")
    if value.get("for") == "both" and not alone:
        yield document.problem(
            ("for",), "`for: both` needs a way to do it alone.", "Add `alone: section/name` with an exercise for one."
        )
    if value.get("for") == "one" and alone:
        yield document.problem(("alone",), "An exercise for one needs no `alone`.", "Remove it.")
    if isinstance(alone, str):
        other = documents.get(alone)
        if other is None:
            yield document.problem(
                ("alone",), f"There is no exercise `{alone}`.", nearest(alone, documents.keys() - {id_})
            )
        elif isinstance(other.value, dict) and other.value.get("for") == "both":
            yield document.problem(("alone",), f"`{alone}` is itself for both.", "Name an exercise with `for: one`.")
    if minutes and minutes > SHORT and not value.get("two-minutes"):
        yield document.problem(
            ("minutes",),
            f"{minutes} minutes need a shorter way.",
            "Add `two-minutes: …` with the shortest useful version.",
        )
    parts = value.get("parts")
    if steps and isinstance(parts, list) and len(parts) < 2:
        yield document.problem(("steps",), "One part cannot be read part by part.", "Remove `steps`, or add a part.")
    items, kinds = kinds_in_run(TICKS), [field.get("kind") for _, field in written_fields(document)]
    if value.get("kind") == "checklist" and not any(kind in items for kind in kinds):
        yield document.problem(("kind",), "A checklist has nothing to tick.", f"Add a field with `kind: {items[0]}`.")
