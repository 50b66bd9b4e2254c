"""Comments and citations that Markdown does not take for what they were meant as: readers see them, or lose words."""

import re
from collections.abc import Iterator

from ..authoring.problems import Problem
from .markdown.typed_blocks import Block, Blocks

NO_COMMENT = re.compile(r"<!\s*[-–—]")
ADDRESS = re.compile(r"^ {0,3}(\[@[^\]\n]*\]):(?=\s)", re.MULTILINE)
"""A citation at the beginning of a line with a colon after it, which Markdown reads as the address of a link."""

NOTE = re.compile(
    r"^ {0,3}(\[[^\[\]^\n][^\[\]\n]{0,200}\]): {0,9}\n? {0,9}(\S+) {0,9}(?:\n {0,9})?"
    r"(?:([\"']).*\3 {0,9}|\(.*\) {0,9})?$",
    re.MULTILINE,
)
"""What Markdown reads in the same way, with the address."""

NO_HEADING = re.compile(r"^(?:[^\S\n]+#{1,6}|[^\S\n]*＃+)[^\S\n]+\S.*$", re.MULTILINE)
"""A heading that is not at the very left, or has another sign, which Markdown reads as words."""

OF_ADDRESSES = re.compile(r"[/.#:@?=]")


def stray_marks(blocks: Blocks, file: str, lines_before: int) -> Iterator[Problem]:
    """What would be seen and what would be lost; `lines_before` come before the Markdown in the file."""
    code = [block for block in blocks.all if block.kind == "code"]
    for block in blocks.all:
        for place in _no_comments(blocks, block):
            wrong = "This is no comment, so readers would see it."
            write = "Begin it with `<!--` and end it with `-->`, both in one paragraph."
            line = blocks.line(place)
            yield Problem(file, line + lines_before, blocks.line_text(place).strip(), wrong, write)
        if block.kind == "text" and not block.inside:
            for found in NO_HEADING.finditer(blocks.markdown, block.start, block.end):
                line, written = blocks.line(found.start()) + lines_before, found[0].strip()
                wrong = "This is no heading, so readers would see its `#`."
                yield Problem(file, line, written, wrong, "Begin it with `#` at the very left, or leave the sign out.")
    for found in (*ADDRESS.finditer(blocks.markdown), *_words_for_addresses(blocks.markdown)):
        if not any(block.start <= found.start() < block.end for block in code):
            wrong = "With this colon, the line is the address of a link, and readers would not see it."
            yield Problem(file, blocks.line(found.start()) + lines_before, found[1], wrong, "Take the colon out.")


def _words_for_addresses(markdown: str) -> Iterator[re.Match[str]]:
    """Lines such as `[Note]: important`: what stands for an address is a word."""
    for found in NOTE.finditer(markdown):
        if not OF_ADDRESSES.search(found[2].rstrip(".:?")) and not found[1].startswith("[@"):
            yield found


def _no_comments(blocks: Blocks, block: Block) -> Iterator[int]:
    """Where in the Markdown something in a block begins like a comment, and is none."""
    if block.kind == "html":
        comments = [piece for piece in block.pieces if piece.kind == "comment"]
        begun = blocks.markdown.find("<!--", comments[-1].end if comments else block.start, block.end)
        yield from [begun] if begun >= 0 else []
    elif block.kind != "code":
        first = blocks.line(block.start) - 1
        for found in NO_COMMENT.finditer(block.words):
            yield blocks.line_starts[first + block.words.count("\n", 0, found.start())]
