"""Answers and conditions at random, from a seed, so that every run asks the same."""

from collections.abc import Iterator
from random import Random
from typing import Any

from worksheets.exercises.answers import options, tick_ids
from worksheets.exercises.condition_checks import mistakes
from worksheets.exercises.conditions import Answers
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.field import TICKS
from worksheets.exercises.options import Options, Value

TURNS = (3, 4, 7)
"""Numbers that conditions ask and that are often answered, so that answers fall on both sides of where they turn."""


def answers(exercise: Exercise, random: Random) -> Answers:
    """Answers to some of the questions of an exercise that can be asked."""
    return {id_: frozenset(_chosen(known, random)) for id_, known in options(exercise).items()}


def _chosen(known: Options, random: Random) -> list[Value]:
    values = list(known.controls)
    if known.several:
        return random.sample(values, random.randint(0, len(values)))
    turns = [value for value in values if value in TURNS]
    if turns and random.random() < 0.6:
        return [random.choice(turns)]
    return random.sample(values, random.choice((0, 1, 1, 1)))


def conditions(exercise: Exercise, random: Random, count: int) -> Iterator[dict[str, Any]]:
    """So many sound conditions on an exercise, groups within groups among them."""
    while count:
        condition = _condition(exercise, random, deep=1)
        if not list(mistakes(condition, exercise)):
            count -= 1
            yield condition


def _condition(exercise: Exercise, random: Random, deep: int) -> dict[str, Any]:
    if deep < 3 and random.random() < 0.6:
        parts = [_condition(exercise, random, deep + 1) for _ in range(random.randint(2, 3))]
        return {random.choice(("all", "any")): parts}
    if random.random() < 0.15:
        return {TICKS: {"at-least": random.randint(1, len(tick_ids(exercise)))}}
    name, known = random.choice(list(options(exercise).items()))
    return {name: _asked(known, random)}


def _asked(known: Options, random: Random) -> dict[str, Any]:
    test, values = random.choice(known.tests), list(known.controls)
    turns = [value for value in TURNS if value in values]
    match test:
        case "is":
            return {"is": random.choice(values)}
        case "any-of":
            return {"any-of": random.sample(values, min(len(values), random.randint(2, 3)))}
        case "at-least" if known.several:
            return {"at-least": random.randint(1, len(values))}
        case _:
            least, most = sorted(random.sample(turns, 2))
            return random.choice(({"at-least": most}, {"at-most": least}, {"at-least": least, "at-most": most}))
