"""The texts of a page’s Markdown: where each stands, and what is before its lines."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique

from ..guide.markdown.typed_blocks import CITED, Block, Blocks
from .wrapping import unwrapped

NAMED = re.compile(r" +\{:? *#([\w-]+) *\} *$")
"""The id that a heading is given."""

EXERCISE = re.compile(r"<!--\s*(exercise|sheet)\s*:\s*(\S+)\s*-->")
"""The marker of an exercise: its form, or the lighter cover that leads to it."""

LETTER = re.compile(r"[^\W\d_]")
INDENT = " " * 4
"""How far in the lines of a footnote are below its first."""


@dataclass(frozen=True)
class PageText:
    """A text of the Markdown: where it begins and ends, what is before its first line and before the others.

    `heading` is the id of the heading above it, or its own, and empty for the title; `section` counts from 0. Without a
    `block` it is a whole section.
    """

    block: Block | None
    start: int
    end: int
    words: str
    before: str
    indent: str
    heading: str
    section: int


def sections_of(blocks: Blocks) -> list[list[Block]]:
    """The blocks of each section: a heading and what follows it, or what comes before the first heading."""
    sections: list[list[Block]] = []
    for block in blocks.all:
        if block.kind == "heading" or not sections:
            sections.append([])
        sections[-1].append(block)
    return sections


def section_ids(blocks: Blocks) -> list[str]:
    """The id of the heading of each section; empty for the title, and for what comes before any heading."""
    ids = set[str]()
    return [_id_of(section[0], blocks, ids) for section in sections_of(blocks)]


def exercise_markers(blocks: Blocks) -> Iterator[tuple[Block, str, str]]:
    """Each marker of an exercise: its block, the word that it has, and the exercise."""
    for block in blocks.all:
        if block.kind == "html" and (found := EXERCISE.fullmatch(_source(block, blocks))):
            yield block, found[1], found[2]


def page_texts(
    blocks: Blocks, keeps_lines: bool, led_to: Set[str], whole: Set[int], light: Set[str]
) -> Iterator[PageText]:
    """The texts of a page in order; see `PageForm` for what changes them."""
    sections = sections_of(blocks)
    markers = {id(block) for block, _, exercise in exercise_markers(blocks) if exercise in light}
    ends = [section[0].start for section in sections[1:]] + [len(blocks.markdown)]
    for number, (section, id_, end) in enumerate(zip(sections, section_ids(blocks), ends, strict=True)):
        for block in section[: 1 if number in whole else None]:
            lines = _lines(block, blocks, drops_id=id_ in led_to)
            if lines and LETTER.search(block.words.replace(CITED, "")):
                start, end_ = block.lines[0][0], block.lines[-1][0] + len(lines[-1])
                margins = _margins(block, blocks)
                yield PageText(block, start, end_, unwrapped(lines, keeps_lines), *margins, id_, number)
            elif id(block) in markers:
                source = _source(block, blocks)
                start = blocks.markdown.index(source, block.start)
                yield PageText(block, start, start + len(source), source, "", "", id_, number)
        after = section[0].end
        if number in whole and (words := blocks.markdown[after:end].strip("\n")):
            start = blocks.markdown.index(words, after)
            yield PageText(None, start, start + len(words), words, "", "", id_, number)


def _source(block: Block, blocks: Blocks) -> str:
    return blocks.markdown[block.start : block.end].strip()


def _id_of(first: Block, blocks: Blocks, ids: set[str]) -> str:
    """The id that a heading is given, or that it gets from its words."""
    if first.kind != "heading" or first.level == 1:
        return ""
    named = NAMED.search(blocks.line_text(first.start).rstrip())
    return named[1] if named else unique(slugify(" ".join(first.words.split()), "-"), ids)


def _lines(block: Block, blocks: Blocks, drops_id: bool) -> list[str]:
    """The lines of a text. The id of a heading comes and goes with what leads there, and is then no part of it."""
    lines = [blocks.markdown[start:end] for start, end in block.lines]
    if lines and drops_id and block.kind == "heading":
        lines[-1] = NAMED.sub("", lines[-1])
    return lines


def _margins(block: Block, blocks: Blocks) -> tuple[str, str]:
    """What is before the first line of a text, and before the others."""
    before, *others = (_margin(blocks, place) for place, _ in block.lines[:2])
    return before, _below(before, others)


def _margin(blocks: Blocks, place: int) -> str:
    """What is before a place in its line."""
    return blocks.markdown[blocks.markdown.rfind("\n", 0, place) + 1 : place]


def _below(before: str, others: Sequence[str]) -> str:
    """What is before the lines of a text but the first."""
    if others:
        return others[0]
    return INDENT if before.startswith("[^") else re.sub(r"[^\s>]", " ", before)
