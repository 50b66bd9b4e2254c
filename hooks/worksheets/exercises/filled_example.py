"""A filled-in example of an exercise: what somebody might have written, and how that went."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from ..authoring.strict_model import Strict
from ..authoring.text_types import Label, Prose, mistake

Outcome = Literal["good", "good-enough", "refused"]

_ANSWER = {"type": ["string", "integer", "boolean", "array"], "minLength": 1, "minItems": 1}
_ANSWERS = {
    "type": "object",
    "description": "what they answered, by the id of each field",
    "additionalProperties": _ANSWER,
    "minProperties": 1,
}


def _is_map(value: object) -> object:
    if not isinstance(value, dict) or not value:
        raise mistake("There are no answers here.", "Write the id of a field and its answer, such as `signal: Kettle`.")
    return value


Answers = Annotated[dict[str, Any], BeforeValidator(_is_map), WithJsonSchema(_ANSWERS)]
"""Answers as written, by the id of the field. What does not fit is left to `example_checks`, which knows the line."""


OUTCOME_KEYS: dict[Outcome, str] = {
    "good": "outcome-good",
    "good-enough": "outcome-good-enough",
    "refused": "outcome-refused",
}


class FilledExample(Strict):
    """A filled-in example by made-up people. It is shown below the sheet, and never stands in the form."""

    who: Label
    """who filled it in: one name, or two with `and` between them"""
    outcome: Outcome
    """`good`, `good-enough`, or `refused` for people who did not start or stopped on the way"""
    note: Prose
    """one or two sentences that say what to notice in it"""
    answers: Answers
    """what they answered, by the id of each field"""

    @property
    def outcome_key(self) -> str:
        """The key of the words that say how it went."""
        return OUTCOME_KEYS[self.outcome]
