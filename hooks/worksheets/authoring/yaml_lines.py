"""Lines that are not YAML, and what their author may have meant: guesses, to be tried by reading the file again."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from .yaml_quotes import CLOSED, intended, quoted, why_quotes

KEYED = re.compile(r"(\s*(?:- +)*)([a-z][a-z0-9_-]*:\s+|[A-Za-z][\w-]*:\s+|)(.*?)\s*")
GLUED = re.compile(r"(\s*(?:- +)*)([a-z][a-z0-9_-]*):(?![ \t/:])(.+)")
"""A key whose colon is followed by no space, or by one that only looks like it."""
ALIKE = re.compile(r"(\s*(?:- +)*)([a-z][a-z0-9_-]*)\s*([：﹕︓∶˸꞉])\s*(.*)")
"""A key with a sign that only looks like a colon."""
GLUED_DASH = re.compile(r"(\s*)([-–—•])(?=[^\s-])(.+)")
"""An item of a list whose dash is followed by no space."""
BARE = re.compile(r"(\s*(?:- +)*)([a-z][a-z0-9_-]*) +(\S.*)")
COMMENT_BEHIND = re.compile(r"(.*?)(\s{2,}#(?: .*)?)")
PAIRS = {"[": "]", "{": "}"}

QUOTES = "Put the text in quotes"


@dataclass(frozen=True)
class Fix:
    """A change of one line, from 0, and perhaps of those below it. `how` begins the advice."""

    line: int
    why: str
    before: str
    after: str
    how: str = QUOTES
    indented: int = 0
    """How many of the lines below move in by two spaces."""
    spaced: bool = False
    """Whether it is the spaces before the words that change."""
    sure: bool = False
    """Whether nothing else can be meant, however much further another change would lead."""

    def applied(self, text: str) -> str:
        """The whole text with this change."""
        lines = text.split("\n")
        lines[self.line] = self.after
        for number in range(self.line + 1, self.line + 1 + self.indented):
            lines[number] = f"  {lines[number]}" if lines[number].strip() else lines[number]
        return "\n".join(lines)

    def advice(self, shown: Callable[[str], str]) -> str:
        """What to write instead."""
        return f"{self.how}: `{self.after if self.spaced else shown(self.after)}`."


def fixes(lines: Sequence[str], number: int, stopped: int) -> Iterator[Fix]:
    """What may be meant by a line, the likeliest first; `stopped` is the line at which reading stopped."""
    if number >= len(lines):  # what never ends is noticed below the last line
        return
    line = lines[number]
    yield from _without_tabs(lines, number)
    if "\t" in line[: _indent(line)]:
        return
    yield from _with_quotes(line, number)
    yield from _closed(line, number)
    if match := GLUED.fullmatch(line):
        written = match[3].strip()
        value = written if why_quotes(written) is None else quoted(intended(written))
        why = "There is no space after the colon"
        if match[3][0].isspace():
            why = f"The space after the colon is U+{ord(match[3][0]):04X}, which YAML does not know"
        yield Fix(number, why, line, f"{match[1]}{match[2]}: {value}", "Put an ordinary one there")
    yield from _with_colon_or_dash(line, number)
    if number < stopped and (below := _dashless(lines, number, stopped)) is not None:
        lead = line[: _indent(line)]
        how = f"Put a dash before the first key{', and move the lines below it in' if below else ''}"
        yield Fix(number, "This begins a list without a dash", line, f"{lead}- {line.lstrip()}", how, below)
    keys = {match[2].rstrip(": ") for one in lines if (match := KEYED.fullmatch(one)) and match[2]}
    if (match := BARE.fullmatch(line)) and match[2] in keys:
        value = match[3] if why_quotes(match[3]) is None else quoted(intended(match[3]))
        yield Fix(number, "There is no colon after the key", line, f"{match[1]}{match[2]}: {value}", "Put one there")


def _with_colon_or_dash(line: str, number: int) -> Iterator[Fix]:
    """The signs of YAML in the place of those that look like them, or that touch the word behind them."""
    if match := ALIKE.fullmatch(line):
        lead, key, sign, written = match.groups()
        value = written if why_quotes(written) is None else quoted(intended(written))
        why = f"The sign after the key is U+{ord(sign):04X}, which YAML does not know"
        yield Fix(number, why, line, f"{lead}{key}: {value}", "Put an ordinary colon there")
    if match := GLUED_DASH.fullmatch(line):
        why = "There is no space after the dash"
        yield Fix(number, why, line, f"{match[1]}- {match[3]}", "Put one there", sure=match[2] == "-")


def _without_tabs(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """Blanks in place of tabs: as far in as the lines around, or two for each."""
    if number >= len(lines):  # what never ends is noticed below the last line
        return
    line = lines[number]
    lead = re.match(r"[\s-]*", line)
    if not lead or "\t" not in lead[0]:
        return
    rest = line.lstrip()
    around = [_indent(one) for one in _near(lines, number) if "\t" not in one[: _indent(one)]]
    widths = [_indent(line.expandtabs(size)) for size in (2, 4, 8)]
    same = [width for width in widths if width in around]
    for width in dict.fromkeys([*same, *widths, *around, *(one + 2 for one in around)]):
        after = " " * width + re.sub(r"^(-)\s+", r"\1 ", rest)
        yield Fix(number, "There is a tab before the text", line, after, "Use spaces", spaced=True)


def _with_quotes(line: str, number: int) -> Iterator[Fix]:
    match = KEYED.fullmatch(line)
    if not match or not match[3] or match[3].startswith("#"):
        return
    lead, key, written = match.groups()
    if _is_in_brackets(written):
        if items := _items(written):
            yield Fix(number, items[0], line, f"{lead}{key}{items[1]}")
        return
    if written[0] in PAIRS and PAIRS[written[0]] not in written:
        return
    if tag := re.match(r"!!\w+\s+", written):
        yield Fix(number, "Tags are not used here", line, f"{lead}{key}{written[tag.end() :]}", "Leave it out")
    written, comment = _apart(written)
    why = why_quotes(written)
    if key[:1].isupper() and "-" in lead:
        why = "A colon and a space begin a new key"
        yield Fix(number, why, line, f"{lead}{quoted(key + written)}{comment}")
    elif why and (key or lead.strip()):
        yield Fix(number, why, line, f"{lead}{key}{quoted(intended(written))}{comment}")


def _is_in_brackets(written: str) -> bool:
    """Whether the bracket that begins a value is closed by its last sign, so that it is a list or map on one line."""
    if written[:1] not in PAIRS or written[-1] != PAIRS[written[0]]:
        return False
    depth = 0
    for at, sign in enumerate(written):
        depth += (sign in "[{") - (sign in "]}")
        if depth == 0:
            return at == len(written) - 1
    return False


def _apart(written: str) -> tuple[str, str]:
    """A plain text and what looks like a comment after it."""
    match = COMMENT_BEHIND.fullmatch(written)
    # two spaces before it, whatever was there: a tab could not be copied from a message
    return (match[1], f"  {match[2].lstrip()}") if match and written[0] not in CLOSED else (written, "")


def _items(written: str) -> tuple[str, str] | None:
    """A list or map on one line with quotes around what needs them, and why the first does."""
    reasons: list[str] = []

    def fixed(item: str) -> str:
        before, item = item[: len(item) - len(item.lstrip())], item.strip()
        key = re.match(r"[a-z][a-z0-9_-]*: +", item) if written[0] == "{" else None
        value = item[key.end() :] if key else item
        if _is_in_brackets(value):
            inner = _items(value)
            reasons.extend(inner[:1] if inner else ())
            return f"{before}{key[0] if key else ''}{inner[1] if inner else value}"
        reason = why_quotes(value)
        if reason is None:
            return before + item
        reasons.append(reason)
        return f"{before}{key[0] if key else ''}{quoted(intended(value))}"

    items = _split(written[1:-1])
    whole = [item for item in items if item.strip()]
    if len(whole) < len(items) - (not items[-1].strip()):  # nothing after the last comma is allowed
        reasons.append("There is nothing between two commas")
    after = written[0] + ",".join(map(fixed, whole)).strip() + written[-1]
    return (reasons[0], after) if reasons else None


def _split(inside: str) -> list[str]:
    """The items between commas, but for commas in quotes or inner brackets."""
    items = [""]
    depth = 0
    at = 0
    while at < len(inside):
        sign = inside[at]
        whole = CLOSED[sign].match(inside, at) if sign in CLOSED and not items[-1].strip() else None
        if whole and re.match(r"\s*(?:,|$)", inside[whole.end() :]):
            items[-1] += whole[0]
            at = whole.end()
            continue
        depth += (sign in "[{") - (sign in "]}")
        if sign == "," and depth == 0:
            items.append("")
        else:
            items[-1] += sign
        at += 1
    return items


def _closed(line: str, number: int) -> Iterator[Fix]:
    """The brackets closed that a line opens."""
    match = KEYED.fullmatch(line)
    written = match[3] if match else ""
    if written[:1] not in PAIRS:
        return
    open_ = [sign for sign in re.sub(r"\"[^\"]*\"|'[^']*'", "", written) if sign in "[]{}"]
    missing = ""
    for sign in open_:
        missing = PAIRS[sign] + missing if sign in PAIRS else missing.removeprefix(sign)
    if missing:
        what = "list" if written[0] == "[" else "map"
        yield Fix(number, f"The {what} is not closed", line, line.rstrip().rstrip(",") + missing, "Close it")


def _dashless(lines: Sequence[str], number: int, stopped: int) -> int | None:
    """How many lines below the first item of a list belong to it, if reading stopped at the dash of the second."""
    indent = _indent(lines[number])
    found = KEYED.fullmatch(lines[number])
    if not found or not found[2] or "-" in found[1] or not re.match(rf" {{{indent}}}- ", lines[stopped]):
        return None
    return stopped - number - 1


def moved(lines: Sequence[str], number: int) -> Iterator[Fix]:
    """The line as far in as one of those around it, the nearest first."""
    if number >= len(lines):  # what never ends is noticed below the last line
        return
    line = lines[number]
    here = _indent(line)
    if not line.strip():
        return
    widths = {_indent(one) for one in _near(lines, number)}
    for width in sorted({*widths, *(one + 2 for one in widths)} - {here}, key=lambda one: (abs(one - here), one)):
        why = "This line is indented unlike those around it"
        how = f"Begin it with {width} spaces" if width else "Begin it at the left edge"
        yield Fix(number, why, line, " " * width + line.lstrip(), how, spaced=True)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _near(lines: Sequence[str], number: int) -> list[str]:
    """The lines with words above a line, the nearest first, and the one below it."""
    above = [one for one in reversed(lines[max(0, number - 12) : number]) if one.strip()]
    below = [one for one in lines[number + 1 : number + 2] if one.strip()]
    return [*above, *below]
