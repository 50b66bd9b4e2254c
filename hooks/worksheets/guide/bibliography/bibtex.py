"""A BibTeX file as its entries and fields, each with its line, and every complaint of the parser in plain words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from pybtex.database.input.bibtex import LowLevelParser, SkipEntry, UndefinedMacro
from pybtex.exceptions import PybtexError
from pybtex.scanner import PrematureEOF
from pybtex.utils import CaseInsensitiveDict

from ...authoring.problems import Problem

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""What BibTeX knows without an `@string`."""

LOST = re.compile(r"^[ \t]*[^\w\s@%{}]?[ \t]*([A-Za-z]+)\s*\{\s*[^\s,{}=]+\s*,", re.MULTILINE)
"""What looks like an entry to a person, but has no `@`."""

STRAY = re.compile(r"^[ \t,]*([A-Za-z][\w-]*)\s*=\s*[{\"]", re.MULTILINE)
"""What looks like a field to a person, but is outside of every entry."""

SIGN = re.compile(r"\\?(&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)")
"""A sign as web pages spell it, such as `&amp;`; library tools may put a backslash before it."""

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff\ufffe\uffff]")
"""Control characters, and those that everybody may use as they like."""

BRACES = "Check the braces and commas here."
NO_ENTRY = "This `@` does not begin an entry."
COMPLAINTS = {
    "premature end of file": ("The entry that begins here does not end.", "Close its braces."),
    "'}' expected": ("A comma or the closing brace is missing before this.", "End each of its fields with `},`."),
    "')' expected": ("A comma or the closing bracket is missing before this.", "End each of its fields with `},`."),
    "'=' expected": ("A field has no `=`.", "Write fields as `year = {2016},`."),
    "field value expected": ("A field has no value.", "Write fields as `year = {2016},`."),
    "entry key expected": ("The entry has no key.", "Write one after the brace, such as `@article{doe2016title,`."),
    "'(' or '{' expected": (NO_ENTRY, "Write `@article{key, …}`, or take the `@` out."),
    "a valid name expected": (NO_ENTRY, "Write `@article{key, …}`, or take the `@` out."),
    "unbalanced braces": ("A `}` has no `{` before it.", BRACES),
    "too many nested braces": ("The braces are nested too deeply.", BRACES),
}
"""What the parser says, as what is wrong and what to write."""


@dataclass(frozen=True)
class Field:
    """What an author wrote into a field, as LaTeX on one line, and the line where it begins (from 1)."""

    text: str
    line: int


@dataclass(frozen=True)
class Entry:
    """One entry: its kind and the names of its fields in small letters, its key as written, its line (from 1)."""

    kind: str
    key: str
    line: int
    fields: dict[str, Field]
    whole: bool
    """False if the parser stumbled over it, so that fields may be missing"""


def read_entries(text: str, file: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a BibTeX file in order, the repeated ones too, and what is wrong with their form."""
    if unseen := UNSEEN.search(text):
        wrong = f"U+{ord(unseen[0]):04X} is a character that can't be shown."
        return [], [Problem(file, text.count("\n", 0, unseen.start()) + 1, "", wrong, "Take it out.")]
    reader = _Reader(text, file)
    entries = list(reader.entries())
    problems = reader.problems
    first: dict[str, Entry] = {}
    for entry in entries:
        if (other := first.setdefault(entry.key.casefold(), entry)) is not entry:
            problems.append(
                Problem(
                    file,
                    entry.line,
                    entry.key,
                    f"This key is already used in line {other.line}.",
                    "Keep one of the two entries, or give this one another key.",
                )
            )
    if not entries and not problems:
        problems.append(Problem(file, 1, "", "There is no entry in this file.", "Add one, such as `@article{key, …}`."))
    return entries, problems


class _Reader(LowLevelParser):  # type: ignore[misc]
    """Pybtex's parser, which also remembers where each field begins."""

    def __init__(self, text: str, file: str) -> None:
        super().__init__(text, macros=CaseInsensitiveDict({month: month for month in MONTHS}))
        self.file = file
        self.problems: list[Problem] = []
        self.lines: list[int] = []
        self.stumbled = False

    def entries(self) -> Iterator[Entry]:
        """Each entry of the text; `problems` fills meanwhile."""
        whole = True
        while token := self.skip_to([self.AT]):
            if whole:
                self._look_for_lost(self.pos - len(token.value), self.pos)
            self.command_start = self.pos - 1
            line = self.lineno
            self.lines, self.stumbled = [], False
            command = self._command()
            whole = not self.stumbled
            if command and command[0].lower() not in ("string", "preamble", "comment") and command[1][0]:
                kind, (key, fields) = command
                yield Entry(kind.lower(), key, line, self._fields(key, fields), whole)
        if whole:
            self._look_for_lost(self.pos, len(self.text))

    def parse_field(self) -> None:
        """Read one field of an entry."""
        self.eat_whitespace()
        line = self.lineno
        super().parse_field()
        if self.current_field_name and self.current_value:
            self.lines.append(line)

    def substitute_macro(self, name: str) -> str:
        """What a word without braces stands for; the word itself, once its author is told that it is not defined."""
        return super().substitute_macro(name) or name

    def handle_error(self, error: PybtexError) -> None:
        """Take note of a complaint and go on, as the parser allows."""
        line, (wrong, write) = error.lineno, _in_plain_words(error)
        begins = self.text.count("\n", 0, self.command_start) + 1
        if isinstance(error, PrematureEOF) or wrong == NO_ENTRY:
            line = begins
        elif line != begins and self.text.split("\n")[line - 1].lstrip().startswith("@"):  # the next one
            line, (wrong, write) = begins, COMPLAINTS["premature end of file"]
        elif line != begins and wrong.endswith("before this."):
            wrong = f"{wrong[:-1]}, in the entry that begins in line {begins}."
        self.stumbled = self.stumbled or not isinstance(error, UndefinedMacro)
        place = self.current_entry_key or ""
        if isinstance(error, UndefinedMacro) and self.current_field_name:
            place = f"{place} › {self.current_field_name}".removeprefix(" › ")
        self.problems.append(Problem(self.file, line, place, wrong, write))

    def _command(self) -> tuple[str, tuple[str, list[tuple[str, list[str]]]]] | None:
        try:
            return self.parse_command()  # type: ignore[no-any-return]
        except PybtexError as error:
            self.handle_error(error)
        except SkipEntry:
            pass
        return None

    def _fields(self, key: str, fields: list[tuple[str, list[str]]]) -> dict[str, Field]:
        found: dict[str, Field] = {}
        for (name, parts), line in zip(fields, self.lines, strict=True):
            field = Field(" ".join(SIGN.sub(_sign, "".join(parts)).split()), line)
            if (other := found.setdefault(name.lower(), field)) is not field:
                wrong = f"This field is already set in line {other.line}."
                self.problems.append(Problem(self.file, line, f"{key} › {name}", wrong, "Keep one of the two."))
        return found

    def _look_for_lost(self, begins: int, ends: int) -> None:
        """BibTeX takes for a comment anything between entries, even an entry without its `@`."""
        for lost in LOST.finditer(self.text, begins, ends):
            line = self.text.count("\n", 0, lost.start(1)) + 1
            wrong = f"“{lost[0].strip()}” has no `@` before it, and is not read."
            write = f"Write `@{self.text[lost.start(1) : lost.end()]}`."
            self.problems.append(Problem(self.file, line, "", wrong, write))
        if stray := STRAY.search(self.text, begins, ends):
            line = self.text.count("\n", 0, stray.start(1)) + 1
            wrong = f"“{stray[1]} =” is outside of every entry, and is not read."
            write = "Take out the `}` too many above it, or this field."
            self.problems.append(Problem(self.file, line, "", wrong, write))


def _sign(spelt: re.Match[str]) -> str:
    """The sign itself, unless it could not be shown."""
    sign = unescape(spelt[1])
    return spelt[0] if UNSEEN.search(sign) else sign


def _in_plain_words(error: PybtexError) -> tuple[str, str]:
    """What is wrong, and what to write."""
    said = str(error.args[0])
    if not isinstance(error, UndefinedMacro):
        return COMPLAINTS.get(said, (f"This is not BibTeX: {said}.", BRACES))
    month = next((month for month in MONTHS if said.lower().startswith(month)), "")
    write = f"`@string{{{said} = {{…}}}}` would define it; if it is a text, write `{{{said}}}`."
    return (
        f"`{said}` has no braces and is not defined in this file.",
        f"Write `{month}`, as BibTeX calls this month." if month else write,
    )
