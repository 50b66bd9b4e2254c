"""When a work came out: `year` and `month` of BibTeX, `date` and `pubstate` of biblatex."""

import re
from collections.abc import Iterator
from datetime import date

from .bibtex import Entry
from .latex import LatexError, plain

STATES = {
    "in press": "in press",
    "inpress": "in press",
    "forthcoming": "in press",
    "submitted": "submitted",
    "inpreparation": "in preparation",
    "in preparation": "in preparation",
    "n.d.": "",
    "nd": "",
    "no date": "",
}
"""What may take the place of a year, and what is shown for it; nothing becomes `n.d.`."""

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
DATE = re.compile(r"([1-9]\d{3})(?:-(\d\d))?(?:-(\d\d))?(?:[T ][\d:.Z+-]*)?")
YEAR = "Write four digits, `year = {2016}`, or `{in press}`, or `{n.d.}` if it has no date."

Mistake = tuple[str, str, str]
"""The field, what is wrong, and what to write."""


def read_date(entry: Entry) -> tuple[tuple[int, ...], str, list[Mistake]]:
    """Year, month and day as far as they are known, or what replaces them; and what is wrong."""
    mistakes: list[Mistake] = []
    said = {name: _said(entry, name, mistakes) for name in ("date", "year", "month", "day", "pubstate")}
    if mistakes:
        return (), "", mistakes
    if said["pubstate"].lower() in STATES:
        return (), STATES[said["pubstate"].lower()], []
    if said["date"]:
        parts, mistakes = _of_date(said["date"])
        if said["year"] and parts and said["year"] != str(parts[0]):
            wrong = f"`date` says {parts[0]}, and `year` says {said['year']}."
            mistakes.append(("year", wrong, "Keep the one that is right."))
        mistakes.extend(_still_to_come("date", parts[0]) if parts else ())
        return parts, "", mistakes
    if said["year"].lower() in STATES and said["year"]:
        return (), STATES[said["year"].lower()], []
    if not re.fullmatch(r"[1-9]\d{3}", said["year"], re.ASCII):
        name = "year" if "year" in entry.fields else ""
        wrong = f"“{said['year']}” is not a year." if said["year"] else "There is no year."
        return (), "", [(name, wrong, YEAR)]
    year = int(said["year"])
    mistakes.extend(_still_to_come("year", year))
    return (year, *_month_and_day(year, said["month"], said["day"], mistakes)), "", mistakes


def _said(entry: Entry, name: str, mistakes: list[Mistake]) -> str:
    try:
        return plain(entry.fields[name].text) if name in entry.fields else ""
    except LatexError as error:
        mistakes.append((name, *error.args))
        return ""


def _of_date(text: str) -> tuple[tuple[int, ...], list[Mistake]]:
    first = text.partition("/")[0]
    found = DATE.fullmatch(first)
    parts = tuple(int(part) for part in found.groups() if part) if found else ()
    if not parts or not _is_a_day(*(*parts, 1, 1)[:3]):
        write = "Write `date = {2016-03-04}`, `{2016-03}` or `{2016}`."
        return (), [("date", f"“{text}” is not a date.", write)]
    return parts, []


def _is_a_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month_and_day(year: int, month: str, day: str, mistakes: list[Mistake]) -> Iterator[int]:
    """Month and day; of a month such as `4 mar` or `mar-apr`, the first month."""
    if not month:
        if day:
            mistakes.append(("day", "A day without a month is not shown.", "Add `month = …`, or take it out."))
        return
    words = re.findall(r"[^\W\d_]+|\d+", re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", month.lower()))
    names = [number for word in words if (number := _month(word))]
    numbers = [int(word) for word in words if word.isdigit()]
    strange = [word for word in words if not (word.isdigit() or _month(word) or word in ("and", "to"))]
    number = names[0] if names else numbers.pop(0) if numbers else 0
    if strange or not 1 <= number <= 12:
        if not re.match(r"(?i)spring|summer|autumn|fall|winter", month):
            mistakes.append(("month", f"“{month}” is not a month.", "Write `month = mar`, or `month = {3}`."))
        return
    yield number
    if day and not (day.isdecimal() and _is_a_day(year, number, int(day))):
        mistakes.append(("day", f"“{day}” is no day of month {number}.", "Write `day = {4}`, or take it out."))
        return
    days = [int(day)] if day else numbers if names else []  # `5-6` are two months
    if days and _is_a_day(year, number, days[0]):
        yield days[0]


def _month(word: str) -> int:
    """The number of a month from its name, whole or cut short; 0 if it is none."""
    return next((at for at, name in enumerate(MONTHS, 1) if len(word) > 2 and name.startswith(word)), 0)


def _still_to_come(field: str, year: int) -> Iterator[Mistake]:
    """A year after the next is a slip: journals date ahead, but not as far."""
    if year > date.today().year + 1:
        write = "Write the year in which it came out, or `{in press}`."
        yield field, f"{year} is still to come.", write
