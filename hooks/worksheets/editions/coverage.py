"""How much of the guide a language has: counts for a table, and one line for its readers."""

from collections.abc import Iterable
from dataclasses import dataclass

from .translations import STATES, State, Translation

PARTS = {"pages": "pages", "exercises": "exercises", "packs": "packs", "pictures": "pictures"}


@dataclass(frozen=True)
class Coverage:
    """The translations of one kind of file by their state, and how many words the guide's files have."""

    part: str
    files: dict[State, int]
    words: dict[State, int]

    @property
    def all_files(self) -> int:
        """How many files the guide has."""
        return sum(self.files.values())

    @property
    def readable(self) -> int:
        """How many of them a reader finds in the language, whether or not the guide's has changed since."""
        return self.all_files - self.files["missing"]


def coverage(found: Iterable[Translation]) -> list[Coverage]:
    """What of each kind of file is translated."""
    rows = {part: Coverage(part, dict.fromkeys(STATES, 0), dict.fromkeys(STATES, 0)) for part in PARTS}
    for one in found:
        state = one.state
        rows[one.part].files[state] += 1
        rows[one.part].words[state] += one.words
    return list(rows.values())


def table(rows: Iterable[Coverage], words: tuple[int, int]) -> str:
    """The rows as a table for a terminal; `words` are how many words of templates there are, and how many in all."""
    lines = [f"{'':12}" + "".join(f"{state:>9}" for state in STATES) + f"{'words':>20}"]
    for row in rows:
        done = sum(row.words.values()) - row.words["missing"]
        said = f"{done:,} of {sum(row.words.values()):,}"
        lines.append(f"{row.part:12}" + "".join(f"{row.files[state]:>9}" for state in STATES) + f"{said:>20}")
    translated, every = words
    lines.append(f"{'templates':12}{translated:>9}{0:>9}{0:>9}{every - translated:>9}")
    return "\n".join(lines)


def line_for_readers(name: str, rows: Iterable[Coverage]) -> str:
    """One line for the page about a language, with what readers find in it."""
    said = [f"{row.readable} of {row.all_files} {row.part}" for row in rows if row.all_files]
    return f"{name}: {', '.join(said[:-1])} and {said[-1]}." if len(said) > 1 else f"{name}: {''.join(said)}."
