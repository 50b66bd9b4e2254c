"""Conditions on what a reader answers: written in YAML, shown by CSS, said on paper.

A condition asks one field, such as `{ heat: { at-least: 7 } }`, or is a group of conditions, `{ all: […] }` or
`{ any: […] }`. `holds` is its meaning; `selector` says the same to a browser, and `in_words` to a reader. What has no
answer fulfils nothing, so no condition holds on an empty sheet.
"""

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, Annotated, Any

from markupsafe import Markup
from pydantic import BeforeValidator, WithJsonSchema

from ..authoring.text_types import mistake
from ..authoring.words import Words
from .answers import Value, control_ends, field_named, fits, fitting_values, is_count, listed, runs_of_ticks, tick_ids
from .condition_rules import JOINTS, MOST_PARTS, PATTERN, mistakes

if TYPE_CHECKING:
    from .catalogue import Entry
    from .exercise import Exercise

__all__ = ["Answers", "Condition", "holds", "in_words", "mistakes", "selector"]

Answers = Mapping[str, Set[Value]]
"""What is chosen or ticked, by the id of the field, in the author's words; a tick is `{"ticked"}`."""


def _is_map(value: object) -> object:
    if not isinstance(value, dict):
        raise mistake("This is no condition.", PATTERN)
    return value


_GROUP = {"type": "array", "items": {"type": "object"}, "minItems": 2, "maxItems": MOST_PARTS}
_TEST = {
    "type": "object",
    "properties": {
        "is": {"type": ["string", "integer"]},
        "any-of": {"type": "array", "items": {"type": ["string", "integer"]}, "minItems": 2},
        "at-least": {"type": "integer"},
        "at-most": {"type": "integer"},
    },
    "additionalProperties": False,
}
_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": dict.fromkeys(JOINTS, _GROUP),
    "additionalProperties": _TEST,
    "minProperties": 1,
    "maxProperties": 1,
}

Condition = Annotated[dict[str, Any], BeforeValidator(_is_map), WithJsonSchema(_SCHEMA)]
"""A condition as written. What does not fit the exercise is left to `mistakes`, which knows the line."""


def holds(condition: Condition, exercise: "Exercise", answers: Answers) -> bool:
    """Whether a sound condition is true of the answers."""
    ((name, asked),) = condition.items()
    if name == "all":
        return all(holds(one, exercise, answers) for one in asked)
    if name == "any":
        return any(holds(one, exercise, answers) for one in asked)
    if name == "ticks":
        return sum(bool(answers.get(id_)) for id_ in tick_ids(exercise)) >= int(asked["at-least"])
    field, chosen = field_named(name, exercise), answers.get(name, frozenset())
    if is_count(field, asked):
        return len(chosen) >= int(asked["at-least"])
    return any(fits(value, asked) for value in chosen)


def selector(condition: Condition, entry: "Entry") -> str:
    """The CSS selector that matches the section of an exercise while a sound condition holds: ids and numbers only."""
    return f"#{entry.anchor}{_pseudo(condition, entry)}"


def in_words(condition: Condition, exercise: "Exercise", say: Words) -> Markup:
    """A sound condition for somebody with a pen, such as `If “How warm is it?” is 7 or more`, safe for HTML."""
    return say("if", condition=_words(condition, exercise, say))


def _pseudo(condition: Condition, entry: "Entry") -> str:
    ((name, asked),) = condition.items()
    if name == "all":
        return "".join(_pseudo(one, entry) for one in asked)
    if name == "any":
        return f":is({', '.join(_pseudo(one, entry) for one in asked)})"
    if name == "ticks":
        ((first, *_),) = runs_of_ticks(entry.exercise)
        return _counted(f"{entry.control_id(first)}--ticks", asked["at-least"])
    field = field_named(name, entry.exercise)
    id_ = entry.control_id(field)
    if is_count(field, asked):
        return _counted(id_, asked["at-least"])
    fitting = fitting_values(field, asked)
    ids = [f"#{id_}{end}" for value, end in control_ends(field).items() if value in fitting]
    return f":has({ids[0]}:checked)" if len(ids) == 1 else f":has(:is({', '.join(ids)}):checked)"


def _counted(id_: str, least: int) -> str:
    return f":has(#{id_} > {' ~ '.join([':checked'] * least)})"


def _words(condition: Condition, exercise: "Exercise", say: Words, inner: bool = False) -> Markup:
    ((name, asked),) = condition.items()
    if name in JOINTS:
        nests = any(part.keys() & JOINTS.keys() for part in asked)
        joint = f"{',' if nests else ''} {say(JOINTS[name])} "
        joined = Markup(joint).join(_words(part, exercise, say, inner=True) for part in asked)
        if not inner or (name == "all" and len(asked) != 2):
            return joined
        return say("either" if name == "any" else "both", conditions=joined)
    if name == "ticks":
        return _how_many(asked["at-least"], len(tick_ids(exercise)), say("in-the-list"), say)
    field: Any = field_named(name, exercise)
    label = say("quoted", words=field.label.rstrip("."))
    if is_count(field, asked):
        return _how_many(asked["at-least"], len(field.options), say("under", label=label), say)
    if field.kind == "tick":
        return say("is-ticked", label=label)
    if "any-of" in asked or "is" in asked:
        values = asked.get("any-of") or [asked["is"]]
        quoted = [say("quoted", words=value) if isinstance(value, str) else str(value) for value in values]
        said = Markup(listed(quoted, say("or")))
        return say("ticked-under" if field.kind == "choices" else "is", label=label, values=said)
    match asked:
        case {"at-least": least, "at-most": most}:
            return say("is-between", label=label, least=least, most=most)
        case {"at-least": least}:
            return say("is-or-more", label=label, least=least)
        case _:
            return say("is-or-less", label=label, most=asked["at-most"])


def _how_many(least: int, total: int, where: Markup, say: Words) -> Markup:
    if least == 1:
        return say("any-ticked", where=where)
    return (
        say("all-ticked", count=total, where=where) if least == total else say("some-ticked", count=least, where=where)
    )
