"""Markers: comments alone on a line, such as `<!-- exercise: safe-space/before-we-start -->`, and what they show."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..authoring.problems import Problem, nearest
from .markdown.block_reader import read_blocks
from .markdown.typed_blocks import Block, Blocks, Piece

MARKERS = {
    "exercise": "section/name",
    "sheet": "section/name",
    "field": "section/name/field",
    "steps": "",
    "picture": "name",
    "drawing": "name",
    "worksheets": "",
    "helplines": "",
    "helplines-of": "region",
    "helpline-sources": "",
    "emergency": "",
    "first-calls": "",
    "easy-emergency": "",
    "easy-helplines": "",
    "references": "",
    "questionnaires": "",
    "gallery": "shelf",
    "pack": "name",
    "clinician-notes": "section",
    "clinician-pdf": "",
    "addresses": "",
}
"""The words that a marker may have, and what the colon is followed by, if it takes one."""

OF_EXERCISES = ("exercise", "sheet")
"""Those that put an exercise into a page: its form, or a cover that leads to it."""

AGAIN = ("drawing",)
"""Those that may stand on a page more than once."""

OF_FORMS = ("exercise", "field", "gallery", "worksheets")
"""Those that show something to fill in."""

COMMENT = re.compile(r"<!--\s*([A-Za-z][\w-]*)\s*(?::\s*(.*?))?\s*-->")
WITHOUT_COLON = re.compile(r"<!--\s*(exercise|sheet)\s+([\w-]+/[\w-]+)\s*-->")
NEARLY = re.compile(
    r"""<!-{2,}\s*[\["'`*]*([A-Za-z][\w-]*)["'`*]*(?:\s*[:;=,.–—-]\s*|\s+)["'`*]*()[\w-]+/[\w/-]+["'`*\]]*\s*-{2,}>"""
)
"""A marker with other signs than those that it needs, to be told; its second group is empty."""

LONGEST = 300
"""How long a comment may be that is still read as a marker."""

FOR_AUTHORS = "markdown"
"""The language of a code block that shows markers to authors."""


@dataclass(frozen=True)
class Marker:
    """A marker: its word, what follows the colon, its line from 1, the level of the heading above it (0 if none)."""

    word: str
    argument: str
    line: int
    heading: int


def read_markers(blocks: Blocks, file: str, lines_before: int) -> tuple[tuple[Marker, ...], list[Problem]]:
    """The markers of a page, and what is wrong with them; `lines_before` come before the Markdown in the file."""
    markers: list[Marker] = []
    problems: list[Problem] = []
    for marker, piece, fault in _found(blocks):
        line = marker.line + lines_before
        if fault:
            problems.append(Problem(file, line, " ".join(piece.source.split()), *fault))
        else:
            markers.append(Marker(marker.word, marker.argument, line, marker.heading))
    return tuple(markers), problems


def set_apart(blocks: Blocks) -> list[tuple[int, int, str]]:
    """Edits that put an empty line above and below each marker, so that none ends up inside a paragraph."""
    return [(piece.start, piece.end, f"\n{piece.source}\n") for _, piece, fault in _found(blocks) if not fault]


def filled(html: str, markdown: str, show: Callable[[Marker], str]) -> str:
    """The HTML of some Markdown, with what the function returns in the place of each marker.

    Markdown leaves comments as they are. So what is shown never goes through it, which would be slow and, at an empty
    line, wrong.
    """
    markers = {(one.word, one.argument): one for one, _, fault in _found(read_blocks(markdown)) if not fault}

    def shown(match: re.Match[str]) -> str:
        marker = markers.get((match[1], match[2] or ""))
        return show(marker) if marker else match[0]

    return COMMENT.sub(shown, html)


def _found(blocks: Blocks) -> Iterator[tuple[Marker, Piece, tuple[str, str] | None]]:
    """Every comment that is a marker or looks like one, and what is wrong with it: that, and what to write."""
    heading = 0
    before: Block | None = None
    for block in blocks.all:
        if block.kind == "heading":
            heading = block.level
        comments = list(_in_code(blocks, block)) if block.kind == "code" else list(block.pieces)
        for piece in comments:
            if len(piece.source) > LONGEST:
                continue
            forms = (form.fullmatch(piece.source) for form in (WITHOUT_COLON, COMMENT, NEARLY))
            match = next(filter(None, forms), None)
            if piece.kind != "comment" or not match or (match.re is NEARLY and match[1].lower() not in MARKERS):
                continue
            fault = _fault(match, piece, block, before, blocks)
            if fault or (match[1] in MARKERS and block.kind != "code"):
                yield Marker(match[1], match[2] or "", blocks.line(piece.start), heading), piece, fault
        before = block


def _in_code(blocks: Blocks, block: Block) -> Iterator[Piece]:
    for match in COMMENT.finditer(blocks.markdown, block.start, block.end):
        yield Piece("comment", match.start(), match.end(), match[0])


def _fault(
    match: re.Match[str], piece: Piece, block: Block, before: Block | None, blocks: Blocks
) -> tuple[str, str] | None:
    word, argument = match[1], match[2]
    if word not in MARKERS:
        near = nearest(word.lower(), MARKERS)
        # any other comment is a note to authors or to a program
        return (f"Unknown marker `{word}`.", near) if near.startswith("Did you mean") else None
    if block.kind == "code":
        write = f"Move it out, or open the block with ```{FOR_AUTHORS} to show it."
        shows = (block.info or "").startswith(FOR_AUTHORS)
        return None if shows else ("A marker in a code block does nothing.", write)
    line = blocks.line_text(piece.start)
    if any(one.kind != "table" for one in block.inside) or line[:1].isspace():
        return "A marker cannot be in a list or a box.", "Write it at the left edge, with an empty line above."
    if line.strip() != piece.source:
        return "A marker needs a line to itself.", "Put the other words on lines of their own."
    if before and before.inside and before.end == piece.start:
        return "A marker cannot be in a list or a box.", "Put an empty line above it."
    if match.re is WITHOUT_COLON or bool(MARKERS[word]) != bool(argument):
        return "This marker is incomplete.", f"Write `<!-- {word}{': ' if MARKERS[word] else ''}{MARKERS[word]} -->`."
    return None
