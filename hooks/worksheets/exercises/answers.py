"""Which questions of an exercise can be asked by conditions, and where its ticks are."""

from collections.abc import Sequence

from .field import TICKS, ExerciseParts, Field, Question
from .options import Options


def questions(exercise: ExerciseParts) -> dict[str, Question]:
    """Every question by its id, in order."""
    return {field.id: field for field in exercise.fields if isinstance(field, Question)}


def options(exercise: ExerciseParts) -> dict[str, Options]:
    """What can be chosen, by the id of the question, for every question that can be asked."""
    return {id_: field.answers for id_, field in questions(exercise).items() if field.answers}


def runs_of_ticks(exercise: ExerciseParts) -> list[list[Field]]:
    """The groups of ticks, as they appear in the page."""
    return [list(block.fields) for block in exercise.blocks if block.run == TICKS]


def tick_ids(exercise: ExerciseParts) -> list[str]:
    """The ids of all ticks, in order."""
    return [id_ for id_, field in questions(exercise).items() if field.run == TICKS]


def listed(words: Sequence[str], joint: str, comma: str = ", ") -> str:
    """Words as a list in a sentence, such as `a, b or c`."""
    return f" {joint} ".join([comma.join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
