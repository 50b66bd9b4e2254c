"""The answers of one question that are chosen rather than written: what conditions ask and sums add."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

Value = str | int
"""One answer, in the author's words or as a number."""

Asked = Mapping[str, Any]
"""What is asked of one question, such as `{ at-least: 7 }`."""

TICKED = "ticked"
"""The one answer that a single box to tick has."""

NUMERIC = ("is", "any-of", "at-least", "at-most")
"""What can be asked of an answer that is a number."""


@dataclass(frozen=True)
class Options:
    """What can be chosen in answer to one question.

    `controls` has every value in order, with what follows `#` and the id of the question in the selector of its
    control; `each` is the selector of all these controls, with `{id}` in place of that id. `tests` are what a condition
    may ask, the likeliest first, and `said` is the key of the words for "one of these is chosen".
    """

    controls: Mapping[Value, str]
    each: str
    tests: tuple[str, ...]
    said: str
    several: bool = False
    """Whether more than one can be chosen; `at-least` then asks how many."""
    skip: Value | None = None
    """The value that is the way not to say."""
    adds: Mapping[Value, int] = field(default_factory=dict)
    """What each value adds to a sum; empty if it has nothing to add."""

    @property
    def most(self) -> int:
        """The most that they can add to a sum."""
        return sum(self.adds.values()) if self.several else max(self.adds.values(), default=0)

    def fitting(self, asked: Asked) -> Set[Value]:
        """Every value that passes every test."""
        return frozenset(value for value in self.controls if fits(value, asked))

    def are_all(self, values: Set[Value]) -> bool:
        """Whether these are all answers, with or without the way not to say. A single box can also stay empty."""
        return len(self.controls) > 1 and values >= self.controls.keys() - {self.skip}

    def is_count(self, asked: Asked) -> bool:
        """Whether it is asked how many are chosen, and not which."""
        return self.several and "at-least" in asked


def radio_buttons(values: Iterable[tuple[Value, str]], skip: Value, **more: Any) -> Options:
    """One of several radio buttons that share a name; the last, with the value `skip`, is the way not to say."""
    return Options({**dict(values), skip: "--skip"}, "[name={id}]", skip=skip, **more)


ROW = 46
"""How many characters a row of short options holds on a phone, 390 px wide."""

PILL = 8
"""How many characters an option's mark and edges take."""


def are_short(options: Sequence[str]) -> bool:
    """Whether options stand side by side better than below one another.

    They do where that takes three rows at most, or half as many as there are options. Each has to fit into a row.
    """
    rows, left = 0, 0
    for option in options:
        width = len(option) + PILL
        if width > ROW:
            return False
        if width > left:
            rows, left = rows + 1, ROW
        left -= width
    return rows < len(options) and rows <= max(3, len(options) // 2)


def fits(value: Value, asked: Asked) -> bool:
    """Whether one value passes every test."""
    return all(_passes(value, test, wanted) for test, wanted in asked.items())


def _passes(value: Value, test: str, wanted: Any) -> bool:
    match test:
        case "is":
            return bool(value == wanted)
        case "any-of":
            return value in wanted
        case "at-least":
            return isinstance(value, int) and bool(value >= wanted)
        case _:
            return isinstance(value, int) and bool(value <= wanted)
