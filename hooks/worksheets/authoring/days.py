"""Days that an author may name for what has been done."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator

from .text_types import mistake


def _not_to_come(day: date) -> date:
    if day > date.today() + timedelta(days=1):
        raise mistake(f"{day} has not come yet.", "Write the day when it was done.")
    return day


PastDay = Annotated[date, AfterValidator(_not_to_come)]
"""A day that has begun somewhere on Earth. A page, number or call with a later one would never count as old."""
