"""What can be wrong with what a condition asks of one question, or of all ticks."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any, TypeGuard

from ..authoring.problems import nearest
from .answers import listed, options, questions, runs_of_ticks, tick_ids
from .field import TICKS, ExerciseParts, Mistake
from .options import NUMERIC, Asked, Options, Value

PATTERN = "Write `{ heat: { at-least: 7 } }` with the id of a field, or `{ all: […] }` or `{ any: […] }`."


@dataclass(frozen=True)
class _Asking:
    """What is asked of one question, or of all ticks, as the author wrote it."""

    name: str
    asked: Any
    exercise: ExerciseParts

    @property
    def known(self) -> list[str]:
        """The names that can be asked here."""
        return [*options(self.exercise), *([TICKS] if tick_ids(self.exercise) else [])]

    @property
    def options(self) -> Options | None:
        """What can be chosen; None for a count of ticks, and where nothing can be asked."""
        return options(self.exercise).get(self.name) if self.name != TICKS else None

    @property
    def kind(self) -> str:
        """How a message calls what is asked."""
        return TICKS if self.name == TICKS else questions(self.exercise)[self.name].kind

    @property
    def tests(self) -> tuple[str, ...]:
        """The tests that there are for it."""
        return self.options.tests if self.options else ("at-least",)


def mistakes_in_question(name: str, asked: object, exercise: ExerciseParts) -> Iterator[Mistake]:
    """What the first check that finds something says of what is asked of one question, or of all ticks."""
    asking = _Asking(name, asked, exercise)
    yield from next(filter(None, (list(check(asking)) for check in CHECKS)), [])


def _names_something(asking: _Asking) -> Iterator[Mistake]:
    name = asking.name
    if name in questions(asking.exercise) or name == TICKS:
        return
    if name in NUMERIC:
        yield (), f"`{name}` does not say which field it asks.", PATTERN
    else:
        write = nearest(name, asking.known) or "Add a field that is answered by choosing or ticking."
        yield (), f"There is no field `{name}`.", write


def _can_be_counted(asking: _Asking) -> Iterator[Mistake]:
    if asking.name != TICKS:
        return
    if TICKS in questions(asking.exercise):
        yield (), "`ticks` means all ticks, and a field has that id.", "Give the field another id."
    elif not tick_ids(asking.exercise):
        yield (), "This exercise has no ticks.", "Add fields to tick."
    elif len(runs_of_ticks(asking.exercise)) > 1:
        wrong = "The ticks are in several groups, which cannot be counted together."
        yield (), wrong, "Let all follow one another."


def _can_be_asked(asking: _Asking) -> Iterator[Mistake]:
    if asking.name != TICKS and not asking.options:
        wrong = f"`{asking.name}` is of kind `{asking.kind}`, which cannot be asked."
        yield (), wrong, nearest(asking.name, asking.known)


def _asks_something(asking: _Asking) -> Iterator[Mistake]:
    asked = asking.asked
    if not isinstance(asked, dict) or not asked:
        only = [*asking.options.controls] if asking.options and len(asking.options.controls) == 1 else []
        wanted = only[0] if only else asked if isinstance(asked, str) or _is_number(asked) else "…"
        write = f"Write `{asking.name}: {{ {asking.tests[0]}: {wanted} }}`."
        yield (), f"This does not say what to ask of `{asking.name}`.", write


def _knows_its_tests(asking: _Asking) -> Iterator[Mistake]:
    for test in asking.asked:
        if test not in asking.tests:
            yield (test,), f"`{asking.kind}` has no test `{test}`.", nearest(test, asking.tests)


def _asks_one_thing(asking: _Asking) -> Iterator[Mistake]:
    if len(asking.asked) > 1 and set(asking.asked) != {"at-least", "at-most"}:
        tests = listed([f"`{test}`" for test in asking.asked], "and")
        yield (), f"{tests} cannot be combined.", "Keep one of them."


def _can_come_true(asking: _Asking) -> Iterator[Mistake]:
    if not asking.options:
        yield from _in_count(asking.asked["at-least"], len(tick_ids(asking.exercise)))
    elif asking.options.is_count(asking.asked):
        yield from _in_count(asking.asked["at-least"], len(asking.options.controls))
    else:
        yield from _in_tests(asking.options, asking.asked)


CHECKS: tuple[Callable[[_Asking], Iterable[Mistake]], ...] = (
    _names_something,
    _can_be_counted,
    _can_be_asked,
    _asks_something,
    _knows_its_tests,
    _asks_one_thing,
    _can_come_true,
)
"""Each may rely on those before it."""


def _in_count(least: object, total: int) -> Iterator[Mistake]:
    if not _is_number(least):
        yield ("at-least",), f"“{least}” isn't a whole number.", "Write how many, such as `at-least: 2`."
    elif least < 1:
        yield ("at-least",), f"At least {least} is always true.", "Write 1 or more."
    elif least > total:
        yield ("at-least",), f"There are only {total} to tick.", f"Write at most {total}."


def _in_tests(options: Options, asked: Asked) -> Iterator[Mistake]:
    """Mistakes in what one value, or any of several, is compared with."""
    known = options.controls.keys()
    found: list[Mistake] = []
    for test, wanted in asked.items():
        several = test == "any-of"
        if several and (not isinstance(wanted, list) or len(wanted) < 2):
            found.append(((test,), "`any-of` needs a list of two or more.", "Write `any-of: […, …]`, or `is: …`."))
            continue
        for index, value in enumerate(wanted if several else [wanted]):
            numeric = test in ("at-least", "at-most")
            if not _is_known(value, known, numeric):
                found.append(((test, index) if several else (test,), *_unknown_value(value, known, numeric)))
    yield from found
    if found:
        return
    fitting = options.fitting(asked)
    if not fitting:
        wrong = f"No number is at least {asked['at-least']} and at most {asked['at-most']}."
        yield (), wrong, "Write the smaller number after `at-least`."
    elif options.are_all(fitting):
        write = "Write `at-least: 1`." if options.several else "Leave some answers out."
        yield (), "Every answer fits, so this asks nothing.", write


def _is_known(value: object, known: Set[Value], numeric: bool) -> bool:
    return (_is_number(value) or (isinstance(value, str) and not numeric)) and value in known


def _unknown_value(value: object, known: Set[Value], numeric: bool) -> tuple[str, str]:
    numbers = sorted(one for one in known if _is_number(one))
    words = [one for one in known if isinstance(one, str)]
    if isinstance(value, (list, dict)) or value is None:
        return "One value is needed here.", "Write one number or one option."
    if numeric or (numbers and _is_number(value)):
        return f"“{value}” is not one of the numbers here.", f"Write a number from {numbers[0]} to {numbers[-1]}."
    if str(value) in words:
        return f"{value} is a number, and the option is a text.", f'Put it in quotes: `"{value}"`.'
    return f"“{value}” is not one of the answers.", nearest(str(value), words)


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
