"""Who reviews a clinic's copy, as its brand.yml says."""

from pathlib import PurePath
from typing import Any

from pydantic import model_validator

from ..authoring.strict_model import Strict
from ..authoring.text_types import Line, mistake
from .what_to_type import UNKNOWN, to_write_down_a_review


class Reviewer(Strict):
    """The clinician who reviews this copy. What they have read is written down by `make reviewed`."""

    role: Line
    """as what, such as `clinical psychologist`"""
    name: Line | None = None
    """who, if they wish that each page which they have read says it"""

    @model_validator(mode="before")
    @classmethod
    def _claims_no_more_than_was_read(cls, value: Any) -> Any:
        if isinstance(value, dict) and "date" in value:
            wrong = "One `date` for the whole copy would claim that somebody has read words which nobody has seen."
            typed = to_write_down_a_review(PurePath(UNKNOWN), UNKNOWN)
            raise mistake(wrong, f"Take `date` out. Then write down what has been read: `{typed}`.")
        return value
