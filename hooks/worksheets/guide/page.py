"""A page as an author writes it: front matter, then Markdown with markers and citations.

A marker is a comment alone on a line, such as `<!-- exercise: safe-space/before-we-start -->`. A citation is a list of
keys in brackets, such as `[@gordon2016understanding; @reis2004perceived]`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

from pydantic import ConfigDict

from ..authoring.problems import Problem, nearest
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import Line
from ..authoring.words import SOURCE
from ..authoring.yaml_document import Document, read_document

MARKERS = {
    "exercise": "section/name",
    "picture": "name",
    "worksheets": "",
    "helplines": "",
    "references": "",
    "gallery": "shelf",
}
"""The words that may stand in a marker, and what the colon is followed by, if it takes one."""

COMMENT = re.compile(r"<!--\s*([A-Za-z][\w-]*)\s*(?::\s*(.*?))?\s*-->")
FENCE = re.compile(r"^\s*(`{3,}|~{3,})\s*([^`]*)$")
HEADING = re.compile(r"^(#{1,6})\s+\S")
LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
CODE_SPAN = re.compile(r"(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
CITATION = re.compile(r"\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\]")
NEARLY_CITATION = re.compile(r"\[\s*;?\s*@[^\]]{0,400}\]?")

NOT_NEEDED = "not needed"
NOT_YET = "not yet"
"""What `clinical_review` says, if it does not say who."""


class FrontMatter(Strict):
    """What every page says of itself."""

    model_config = ConfigDict(alias_generator=None)

    title: Line
    """the title, the same as the first heading"""
    description: Line
    """one sentence of at most 160 characters"""
    last_reviewed: date
    """the day when somebody last read it for truth"""
    clinical_review: Line
    """`not yet`, `not needed`, or who reviewed it and when"""
    harder_because: Line | None = None
    """why this page may be harder to read than the others"""

    @property
    def is_for_readers(self) -> bool:
        """Whether it speaks to those whom the guide is for, and not to clinics or authors."""
        return self.clinical_review != NOT_NEEDED

    @property
    def is_reviewed(self) -> bool:
        """Whether a clinician has read it."""
        return self.clinical_review not in (NOT_NEEDED, NOT_YET)


@dataclass(frozen=True)
class Marker:
    """A marker: its word, what follows the colon, its line from 1, the level of the heading above it (0 if none)."""

    word: str
    argument: str
    line: int
    heading: int


@dataclass(frozen=True)
class Page:
    """A page of the guide. `path` is relative to `docs/`; `citations` holds (key, line)."""

    path: str
    file: str
    front_matter: FrontMatter | None
    text: str
    """The whole file."""
    markers: tuple[Marker, ...]
    citations: tuple[tuple[str, int], ...]
    language: str = SOURCE
    own: bool = False
    """Whether it is a clinic's: added, or in the place of one of the guide's."""


@dataclass(frozen=True)
class _Line:
    number: int
    text: str
    fence: str | None
    """What the opening of the code around this line says, or None outside code."""


def read_page(path: Path, name: str, file: str, own: str = "") -> tuple[Page, list[Problem]]:
    """Read one page. With problems, it holds what could be read. `own` is the language of a clinic's page."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return Page(name, file, None, "", (), (), own or SOURCE, bool(own)), [text]
    front_matter, start, problems = _front_matter(text, file)
    lines = list(_lines(text, start))
    markers, found = _markers(lines, file)
    citations, more = _citations(lines, file)
    page = Page(name, file, front_matter, text, markers, citations, own or SOURCE, bool(own))
    return page, problems + found + more


def cited(markdown: str, citation: Callable[[list[str]], str]) -> str:
    """The Markdown with each citation replaced by what the function returns for its keys.

    Each marker gets empty lines around it, so that none ends up inside a paragraph.
    """
    lines = list(_lines(markdown, 0))
    apart = {marker.line for marker in _markers(lines, "")[0]}
    pieces = []
    for is_code, block in _blocks(lines):
        text = "\n".join(f"\n{line.text}\n" if line.number in apart else line.text for line in block)
        pieces.append(text if is_code else _cite(text, citation))
    return "\n".join(pieces)


def filled(html: str, markdown: str, show: Callable[[Marker], str]) -> str:
    """The HTML of some Markdown, with what the function returns in the place of each marker.

    Markdown leaves comments as they are. So what is shown never goes through it, which would be slow and, at an empty
    line, wrong.
    """
    markers = {(one.word, one.argument): one for one in _markers(list(_lines(markdown, 0)), "")[0]}

    def shown(match: re.Match[str]) -> str:
        marker = markers.get((match[1], match[2] or ""))
        return show(marker) if marker else match[0]

    return COMMENT.sub(shown, html)


def code_lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """The lines of a page after its front matter: number from 1, text, and whether it is code."""
    for line in _lines(text, _front_matter_end(text.splitlines()) or 0):
        yield line.number, line.text, line.fence is not None


def _front_matter_end(lines: list[str]) -> int | None:
    """How many lines the front matter takes, with both its fences; None if there is none."""
    if not lines or lines[0].rstrip() != "---":
        return None
    return next((number + 1 for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)


def _front_matter(text: str, file: str) -> tuple[FrontMatter | None, int, list[Problem]]:
    """The front matter, how many lines it takes, and what is wrong with it."""
    lines = text.splitlines()
    end = _front_matter_end(lines)
    if end is None:
        names = ", ".join(f"`{name}`" for name in FrontMatter.model_fields)
        return None, 0, [Problem(file, 1, "", "There is no front matter.", f"Start with `---`, {names}, `---`.")]
    document, problems = read_document("\n".join(["", *lines[1 : end - 1]]), file)
    if problems:
        return None, end, problems
    model, problems = validate(FrontMatter, Document(file, document.value or {}, document.lines))
    return model, end, problems


def _lines(text: str, start: int) -> Iterator[_Line]:
    """The lines after the first `start`, each with the code fence around it."""
    opened = info = ""
    for number, line in enumerate(text.splitlines(), 1):
        if number <= start:
            continue
        match = FENCE.match(line)
        if not opened and match:
            opened, info = match[1], match[2].strip()
            yield _Line(number, line, info)
        elif opened:
            yield _Line(number, line, info)
            if match and match[1].startswith(opened) and not match[2].strip():
                opened = ""
        else:
            yield _Line(number, line, None)


def _markers(lines: list[_Line], file: str) -> tuple[tuple[Marker, ...], list[Problem]]:
    markers: list[Marker] = []
    problems: list[Problem] = []
    heading = 0
    for before, line in pairwise([_Line(0, "", None), *lines]):
        if line.fence is None and (match := HEADING.match(line.text)):
            heading = len(match[1])
        prose = line.text if line.fence is not None else CODE_SPAN.sub("", line.text)
        for match in COMMENT.finditer(prose):
            if fault := _fault(match, line, before):
                problems.append(Problem(file, line.number, match[0], *fault))
            elif line.fence is None:
                markers.append(Marker(match[1], match[2] or "", line.number, heading))
    return tuple(markers), problems


def _fault(match: re.Match[str], line: _Line, before: _Line) -> tuple[str, str] | None:
    """What is wrong with a comment that looks like a marker, and what to write; None if nothing is."""
    word, argument = match[1], match[2]
    if word not in MARKERS:
        return f"Unknown marker `{word}`.", nearest(word, MARKERS)
    if line.fence is not None:
        # Documentation for authors shows markers; a fence that says `markdown` does so on purpose.
        mend = "Move it out, or open the block with ```markdown to show it."
        return None if line.fence.startswith("markdown") else ("A marker in a code block does nothing.", mend)
    if line.text[:1].isspace() or LIST_ITEM.match(line.text):
        return "A marker cannot stand in a list or a box.", "Write it at the left edge, with an empty line above."
    if line.text.strip() != match[0]:
        return "A marker stands alone on its line.", "Put the other words on lines of their own."
    if LIST_ITEM.match(before.text) or (before.text[:1].isspace() and before.text.strip()):
        return "A marker cannot stand in a list or a box.", "Put an empty line above it."
    if bool(MARKERS[word]) != bool(argument):
        return "This marker is not whole.", f"Write `<!-- {word}{': ' if MARKERS[word] else ''}{MARKERS[word]} -->`."
    return None


def _citations(lines: list[_Line], file: str) -> tuple[tuple[tuple[str, int], ...], list[Problem]]:
    citations: list[tuple[str, int]] = []
    problems: list[Problem] = []
    for is_code, block in _blocks(lines):
        if is_code:
            continue
        text = CODE_SPAN.sub(_blanked, "\n".join(line.text for line in block))
        for match in NEARLY_CITATION.finditer(text):
            line = block[0].number + text.count("\n", 0, match.start())
            if whole := CITATION.fullmatch(match[0]):
                citations += [(key, line) for key in _keys(whole[1])]
            else:
                problems.append(
                    Problem(
                        file,
                        line,
                        match[0].replace("\n", " "),
                        "This is not a citation.",
                        "Write `[@key]`, or `[@key; @other]` for several.",
                    )
                )
    return tuple(citations), problems


def _blocks(lines: list[_Line]) -> Iterator[tuple[bool, list[_Line]]]:
    """Runs of lines: whether they are code, and the lines. A citation may break over the lines of a run."""
    for is_code, run in groupby(lines, lambda line: line.fence is not None):
        yield is_code, list(run)


def _blanked(match: re.Match[str]) -> str:
    """White space in place of what a pattern found, so that lines keep their numbers."""
    return re.sub(r"[^\n]", " ", match[0])


def _keys(inside: str) -> list[str]:
    return [key.strip().removeprefix("@") for key in inside.split(";")]


def _cite(text: str, citation: Callable[[list[str]], str]) -> str:
    """Replace the citations of a text, leaving code as it is."""
    pieces: list[str] = []
    end = 0
    for span in CODE_SPAN.finditer(text):
        pieces += [CITATION.sub(lambda match: citation(_keys(match[1])), text[end : span.start()]), span[0]]
        end = span.end()
    return "".join([*pieces, CITATION.sub(lambda match: citation(_keys(match[1])), text[end:])])
