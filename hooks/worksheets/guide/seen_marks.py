"""Marks of boxes, tables, notes and links that are almost right: readers would see them, or miss what they hold."""

import re
from collections.abc import Iterator

from ..authoring.problems import Problem
from ..authoring.visible_marks import UNFINISHED, UNREAD, unread_marks, what_to_write
from .markdown.line_rules import INDENT
from .markdown.typed_blocks import Block, Blocks

NO_BOX = re.compile(r"^ *(?:!{2,4} ?[A-Za-z]|! [a-z]+ [\"'“]|\?{3}\+? ?[A-Za-z]|:{3} ?[A-Za-z]).*$", re.MULTILINE)
"""What begins like a box, here or in other kinds of Markdown."""

BOX = re.compile(r'^( *)!!! ?[\w-]+(?: +[\w-]+)*(?: +".*?")? *$', re.MULTILINE)
NEXT_LINE = re.compile(r"[ \n]*?\n( *)(?=\S)")
BAR_TO_BAR = re.compile(r"^ *\|.*\| *$", re.MULTILINE)

ADDRESS = r"[\w./#-]*(?:\.md|\.html|\.pdf|//)"
MARKS = re.compile(rf"{UNREAD.pattern}|\] \((?={ADDRESS})|\)\[(?={ADDRESS})|(?<=\w)\]\[(?=\w)", re.MULTILINE)
"""What is no mark here, or is not closed, or has a space too many."""

SPACED = re.compile(r"\]\(([^()<>\"'\n]*[^()<>\"'\s]\s[^()<>\"'\n]*)\)")
"""An address with a space in it, which some programs read as a link, and ours as words."""

NOTE = re.compile(r"\[\^[^\]\s]+\]")
ESCAPED_NOTE = re.compile(rf"\\({NOTE.pattern})")
NO_CELL = re.compile(r"`[^`]*`|\\\||^ *\||\| *$")


def seen_marks(blocks: Blocks, file: str, lines_before: int) -> Iterator[Problem]:
    """All of them; `lines_before` come before the Markdown in the file."""

    def problem(line: int, place: str, wrong: str, write: str) -> Problem:
        return Problem(file, line + lines_before, place, wrong, write)

    for block in blocks.all:
        if block.kind in ("code", "html"):
            continue
        first = blocks.line(block.start)
        for line, mark in dict.fromkeys(_unread(block, blocks.markdown)):
            wrong = f"Markdown does not take “{mark}” here for a mark, so readers would see it."
            write = "Write it as the guide’s other pages do, or put a backslash before it."
            if mark == "](" and (spaced := SPACED.search(blocks.markdown, block.start, block.end)):
                wrong, write = f"“{spaced[1]}” has a space in it.", "Write `%20` for each space."
            yield problem(first + line, "", wrong, what_to_write(mark, write))
        for line, word in _with_lines(UNFINISHED, block):
            wrong = f"“{word}” says that this is not finished, and readers would see it."
            yield problem(
                first + line, "", wrong, "Write what they should read, or put it into a comment, `<!-- … -->`."
            )
        for line, box in _no_boxes(block):
            wrong = "This begins no box, so readers would see its signs."
            write = 'Write `!!! stop "Title"`, and indent the rest by four.'
            yield problem(first + line, box.strip(), wrong, write)
        if block.kind == "text" and (row := BAR_TO_BAR.search(block.words)):
            wrong = "This is no table, so readers would see its bars."
            write = "Put an empty line above it, and a line of as many `---` below its first row."
            yield problem(first + block.words.count("\n", 0, row.start()), row[0].strip(), wrong, write)
        for link in block.pieces:
            if link.kind == "link" and link.source.startswith("[]("):
                wrong = "This link has no words, so nobody can follow it."
                yield problem(blocks.line(link.start), link.source, wrong, "Write some in its brackets.")
    for line, place, wrong, write in (*_empty_boxes(blocks), *_lost_cells(blocks), *_lost_notes(blocks)):
        yield problem(line, place, wrong, write)


Mistake = tuple[int, str, str, str]
"""The line, what is there, what is wrong, and what to write."""


def _unread(block: Block, markdown: str) -> Iterator[tuple[int, str]]:
    """Marks among the words that have no backslash before them, each with its line of the block, from 0."""
    for found in unread_marks(block.words, markdown[block.start : block.end], MARKS):
        if found[0] == "`" and block.kind == "cell":  # code with a bar in it, which is read as two cells here
            continue
        yield block.words.count("\n", 0, found.start()), found[0]


def _no_boxes(block: Block) -> Iterator[tuple[int, str]]:
    """Lines that begin no box; in a list a whole one is read as words here, and written as a box."""
    for line, found in _with_lines(NO_BOX, block) if block.kind == "text" else ():
        if not (block.inside and BOX.fullmatch(found)):
            yield line, found


def _empty_boxes(blocks: Blocks) -> Iterator[Mistake]:
    code = [range(blocks.line(block.start), blocks.line(block.end)) for block in blocks.all if block.kind == "code"]
    in_code = {line for lines in code for line in lines}
    for box in BOX.finditer(blocks.markdown):
        line, below = blocks.line(box.start()), NEXT_LINE.match(blocks.markdown, box.end())
        if line not in in_code and (below is None or len(below[1]) < len(box[1]) + INDENT):
            wrong = "There is nothing in this box."
            yield line, box[0].strip(), wrong, "Indent what belongs into it by four spaces."


def _lost_cells(blocks: Blocks) -> Iterator[Mistake]:
    """Rows with more cells than the first one, which Markdown leaves out."""
    starts = {block.inside[-1].start: block.inside[-1] for block in blocks.all if block.kind == "cell"}
    for table in starts.values():
        rows = blocks.markdown[table.start : table.end].split("\n")
        for number, row in enumerate(rows):
            if _cells(row) > _cells(rows[0]):
                wrong = "This row has more cells than the first has, and readers would not see them."
                write = "Put a backslash before a bar that is meant as one, or add a column."
                yield blocks.line(table.start) + number, row.strip(), wrong, write


def _cells(row: str) -> int:
    return NO_CELL.sub("", row).count("|") + 1


def _lost_notes(blocks: Blocks) -> Iterator[Mistake]:
    """Notes that are not there, and notes to which nothing leads."""
    said = {(place, name) for block in blocks.all for place, name in _names(block, blocks)}
    given = {
        match[0]: one.start
        for block in blocks.all
        for one in block.inside
        if one.kind == "footnote" and (match := NOTE.match(blocks.markdown[one.start :].lstrip()))
    }
    for line, name in sorted(said):
        if name not in given:
            wrong = f"This note is not on the page, so readers would see `{name}`."
            yield line, name, wrong, f"Add `{name}: …` below."
    for name in given.keys() - {name for _, name in said}:
        wrong = "Nothing on the page leads to this note."
        yield blocks.line(given[name]), name, wrong, f"Write `{name}` where it belongs, or take it out."


def _names(block: Block, blocks: Blocks) -> Iterator[tuple[int, str]]:
    escaped = set(ESCAPED_NOTE.findall(blocks.markdown[block.start : block.end]))
    first = blocks.line(block.start)
    yield from ((first + line, name) for line, name in _with_lines(NOTE, block) if name not in escaped)


def _with_lines(sought: re.Pattern[str], block: Block) -> Iterator[tuple[int, str]]:
    """What is found among the words of a block, each with its line, from 0."""
    line = end = 0
    for found in sought.finditer(block.words):
        line, end = line + block.words.count("\n", end, found.start()), found.start()
        yield line, found[0]
