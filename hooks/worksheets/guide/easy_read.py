"""Easy Read pages: one idea at a time in short sentences, each idea with a picture at its left."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from ..authoring.problems import Problem
from ..authoring.words import SOURCE
from .guide_settings import EasyRead
from .language_rules import LanguageRules
from .markdown.block_reader import read_blocks
from .markdown.typed_blocks import Block
from .page import Page
from .readability import grade
from .sentences import sentences_of
from .whole_guide import Guide

PICTURE = "<!-- drawing: name -->"
HARD_BREAK = "  "
"""What keeps a line where it ends, in Markdown."""
END_OF_LINE = re.compile(r"\n(?=[^\n]*\S)")


def one_idea_at_a_time(guide: Guide, language: str, rules: LanguageRules) -> Iterator[Problem]:
    """Who needs Easy Read finds a picture beside all words, and one short sentence on each line."""
    wanted = guide.settings.easy_read
    for page in guide.pages:
        if wanted and page.language == language and wanted.holds(page.path):
            yield from _pictures(page)
            for block in page.blocks.all:
                yield from _many_words(page, block, wanted) if block.kind == "text" else ()
            yield from _hard(page, wanted) if language == SOURCE else ()


def with_lines(markdown: str) -> str:
    """The Markdown of an Easy Read page with its lines where the author ended them."""
    blocks = read_blocks(markdown)
    texts = [block for block in blocks.all if block.kind == "text"]
    ends = (match for block in texts for match in END_OF_LINE.finditer(markdown, block.start, block.end))
    return blocks.with_edits([(match.start(), match.start(), HARD_BREAK) for match in ends])


def _pictures(page: Page) -> Iterator[Problem]:
    """Each idea is a paragraph, a list or a box right below the marker of its picture."""
    drawn = {marker.line for marker in page.markers if marker.word == "drawing"}
    ideas = [next(blocks) for _, blocks in groupby(page.blocks.all, _idea)]
    for above, first in pairwise([None, *ideas, None]):
        line = page.line(above.start) if above else 0
        if line in drawn and not (first and _has_words(first)):
            write = "Write them on the next line, or take the picture away."
            yield Problem(page.file, line, "", "This picture has no words beside it.", write)
        if first and _has_words(first) and line not in drawn:
            write = f"Write `{PICTURE}` on the line above them, with a name from pictures/easy-read/."
            yield Problem(page.file, page.line(first.start), "", "These words have no picture.", write)


def _has_words(block: Block) -> bool:
    return block.kind not in ("heading", "html")


def _idea(block: Block) -> tuple[str, int]:
    """What the block is a part of: all items of a list are one idea, and so is all that is in a box."""
    outer = block.inside[0] if block.inside else block
    return outer.kind, 0 if outer.kind == "list item" else outer.start


def _many_words(page: Page, block: Block, wanted: EasyRead) -> Iterator[Problem]:
    found = sentences_of(block, page.blocks, page.lines_before)
    first, lines = page.line(block.start), block.words.strip().count("\n") + 1
    if len(found) > wanted.most_sentences:
        wrong = f"There are {len(found)} sentences beside one picture."
        yield Problem(page.file, first, "", wrong, f"Let at most {wanted.most_sentences} stand there: one idea.")
    if len({sentence.line for sentence in found}) != lines or len(found) != lines:
        write = "Begin each sentence on a line of its own, and end it there."
        yield Problem(page.file, first, "", "These lines are not one sentence each.", write)
    for sentence in found:
        if (words := len(sentence.text.split())) > wanted.most_words:
            wrong = f"This sentence has {words} words."
            yield Problem(page.file, sentence.line, "", wrong, f"Use at most {wanted.most_words}, or make two of it.")


def _hard(page: Page, wanted: EasyRead) -> Iterator[Problem]:
    found = grade(sentence.text for sentence in page.sentences)
    if found > wanted.hardest:
        wrong = f"The Flesch–Kincaid grade of this Easy Read page is {found:.1f}."
        yield Problem(page.file, 1, "", wrong, f"Get below {wanted.hardest}, with shorter sentences or words.")
