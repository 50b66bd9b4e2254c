"""Conditions on what a reader answers: written in YAML, shown by CSS, said on paper.

A condition asks one field, such as `{ heat: { at-least: 7 } }`, or is a group of conditions, `{ all: […] }` or
`{ any: […] }`. `holds` is its meaning; `selector` says the same to a browser, and `in_words` to a reader. An
unanswered field makes no condition true, so none holds on an empty sheet.
"""

from collections.abc import Mapping, Set
from typing import Annotated, Any

from markupsafe import Markup
from pydantic import BeforeValidator, WithJsonSchema

from ..authoring.text_types import mistake
from ..authoring.words import Words
from .answers import listed, options, questions, runs_of_ticks, tick_ids
from .condition_checks import JOINTS, MOST_DEEP, MOST_PARTS, mistakes
from .field import TICKS, ExerciseParts, Placed
from .options import Value, fits
from .question_checks import PATTERN

__all__ = ["Answers", "Condition", "holds", "in_words", "mistakes", "selector"]

Answers = Mapping[str, Set[Value]]
"""What is chosen or ticked, by the id of the field, in the author's words; a tick is `{"ticked"}`."""


def _is_map(value: object) -> object:
    if not isinstance(value, dict):
        raise mistake("This isn't a condition.", PATTERN)
    return value


_VALUE = {"type": ["string", "integer"]}
_TEST = {
    "type": "object",
    "properties": {
        "is": {"description": "this answer", **_VALUE},
        "any-of": {"description": "one of these answers", "type": "array", "items": _VALUE, "minItems": 2},
        "at-least": {"description": "this number or more, or so many that are ticked", "type": "integer"},
        "at-most": {"description": "this number or less", "type": "integer"},
    },
    "minProperties": 1,
    "additionalProperties": False,
}
_SAYS = {"all": "all of these are true", "any": "one or more of these are true"}


# Runs once, as this module is imported, where no mutant can be switched on; its outcome is pinned by the schema's file.
def _schema(deep: int = 1) -> dict[str, Any]:  # pragma: no mutate block
    """The JSON Schema of a condition at this depth of groups, from 1."""
    groups = {
        joint: {
            "description": _SAYS[joint],
            "type": "array",
            "items": _schema(deep + 1),
            "minItems": 2,
            "maxItems": MOST_PARTS,
        }
        for joint in JOINTS
        if deep < MOST_DEEP
    }
    return {
        "type": "object",
        "properties": groups,
        "additionalProperties": {"description": "what is asked of the field with this id", **_TEST},
        "minProperties": 1,
        "maxProperties": 1,
    }


Condition = Annotated[dict[str, Any], BeforeValidator(_is_map), WithJsonSchema(_schema())]
"""A condition as written. What does not fit the exercise is left to `mistakes`, which knows the line."""


def holds(condition: Condition, exercise: ExerciseParts, answers: Answers) -> bool:
    """Whether a sound condition is true of the answers."""
    ((name, asked),) = condition.items()
    if name == "all":
        return all(holds(one, exercise, answers) for one in asked)
    if name == "any":
        return any(holds(one, exercise, answers) for one in asked)
    if name == TICKS:
        return sum(bool(answers.get(id_)) for id_ in tick_ids(exercise)) >= int(asked["at-least"])
    chosen = answers.get(name, frozenset())
    if options(exercise)[name].is_count(asked):
        return len(chosen) >= int(asked["at-least"])
    return any(fits(value, asked) for value in chosen)


def selector(condition: Condition, entry: Placed) -> str:
    """The CSS selector that matches the section of an exercise while a sound condition holds: ids and numbers only."""
    return f"#{entry.anchor}{_pseudo(condition, entry)}"


def in_words(condition: Condition, exercise: ExerciseParts, t: Words) -> Markup:
    """A sound condition for somebody with a pen, such as `If “How warm is it?” is 7 or more`, safe for HTML."""
    return t("if", condition=_words(condition, exercise, t))


def _pseudo(condition: Condition, entry: Placed) -> str:
    ((name, asked),) = condition.items()
    if name == "all":
        return "".join(_pseudo(one, entry) for one in asked)
    if name == "any":
        return f":is({', '.join(_pseudo(one, entry) for one in asked)})"
    if name == TICKS:
        ((first, *_),) = runs_of_ticks(entry.exercise)
        return _counted(f"{entry.control_id(first)}--{TICKS}", asked["at-least"])
    id_ = entry.control_id(questions(entry.exercise)[name])
    known = options(entry.exercise)[name]
    if known.is_count(asked):
        return _counted(id_, asked["at-least"])
    fitting = known.fitting(asked)
    controls = [f"#{id_}{end}" for value, end in known.controls.items() if value in fitting]
    return f":has({controls[0]}:checked)" if len(controls) == 1 else f":has(:is({', '.join(controls)}):checked)"


def _counted(id_: str, least: int) -> str:
    return f":has(#{id_} > {' ~ '.join([':checked'] * least)})"


def _words(condition: Condition, exercise: ExerciseParts, t: Words, inner: bool = False) -> Markup:
    ((name, asked),) = condition.items()
    if name in JOINTS:
        return _joined(name, asked, exercise, t, inner)
    if name == TICKS:
        return _how_many(asked["at-least"], len(tick_ids(exercise)), t("in-the-list"), t)
    known = options(exercise)[name]
    label = t("quoted", words=questions(exercise)[name].label.rstrip("."))
    if known.is_count(asked):
        return _how_many(asked["at-least"], len(known.controls), t("under", label=label), t)
    match asked:
        case {"at-least": least, "at-most": most}:
            return t("is-between", label=label, least=least, most=most)
        case {"at-least": least}:
            return t("is-or-more", label=label, least=least)
        case {"at-most": most}:
            return t("is-or-less", label=label, most=most)
    values = asked.get("any-of") or [asked["is"]]
    quoted = [t("quoted", words=value) if isinstance(value, str) else str(value) for value in values]
    return t(known.said, label=label, values=Markup(listed(quoted, t("or"), t.comma)))


def _joined(name: str, parts: list[Condition], exercise: ExerciseParts, t: Words, inner: bool) -> Markup:
    nests = any(part.keys() & JOINTS.keys() for part in parts)
    joint = (t.comma if nests else " ") + f"{t(JOINTS[name])} "
    joined = Markup(joint).join(_words(part, exercise, t, inner=True) for part in parts)
    if not inner or (name == "all" and len(parts) != 2):
        return joined
    return t("either" if name == "any" else "both", conditions=joined)


def _how_many(least: int, total: int, where: Markup, t: Words) -> Markup:
    if least == 1:
        return t("any-ticked", where=where)
    return t("all-ticked", count=total, where=where) if least == total else t("some-ticked", count=least, where=where)
