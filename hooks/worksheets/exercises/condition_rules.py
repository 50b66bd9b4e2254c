"""What can be wrong with a condition in its exercise."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any, TypeGuard

from ..authoring.problems import nearest
from .answers import (
    TESTS,
    TICKED,
    Asked,
    Value,
    control_ends,
    field_named,
    fitting_values,
    has_one_answer,
    is_count,
    is_every_answer,
    listed,
    runs_of_ticks,
    tick_ids,
)

if TYPE_CHECKING:
    from .exercise import Exercise
    from .field import Field

JOINTS = {"all": "and", "any": "or"}
"""The words that make a group of conditions, and what joins them in a sentence."""

MOST_DEEP = 3
"""A group may hold groups, and these hold no further ones: more could not be said clearly on paper."""

MOST_PARTS = 6
PATTERN = "Write `{ heat: { at-least: 7 } }` with the id of a field, or `{ all: […] }` or `{ any: […] }`."

Mistake = tuple[tuple[str | int, ...], str, str]
"""A place below the condition, what is wrong, what to write."""


def mistakes(condition: object, exercise: "Exercise", deep: int = 1) -> Iterator[Mistake]:
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
    found = _in_group(name, asked, exercise, deep) if name in JOINTS else _in_question(name, asked, exercise)
    for path, wrong, write in found:
        yield (name, *path), wrong, write


def _in_group(name: str, parts: object, exercise: "Exercise", deep: int) -> Iterator[Mistake]:
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
        yield (), f"Together these take in every answer to `{field}`.", "Leave some answers out."


def _in_question(name: str, asked: object, exercise: "Exercise") -> Iterator[Mistake]:
    """Mistakes in what is asked of one field, or of all ticks."""
    askable = {field.id: field for field in exercise.fields if field.kind in TESTS and hasattr(field, "id")}
    ids = {getattr(field, "id", None): field.kind for field in exercise.fields}
    known = [*askable, *(["ticks"] if tick_ids(exercise) else [])]
    kind = "ticks" if name == "ticks" else ids.get(name, "")
    if not kind and any(name in tests for tests in TESTS.values()):
        yield (), f"`{name}` does not say which field it asks.", PATTERN
    elif name == "ticks" and (wrong_and_write := _uncountable(exercise, ids)):
        yield (), *wrong_and_write
    elif not kind:
        yield (), f"There is no field `{name}`.", nearest(name, known) or "Ask a scale, a choice, choices or ticks."
    elif kind not in TESTS:
        yield (), f"`{name}` is of kind `{kind}`, which cannot be asked.", nearest(name, known)
    elif not isinstance(asked, dict) or not asked:
        wanted = TICKED if kind == "tick" else asked if isinstance(asked, str) or _is_number(asked) else "…"
        write = f"Write `{name}: {{ {TESTS[kind][0]}: {wanted} }}`."
        yield (), f"It is not said what is asked of `{name}`.", write
    elif unknown := [test for test in asked if test not in TESTS[kind]]:
        yield from (((test,), f"`{kind}` knows no `{test}`.", nearest(test, TESTS[kind])) for test in unknown)
    elif len(asked) > 1 and set(asked) != {"at-least", "at-most"}:
        tests = listed([f"`{test}`" for test in asked], "and")
        yield (), f"{tests} cannot stand together.", "Keep one of them."
    elif kind == "ticks" or is_count(askable[name], asked):
        total = len(tick_ids(exercise)) if kind == "ticks" else len(control_ends(askable[name]))
        yield from _in_count(asked["at-least"], total)
    else:
        yield from _in_tests(askable[name], asked)


def _uncountable(exercise: "Exercise", ids: Mapping[str | None, str]) -> tuple[str, str] | None:
    """What keeps the ticks of an exercise from being counted, and the mend."""
    if "ticks" in ids:
        return "`ticks` means all ticks, and a field has that id.", "Give the field another id."
    if not tick_ids(exercise):
        return "This exercise has no ticks.", "Add fields with `kind: tick`."
    if len(runs_of_ticks(exercise)) > 1:
        return "The ticks stand in several groups, which cannot be counted together.", "Let all follow one another."
    return None


def _in_count(least: object, total: int) -> Iterator[Mistake]:
    if not _is_number(least):
        yield ("at-least",), f"“{least}” is no whole number.", "Write how many, such as `at-least: 2`."
    elif least < 1:
        yield ("at-least",), f"At least {least} is always true.", "Write 1 or more."
    elif least > total:
        yield ("at-least",), f"There are only {total} to tick.", f"Write at most {total}."


def _in_tests(field: "Field", asked: Asked) -> Iterator[Mistake]:
    """Mistakes in what one value, or any of several, is compared with."""
    known = control_ends(field)
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
    fitting = fitting_values(field, asked)
    if not fitting:
        wrong = f"No number is at least {asked['at-least']} and at most {asked['at-most']}."
        yield (), wrong, "Write the smaller number after `at-least`."
    elif is_every_answer(field, fitting):
        write = "Write `at-least: 1`." if field.kind == "choices" else "Leave some answers out."
        yield (), "Every answer fits, so this asks nothing.", write


def _is_known(value: object, known: Mapping[Value, str], numeric: bool) -> bool:
    return (_is_number(value) or (isinstance(value, str) and not numeric)) and value in known


def _unknown_value(value: object, known: Mapping[Value, str], numeric: bool) -> tuple[str, str]:
    numbers = [one for one in known if _is_number(one)]
    words = [one for one in known if isinstance(one, str)]
    if isinstance(value, (list, dict)) or value is None:
        return "One value is needed here.", "Write one number or one option."
    if numeric or (numbers and _is_number(value)):
        return f"“{value}” is not on the scale.", f"Write a number from {numbers[0]} to {numbers[-1]}."
    if str(value) in words:
        return f"{value} is a number, and the option is a text.", f'Put it in quotes: `"{value}"`.'
    return f"“{value}” is not one of the answers.", nearest(str(value), words)


def _can_hold(conditions: Sequence[Mapping[str, Any]], left: Mapping[str, Set[Value]], exercise: "Exercise") -> bool:
    """Whether sound conditions can be true at once; `left` is what earlier ones leave of each single answer."""
    if not conditions:
        return True
    ((name, asked),), rest = conditions[0].items(), conditions[1:]
    if name == "all":
        return _can_hold([*asked, *rest], left, exercise)
    if name == "any":
        return any(_can_hold([one, *rest], left, exercise) for one in asked)
    if not has_one_answer(name, exercise):
        return _can_hold(rest, left, exercise)  # more ticks never make a condition false
    fitting = fitting_values(field_named(name, exercise), asked)
    both = left.get(name, fitting) & fitting
    return bool(both) and _can_hold(rest, {**left, name: both}, exercise)


def _covered(parts: Sequence[Mapping[str, Any]], exercise: "Exercise") -> str | None:
    """The field whose every answer fulfils one of these conditions, if there is one."""
    taken: dict[str, Set[Value]] = {}
    for part in parts:
        for name, asked in part.items():
            if name not in JOINTS and has_one_answer(name, exercise):
                taken[name] = taken.get(name, frozenset()) | fitting_values(field_named(name, exercise), asked)
    return next((name for name in taken if is_every_answer(field_named(name, exercise), taken[name])), None)


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
