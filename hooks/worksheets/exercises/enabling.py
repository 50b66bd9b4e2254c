"""Conditions as a questionnaire tests them, with the meaning that `conditions.holds` gives them.

Tests are what any software knows, so they are taken where they can say it. Everything else is FHIRPath, which only
software with Structured Data Capture reads; what it shows begins with its “If …”, and so is right in any other too.
"""

from typing import Any

from . import fhirpath
from .answers import options, tick_ids
from .condition_checks import JOINTS
from .conditions import Condition
from .field import TICKS, ExerciseParts
from .options import TICKED, Asked, Options
from .questionnaire_items import AnswerTest, Enabled, answers_of

MOST_TESTS = 12
"""So many tests say “7 or more” of a scale of eleven points; a list of sixty numbers is better asked in FHIRPath."""

RANGE = {"at-least", "at-most"}


def enabled_when(condition: Condition, exercise: ExerciseParts) -> Enabled:
    """When an item is shown that hangs on a sound condition."""
    if tests := _alternatives(condition, exercise):
        return Enabled(tests, any_=len(tests) > 1)
    every = [_alternatives(one, exercise) for one in condition.get("all", ())]
    if every and all(tests and len(tests) == 1 for tests in every):
        return Enabled(tuple(test for tests in every for test in tests))
    return Enabled(expression=_expression(condition, exercise))


def _alternatives(condition: Condition, exercise: ExerciseParts) -> tuple[AnswerTest, ...]:
    """The tests of which one has to pass; none if tests cannot say it."""
    ((name, asked),) = condition.items()
    if name == "all":
        return ()
    if name == "any":
        parts = [_alternatives(one, exercise) for one in asked]
        found = tuple(test for tests in parts for test in tests) if all(parts) else ()
    elif name == TICKS:
        found = tuple(AnswerTest(id_, "=", True) for id_ in tick_ids(exercise)) if asked["at-least"] == 1 else ()
    else:
        found = _of_one(name, asked, options(exercise)[name])
    return found if len(found) <= MOST_TESTS else ()


def _of_one(name: str, asked: Asked, known: Options) -> tuple[AnswerTest, ...]:
    if TICKED in known.controls:
        return (AnswerTest(name, "=", True),)
    answers = answers_of(known)
    if known.is_count(asked):
        return tuple(AnswerTest(name, "=", one.code) for one in answers.values()) if asked["at-least"] == 1 else ()
    fitting = known.fitting(asked)
    return tuple(AnswerTest(name, "=", one.code) for value, one in answers.items() if value in fitting)


def _expression(condition: Condition, exercise: ExerciseParts) -> str:
    ((name, asked),) = condition.items()
    if name in JOINTS:
        return fhirpath.joined((_expression(one, exercise) for one in asked), JOINTS[name])
    if name == TICKS:
        return f"{fhirpath.ticked(*tick_ids(exercise))}.count() >= {asked['at-least']}"
    return _of_answers(name, asked, options(exercise)[name])


def _of_answers(name: str, asked: dict[str, Any], known: Options) -> str:
    if TICKED in known.controls:
        return fhirpath.exists(fhirpath.ticked(name))
    if known.is_count(asked):
        return f"{fhirpath.answers(name)}.count() >= {asked['at-least']}"
    if asked.keys() <= RANGE:
        return fhirpath.within(fhirpath.number(name), asked.get("at-least"), asked.get("at-most"))
    fitting = known.fitting(asked)
    return fhirpath.chosen(name, [one.code for value, one in answers_of(known).items() if value in fitting])
