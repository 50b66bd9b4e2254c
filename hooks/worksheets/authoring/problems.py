"""What an author got wrong, worded so that it can be fixed."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: the file (relative to the project), the line (from 1), the place, what is wrong, what to write."""

    file: str
    line: int
    place: str
    wrong: str
    write: str

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        return f"{self.file}:{self.line}: {place}{self.wrong} {self.write}".rstrip()


def report(problems: Iterable[Problem]) -> str:
    """The list that an author reads: one line per problem, then how many there are."""
    lines = [str(problem) for problem in sorted(set(problems))]
    count = "1 problem" if len(lines) == 1 else f"{len(lines)} problems"
    return "\n".join([*lines, f"{count} to fix."])


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence that offers the known words nearest to a mistyped one, or all of them when none is near."""
    choices = sorted(known)
    near = get_close_matches(word, choices, n=3, cutoff=0.6)
    near = near or [choice for choice in choices if choice.casefold() == word.casefold()]
    if near:
        return "Did you mean " + " or ".join(f"`{choice}`" for choice in near) + "?"
    if not choices:
        return ""
    shown = choices[:20]
    more = f" and {len(choices) - len(shown)} more" if len(choices) > len(shown) else ""
    return "Write one of: " + ", ".join(f"`{choice}`" for choice in shown) + more + "."
