"""What can be wrong with a condition in its exercise."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from .answers import listed, options
from .field import ExerciseParts, Mistake
from .options import Value
from .question_checks import PATTERN, mistakes_in_question

JOINTS = {"all": "and", "any": "or"}
"""The words that make a group of conditions, and what joins them in a sentence."""

MOST_DEEP = 3
"""A group may hold groups, and these hold no further ones: more could not be said clearly on paper."""

MOST_PARTS = 6


def mistakes(condition: object, exercise: ExerciseParts, deep: int = 1) -> Iterator[Mistake]:
    """What is wrong with a condition in its exercise; without any, it can come true and asks something."""
    if not isinstance(condition, dict) or not condition:
        yield (), "There is no condition here.", PATTERN
        return
    if len(condition) > 1:
        names = [f"`{name}`" for name in condition]
        apart = ", ".join(f"{{ {name}: … }}" for name in condition)
        yield (), f"A condition asks one field; here are {listed(names, 'and')}.", f"Write `all: [{apart}]`, or `any`."
        return
    ((name, asked),) = condition.items()
    found = _in_group(name, asked, exercise, deep) if name in JOINTS else mistakes_in_question(name, asked, exercise)
    for path, wrong, write in found:
        yield (name, *path), wrong, write


def _in_group(name: str, parts: object, exercise: ExerciseParts, deep: int) -> Iterator[Mistake]:
    if deep == MOST_DEEP:
        yield (
            (),
            "A group in a group holds no further group.",
            "Say it with fewer groups, or in several pieces of advice.",
        )
        return
    if not isinstance(parts, list) or not 2 <= len(parts) <= MOST_PARTS:
        yield (), f"`{name}` needs a list of 2 to {MOST_PARTS} conditions.", f"Write `{name}: [{{ … }}, {{ … }}]`."
        return
    found = [
        ((index, *path), wrong, write)
        for index, part in enumerate(parts)
        for path, wrong, write in mistakes(part, exercise, deep + 1)
    ]
    yield from found
    if found:
        return
    if name == "all" and not _can_hold(parts, {}, exercise):
        yield (), "No answers make all of these true at once.", "Ask for one answer to each question, or write `any`."
    if name == "any" and (field := _covered(parts, exercise)):
        yield (), f"Together these cover every answer to `{field}`.", "Leave some answers out."


def _can_hold(conditions: Sequence[Mapping[str, Any]], left: Mapping[str, Set[Value]], exercise: ExerciseParts) -> bool:
    """Whether sound conditions can be true at once; `left` is what earlier ones leave of each single answer."""
    if not conditions:
        return True
    ((name, asked),), rest = conditions[0].items(), conditions[1:]
    if name == "all":
        return _can_hold([*asked, *rest], left, exercise)
    if name == "any":
        return any(_can_hold([one, *rest], left, exercise) for one in asked)
    known = options(exercise).get(name)  # None for a count of ticks
    if known is None or known.several:
        return _can_hold(rest, left, exercise)  # more ticks never make a condition false
    fitting = known.fitting(asked)
    both = left.get(name, fitting) & fitting
    return bool(both) and _can_hold(rest, {**left, name: both}, exercise)


def _covered(parts: Sequence[Mapping[str, Any]], exercise: ExerciseParts) -> str | None:
    """The field of which every answer makes one of these conditions true, if there is one."""
    known = {name: one for name, one in options(exercise).items() if not one.several}
    taken: dict[str, Set[Value]] = {}
    for part in parts:
        for name, asked in part.items():
            if name in known:
                taken[name] = taken.get(name, frozenset()) | known[name].fitting(asked)
    return next((name for name in taken if known[name].are_all(taken[name])), None)
