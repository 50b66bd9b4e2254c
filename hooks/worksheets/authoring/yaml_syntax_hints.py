"""What is wrong with a text that is not YAML, in plain words, with a line that would work.

A corrected line is offered only after it has been tried: with it in place, the file can be read at least beyond that
line. So the next slip is found too, and an author is told of all of them at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

import yaml

from .problems import Problem
from .yaml_lines import Fix, fixes, moved

MOST = 10
"""How many slips of a file are reported in one run."""

PARSED = 1_500_000
"""How many characters are read again, all in all, to find lines that would work."""

LONGEST = 300
"""How many characters of a line are shown."""

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

PLAIN_WORDS = {
    "mapping values are not allowed": "A colon and a space begin a new key, and none can begin here",
    "could not find expected ':'": "This line, or the one above, is neither a key with a colon nor the rest of a text",
    "did not find expected key": "This does not go on from the lines above",
    "did not find expected '-' indicator": "The lines above begin with dashes, and this one does not",
    "did not find expected ',' or ']'": "A list in brackets is not closed",
    "did not find expected ',' or '}'": "Keys in braces are not closed",
    "found unexpected end of stream": "A text in quotes is not closed",
    "found character that cannot start any token": "A text cannot begin with this character",
    "found a tab character": "There is a tab at the beginning of the line",
    "found another document": "A line of `---` begins a second document",
    "expected <document start>": "A second document begins here",
}
"""What the parser says, or the beginning of it, in words for authors."""


@dataclass(frozen=True)
class Fault:
    """Where reading stopped: the line from 0, others that may be to blame, and what the parser said."""

    line: int
    suspects: tuple[int, ...]
    said: str


def slips(text: str, file: str) -> list[Problem]:
    """Everything that keeps a text from being YAML, as far as we can tell; nothing if it can be read."""
    problems: list[Problem] = []
    budget = max(PARSED, 12 * len(text))
    while len(problems) < MOST and (fault := first_fault(text)):
        found: tuple[float, Fix] | None = None
        for fix in _tried(text, fault):
            budget -= len(text)
            reached = _reached(fix, text, fault) if budget > 0 else None
            if reached and (found is None or reached > found[0] or fix.sure):
                found = reached, fix
            if reached == inf or budget <= 0 or (reached and fix.sure):
                break
        if found is None:
            return [*problems, _untold(text, fault, file)]
        fix = found[1]
        before = fix.before.rstrip().replace("\t", "⇥") if fix.spaced else _shown(fix.before)
        problems.append(Problem(file, fix.line + 1, "", f"{fix.why}: `{before}`.", fix.advice(_shown)))
        text = fix.applied(text)
    return problems


def _reached(fix: Fix, text: str, fault: Fault) -> float | None:
    """The line at which reading stops with a change in place, inf if nowhere; None if the change does not help."""
    after = first_fault(fix.applied(text))
    if after is None:
        return inf
    # other spaces before a line are a guess: they count only if they lead on
    beyond = fault.line if fix.spaced else fix.line
    return after.line if after.line > beyond and after.line != fault.line else None


def first_fault(text: str) -> Fault | None:
    """Where reading a text stops; None if it is YAML. References and tags stop it too, for they are not used here."""
    last = spanning = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            assert event.start_mark
            assert event.end_mark
            if isinstance(event, yaml.ScalarEvent):
                last = event.start_mark.line
                if event.style in ("'", '"') and event.end_mark.line > last:
                    spanning = last
                    if swallowed := _swallowed(text, last, event.end_mark.line):
                        return Fault(last, (swallowed,), "found unexpected end of stream")
            tagged = getattr(event, "tag", None) is not None and text[event.start_mark.index] == "!"
            if tagged or getattr(event, "anchor", None):
                said = "tag" if tagged else "anchor"
                return Fault(event.start_mark.line, (), said)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        context = error.context_mark or mark
        line = min(mark.line, text.count("\n")) if mark else 0
        suspects = (spanning, context.line if context else line, last)
        return Fault(line, tuple(one for one in dict.fromkeys(suspects) if one != line), error.problem or "")
    return None


def _swallowed(text: str, first: int, last: int) -> int | None:
    """The line of a text in quotes over several lines that looks like a key with its value, if there is one."""
    lines = text.split("\n")
    key = re.compile(r"\s*(?:- +)*[a-z][a-z0-9_-]*: ")
    indent = len(lines[first]) - len(lines[first].lstrip(" -"))
    for number in range(first + 1, last + 1):
        if key.match(lines[number]) and len(lines[number]) - len(lines[number].lstrip(" -")) <= indent:
            return number
    return None


def _tried(text: str, fault: Fault) -> Iterator[Fix]:
    """What may be meant by the lines that may be to blame, the likeliest first."""
    lines = text.split("\n")
    suspects = (fault.line, *fault.suspects)
    for line in suspects:
        yield from fixes(lines, line, fault.line)
    for line in suspects:
        yield from moved(lines, line)


def _untold(text: str, fault: Fault, file: str) -> Problem:
    """A slip for which no corrected line is known."""
    if fault.said == "anchor":
        return Problem(file, fault.line + 1, "", "Anchors and aliases are not used here.", "Write the text out.")
    if fault.said == "tag":
        return Problem(file, fault.line + 1, "", "Tags such as `!x` are not used here.", "Remove the tag.")
    said = next((words for start, words in PLAIN_WORDS.items() if start in fault.said), "This is not YAML")
    line = text.split("\n")[fault.line] if text else ""
    earlier = [number + 1 for number in fault.suspects if number < fault.line]
    above = f" Look at line {max(earlier)} too." if earlier else ""
    return Problem(
        file,
        fault.line + 1,
        "",
        f"{said}: `{_shown(line)}`.",
        f"Check the indent, colons and quotes on this line.{above}",
    )


def _shown(line: str) -> str:
    """A line as a message shows it: without the spaces around it, and not too long."""
    line = line.strip().replace("\t", "⇥")
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
