"""Where a comma stands between two people, although it can only stand inside the name of one."""

import re
from collections.abc import Callable, Iterator

from .given_names import is_given_name

INITIALS = re.compile(r"(?:[^\W\d_a-zß-ÿ]\.?-?){1,3}")
"""Initials, with or without stops: `J. A.`, `JA`."""


def people_in(pieces: list[str]) -> list[str]:
    """The people of whom each has one of the pieces between commas, as BibTeX wants them; none if that is one person.

    Somebody with two family names and two given ones looks much the same: `Martin García, Juan José`. So every piece
    has to begin with a given name or initials, and to end with what is none; or to end with initials.
    """
    readings: tuple[Callable[[str], str], ...] = (_given_name_first, _initials_last)
    for read in readings:
        people = [read(piece) for piece in pieces]
        if len(people) > 1 and all(people):
            return people
    return []


def dotted(initials: str) -> str:
    """Initials with a stop and a space after each, such as `J. A.`."""
    return " ".join(f"{letter}." for letter in initials if letter.isalpha())


def _given_name_first(piece: str) -> str:
    words = piece.split()
    ends_well = len(words) > 1 and not is_given_name(words[-1]) and not INITIALS.fullmatch(words[-1])
    return piece if ends_well and (is_given_name(words[0]) or INITIALS.fullmatch(words[0])) else ""


def _initials_last(piece: str) -> str:
    *family, last = piece.split() or [""]
    if not family or not INITIALS.fullmatch(last) or not any(map(str.islower, "".join(family))):
        return ""
    return f"{' '.join(family)}, {dotted(last)}"


def in_pairs(pieces: list[str]) -> Iterator[str]:
    """Family and given names that stand by turns, such as `Doe`, `J. A.`, `Roe`, `R. B.`, as one text a person."""
    return (", ".join(pieces[at : at + 2]) for at in range(0, len(pieces), 2))
