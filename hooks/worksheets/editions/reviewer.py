"""Who reviews a clinic's copy, as its brand.yml says."""

from typing import Any

from pydantic import model_validator

from ..authoring.strict_model import Strict
from ..authoring.text_types import Line, mistake


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
            write = "Take `date` out. Then write down what has been read: `make reviewed CLINIC=… FILE=…`."
            raise mistake(wrong, write)
        return value
