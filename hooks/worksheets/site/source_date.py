"""The moment at which builds say they were made, where somebody sets it for builds that are the same byte by byte.

The program that builds the site and the one that cuts fonts read it too, and stop in the middle at what is no number.
"""

import re

SOURCE_DATE = "SOURCE_DATE_EPOCH"
"""The variable of the environment: https://reproducible-builds.org/specs/source-date-epoch/."""

LAST = 253_402_300_799
"""The last second of the year 9999, after which no date can be written."""


def why_no_date(value: str | None) -> str | None:
    """What is wrong with the value of the variable, and what to write; None if nothing is, or it is not set."""
    if value is None or (re.fullmatch("[0-9]{1,12}", value) and int(value) <= LAST):
        return None
    said = f"“{value}”" if value else "empty"
    return (
        f"{SOURCE_DATE} in the environment is {said}, but it is a number of seconds since 1970, such as 1764547200. "
        f"Write `{SOURCE_DATE}=$(git log -1 --format=%ct)`, or leave it out."
    )
