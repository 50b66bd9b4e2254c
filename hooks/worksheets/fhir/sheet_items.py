"""A whole exercise as items: when to stop comes first, then what it is for, then its parts."""

from collections.abc import Iterator

from ..authoring.words import Words
from ..exercises.exercise import Exercise, Part
from ..exercises.field import Field, Question
from ..exercises.questionnaire_items import Item, said
from .kind_forms import kind_form


def sheet_items(exercise: Exercise, t: Words, help_: str) -> tuple[Item, ...]:
    """All items of an exercise, in order; `help_` says whom to call.

    A question has the link id that its author gave it. Ids that begin with `_` are of what nobody answers; they may
    change when parts are moved.
    """
    return (
        *_front(exercise, t, help_),
        *_names(exercise, t),
        *_parts(exercise, t),
        Item("_end", "display", said(t("half-done"))),
    )


def in_record(exercise: Exercise, t: Words) -> str:
    """What it means that answers are kept in somebody's record."""
    return said(t("record-of-one" if exercise.for_ == "one" else "record-of-two"))


def _front(exercise: Exercise, t: Words, help_: str) -> Iterator[Item]:
    stop = (
        Item("_stop.text", "display", exercise.stop, is_prose=True),
        Item("_stop.help", "display", help_),
        Item("_stop.record", "display", in_record(exercise, t)),
    )
    yield Item("_stop", "group", said(t("when-to-stop")), stop)
    yield Item("_purpose", "display", exercise.purpose, is_prose=True)
    if exercise.two_minutes:
        short = Item("_two-minutes.text", "display", exercise.two_minutes, is_prose=True)
        yield Item("_two-minutes", "group", said(t("two-minutes")), (short,))


def _names(exercise: Exercise, t: Words) -> Iterator[Item]:
    """Who the two are whose answers stand side by side; an author's ids have no double hyphen."""
    if exercise.writers:
        hint = Item("_who.hint", "display", said(t("who-is-who-hint")), is_instruction=True)
        places = [Item(f"who--{number}", "string", one) for number, one in enumerate(exercise.writers, 1)]
        yield Item("_who", "group", said(t("who-is-who")), (hint, *places))


def _parts(exercise: Exercise, t: Words) -> Iterator[Item]:
    places = {id(field): place for place, field in enumerate(exercise.fields, 1)}
    for number, part in enumerate(exercise.parts, 1):
        fields = [_item(field, _link_id(field, places[id(field)]), exercise, t) for field in part.fields_]
        yield Item(f"_part-{number}", "group", part.title, (*_intro(part, number), *fields))


def _intro(part: Part, number: int) -> tuple[Item, ...]:
    return (Item(f"_part-{number}.intro", "display", part.intro, is_prose=True),) if part.intro else ()


def _link_id(field: Field, place: int) -> str:
    return field.id if isinstance(field, Question) else f"_at-{place}"


def _item(field: Field, link_id: str, exercise: Exercise, t: Words) -> Item:
    form = kind_form(field.kind)
    assert form, f"{field.kind}/fhir.py is missing, and nobody was told"
    return form.item(field, link_id, exercise, t)
