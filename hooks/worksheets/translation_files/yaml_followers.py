"""Texts of an exercise that stand there again because something names them: a condition, a bin, an answer."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..authoring.yaml_document import Trail
from .text_limits import NO_LIMITS, Limits

ANSWERS: Trail = ("example", "answers")


def followers(value: Any, texts: Iterable[Trail]) -> dict[Trail, Trail]:
    """The places of texts that name another one of the same exercise, with the place of the other.

    `texts` are the places of all that is for people. A condition and an answer name a text of the field whose id they
    have, and a statement one of the bins of its own field.
    """
    by_field: dict[str, dict[str, Trail]] = {}
    for trail in texts:
        known = by_field.setdefault(_field_of(trail, value), {})
        known.setdefault(_at(value, trail).strip(), trail)
    return {
        place: by_field[field][text.strip()]
        for place, text, field in _names(value, (), "")
        if text.strip() in by_field.get(field, {})
    }


def answers_as_texts(value: Any) -> Iterator[tuple[Trail, str, Limits]]:
    """What somebody wrote in the example of an exercise, of which its model knows only that it is something."""
    example = value.get("example") if isinstance(value, dict) else None
    answers = example.get("answers") if isinstance(example, dict) else None
    for trail, text in _leaves(answers, ANSWERS):
        yield trail, text, NO_LIMITS


def _names(value: Any, trail: Trail, field: str) -> Iterator[tuple[Trail, str, str]]:
    """Every text that may name another, with the id of the field whose texts it may name."""
    if isinstance(value, dict):
        for key, inner in value.items():
            here = (*trail, key)
            if key == "when" and isinstance(inner, dict):
                yield from _in_condition(inner, here, "")
            elif here[:2] == ANSWERS and len(here) == len(ANSWERS) + 1:
                yield from ((place, text, key) for place, text in _leaves(inner, here))
            elif key == "fits" and isinstance(inner, str):
                yield here, inner, field
            else:
                yield from _names(inner, here, str(value.get("id") or field))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _names(inner, (*trail, index), field)


def _in_condition(value: Any, trail: Trail, field: str) -> Iterator[tuple[Trail, str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            asked = field if key in ("is", "any-of", "all", "any") else key
            yield from _in_condition(inner, (*trail, key), asked)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _in_condition(inner, (*trail, index), field)
    elif isinstance(value, str):
        yield trail, value, field


def _leaves(value: Any, trail: Trail) -> Iterator[tuple[Trail, str]]:
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(inner, (*trail, step))


def _field_of(trail: Trail, value: Any) -> str:
    """The id of the field around a place, the innermost one; empty if there is none."""
    found = ""
    for step in trail:
        value = value[step]
        found = str(value.get("id") or found) if isinstance(value, dict) else found
    return found


def _at(value: Any, trail: Trail) -> str:
    for step in trail:
        value = value[step]
    return str(value)
