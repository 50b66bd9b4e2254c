"""What every file of the guide is to a translator: texts in a frame that stays as it is."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from .text_limits import NO_LIMITS, Limits

Place = tuple[str | int, ...]
"""Where a text stands in its file: the way of keys to it in YAML, or a number."""


@dataclass(frozen=True)
class Unit:
    """One text: a paragraph, a heading, a cell, a value of YAML.

    `context` says where it stands, in words that stay the same when something comes or goes beside it; together with
    `text` it is unique. `about` tells a translator what it is. One that `keeps_brackets` has as many of them in every
    language, and one that `keeps_digits` the same numbers. It cannot be translated before the
    one at the place that it `needs`.
    """

    place: Place
    context: str
    text: str
    about: str = ""
    limits: Limits = NO_LIMITS
    keeps_brackets: bool = False
    keeps_digits: bool = False
    keeps_slots: bool = True
    needs: Place = ()


class Form(Protocol):
    """A file whose texts can be replaced."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """Its texts, in order."""

    @property
    def frame(self) -> Hashable:
        """All that is no text. In two files with equal frames, the same places hold the same things."""

    def filled(self, texts: Mapping[Place, str]) -> str:
        """The whole file with other texts in some places; it is the same byte for byte where none is other."""


def file_of(context: str) -> str:
    """The file in which a text with this context stands."""
    return re.split("[# ]", context, maxsplit=1)[0]


def distinct(units: Iterable[Unit]) -> Iterator[Unit]:
    """The units, where one that stands again in the same context has a number after it, from 2."""
    seen: Counter[tuple[str, str]] = Counter()
    for unit in units:
        seen[unit.context, unit.text] += 1
        count = seen[unit.context, unit.text]
        yield unit if count == 1 else replace(unit, context=f"{unit.context} ({count})")
