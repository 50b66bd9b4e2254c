"""The sentences of a page, as a reader meets them, each with the line it begins on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .markdown.typed_blocks import CITED, Block, Blocks

END = re.compile(r"(?<=[.!?…؟۔])[”’»\")]*\s+(?=[“‘«¿¡\"(]*[^\W_a-zß-öø-ÿα-ωа-я]|[“‘«¿¡\"(]*\*)")
"""The next one begins with a capital, a figure, or in letters that have no capitals."""


@dataclass(frozen=True)
class Sentence:
    """Words without Markdown, the line from 1 on which they begin, and how many citations are among them."""

    text: str
    line: int
    citations: int

    @property
    def cites(self) -> bool:
        """Whether it says on what it rests."""
        return self.citations > 0


def sentences(blocks: Blocks, lines_before: int = 0) -> list[Sentence]:
    """The sentences of some Markdown; headings, titles, tables, code and HTML have none."""
    texts = (block for block in blocks.all if block.kind == "text")
    return [sentence for block in texts for sentence in sentences_of(block, blocks, lines_before)]


def sentences_of(block: Block, blocks: Blocks, lines_before: int = 0) -> list[Sentence]:
    """The sentences of one of some blocks."""
    return list(_split(blocks.line(block.start) + lines_before, block.words))


def _split(start: int, text: str) -> Iterator[Sentence]:
    begin = 0
    for end in [*(match.end() for match in END.finditer(text)), len(text)]:
        piece = text[begin:end]
        line = start + text.count("\n", 0, begin) + len(piece) - len(piece.lstrip("\n"))
        begin = end
        if words := " ".join(piece.replace(CITED, "").split()):
            yield Sentence(words, line, piece.count(CITED))
