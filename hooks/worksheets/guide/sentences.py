"""The sentences of a page, as a reader meets them, each with the line it begins on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from .page import CITATION, CODE_SPAN, HEADING, LIST_ITEM, code_lines

BOX = re.compile(r'^\s*(?:!!!|\?\?\?)\+?\s+\w+\s*(?:"(.*)")?\s*$')
TABLE_RULE = re.compile(r"^[\s|:-]+$")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
LINKED = re.compile(r"!?\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
MARKS = re.compile(r"(?<![A-Za-z0-9])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![A-Za-z0-9])")
END = re.compile(r"(?<=[.!?…])[”’\")]*\s+(?=[“‘\"(]*[A-Z0-9*])")


@dataclass(frozen=True)
class Sentence:
    """Words without Markdown, the line from 1 on which they begin, and whether a citation stands among them."""

    text: str
    line: int
    cites: bool


def sentences(markdown: str) -> list[Sentence]:
    """The sentences of a page with its front matter; headings, tables, code and comments have none."""
    return [sentence for start, block in _blocks(markdown) for sentence in _split(start, block)]


def _blocks(markdown: str) -> Iterator[tuple[int, str]]:
    """Paragraphs and list items, with the line of their first word."""
    lines = [(number, "" if is_code else line) for number, line, is_code in code_lines(markdown)]
    for blank, run in groupby(lines, lambda line: not line[1].strip()):
        if blank:
            continue
        block: list[tuple[int, str]] = []
        for number, line in run:
            if HEADING.match(line) or BOX.match(line) or line.lstrip().startswith("|") or TABLE_RULE.match(line):
                yield from _whole(block)
                block = []
                continue
            if LIST_ITEM.match(line):
                yield from _whole(block)
                block = []
            block.append((number, LIST_ITEM.sub("", line).strip().removeprefix(":   ")))
        yield from _whole(block)


def _whole(block: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    if block:
        yield block[0][0], "\n".join(line for _, line in block)


def _split(start: int, block: str) -> Iterator[Sentence]:
    text = CODE_SPAN.sub("", COMMENT.sub(_line_breaks, block))
    begin = 0
    for end in [*(match.end() for match in END.finditer(text)), len(text)]:
        piece = text[begin:end]
        line = start + text.count("\n", 0, begin) + len(piece) - len(piece.lstrip("\n"))
        begin = end
        words = " ".join(MARKS.sub("", LINKED.sub(r"\1", CITATION.sub("", piece))).split())
        if words:
            yield Sentence(words, line, CITATION.search(piece) is not None)


def _line_breaks(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
