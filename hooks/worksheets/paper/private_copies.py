"""An exercise that two people answer, as a copy for each of them and a page on which they share what they choose to."""

from collections.abc import Callable

from ..exercises.exercise import Exercise
from ..exercises.field import Field


def private_copy(exercise: Exercise) -> Exercise:
    """The exercise for one of two people: one box where both would write, and nothing to agree."""
    return _with_fields(exercise, lambda field: field.in_private)


def shared_page(exercise: Exercise) -> Exercise:
    """What the two of them share, as much as they choose: the boxes for both, and what they agree."""
    return _with_fields(exercise, lambda field: field.in_common)


def _with_fields(exercise: Exercise, change: Callable[[Field], Field | None]) -> Exercise:
    """The exercise with its fields changed or, for None, left out; a part with none left goes too."""
    parts = [(part, tuple(filter(None, map(change, part.fields_)))) for part in exercise.parts]
    kept = tuple(part.model_copy(update={"fields_": fields}) for part, fields in parts if fields)
    return exercise.model_copy(update={"parts": kept})
