"""How fields can be asked: by which tests, for which values, and where these stand in the page."""

from collections.abc import Mapping, Sequence, Set
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .exercise import Exercise
    from .field import Field

TESTS: dict[str, tuple[str, ...]] = {
    "scale": ("is", "any-of", "at-least", "at-most"),
    "choice": ("is", "any-of"),
    "choices": ("is", "any-of", "at-least"),
    "tick": ("is",),
    "ticks": ("at-least",),
}
"""What can be asked of each kind of field. `ticks` are all ticks of the exercise, counted."""

TICKED = "ticked"

Value = str | int
Asked = Mapping[str, Any]
"""What is asked of one field, such as `{ at-least: 7 }`."""


def field_named(name: str, exercise: "Exercise") -> "Field":
    """The field with an id that the exercise is known to have."""
    return next(field for field in exercise.fields if getattr(field, "id", None) == name)


def runs_of_ticks(exercise: "Exercise") -> list[list["Field"]]:
    """The groups of ticks, as they stand in the page."""
    return [
        list(fields)
        for part in exercise.parts
        for run, fields in groupby(part.fields_, key=lambda field: field.run)
        if run == "ticks"
    ]


def tick_ids(exercise: "Exercise") -> list[str]:
    """The ids of all ticks, in order."""
    return [field.id for field in exercise.fields if field.kind == "tick" and hasattr(field, "id")]


def control_ends(field: Any) -> dict[Value, str]:
    """Every value that can be asked of a field, and the end of its control's id."""
    if field.kind == "tick":
        return {TICKED: ""}
    values = field.points if field.kind == "scale" else field.options
    numbered = values if field.kind == "scale" else range(1, len(values) + 1)
    ends = {value: f"--{number}" for value, number in zip(values, numbered, strict=True)}
    return ends if field.kind == "choices" else ends | {field.skip: "--skip"}


def fits(value: Value, asked: Asked) -> bool:
    """Whether one value passes every test."""
    for test, wanted in asked.items():
        match test:
            case "is":
                passed = value == wanted
            case "any-of":
                passed = value in wanted
            case "at-least":
                passed = isinstance(value, int) and value >= wanted
            case _:
                passed = isinstance(value, int) and value <= wanted
        if not passed:
            return False
    return True


def fitting_values(field: "Field", asked: Asked) -> Set[Value]:
    """Every value of a field that passes every test."""
    return frozenset(value for value in control_ends(field) if fits(value, asked))


def is_every_answer(field: Any, values: Set[Value]) -> bool:
    """Whether these are all answers to a question, with or without the way not to say."""
    return field.kind != "tick" and values >= control_ends(field).keys() - {getattr(field, "skip", None)}


def is_count(field: "Field", asked: Asked) -> bool:
    """Whether it is asked how many options are ticked, and not which."""
    return field.kind == "choices" and "at-least" in asked


def has_one_answer(name: str, exercise: "Exercise") -> bool:
    """Whether a question has one answer at a time."""
    return name != "ticks" and field_named(name, exercise).kind in ("scale", "choice")


def listed(words: Sequence[str], joint: str) -> str:
    """Words as a list in a sentence, such as `a, b or c`."""
    return f" {joint} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
