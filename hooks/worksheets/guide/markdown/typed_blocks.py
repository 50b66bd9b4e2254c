"""The Markdown of a page as typed blocks: each with its place, its words, and what is among them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

CITED = "\ufffc"
"""What replaces a citation among words: the character for an object that is not text."""

BlockKind = Literal["heading", "text", "title", "cell", "code", "html"]
PieceKind = Literal["code", "comment", "citation", "nearly_citation", "link", "image", "html"]
ContainerKind = Literal["list item", "box", "definition", "footnote", "quotation", "table"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Something among words, by where it begins and ends in the Markdown.

    `source` is how it is written, `words` what a reader sees of it; `target` is the address of a link or a picture.
    """

    kind: PieceKind
    start: int
    end: int
    source: str
    words: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Container:
    """A list item, box or the like, by where it begins and ends in the Markdown."""

    kind: ContainerKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, the title of a box, a cell of a table, code or HTML.

    `start` and `end` are its place in the Markdown; `inside` is what it is in, outermost first; `words` is its text
    without marks, in the same lines; `level` is that of a heading, 1 to 6; `info` is what follows the fence of code, or
    None if it has no fence; `fault` is what is wrong with that fence. `lines` are the places in the Markdown of
    the lines of its text, without what is around them; code and HTML have none, nor has a cell that hides a bar.
    """

    kind: BlockKind
    start: int
    end: int
    inside: tuple[Container, ...]
    words: str = ""
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    info: str | None = None
    fault: str = ""
    lines: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Blocks:
    """All blocks of some Markdown, in order."""

    markdown: str
    all: tuple[Block, ...]
    line_starts: tuple[int, ...]

    def line(self, offset: int) -> int:
        """The line, from 1, of a place in the Markdown."""
        return bisect_right(self.line_starts, offset)

    def line_text(self, offset: int) -> str:
        """The whole line around a place in the Markdown."""
        line = self.line(offset)
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.markdown)
        return self.markdown[self.line_starts[line - 1] : end]

    def pieces(self, *kinds: PieceKind) -> Iterator[Piece]:
        """All pieces of some kinds, in order."""
        return (piece for block in self.all for piece in block.pieces if piece.kind in kinds)

    def headings(self) -> Iterator[Block]:
        """All headings, in order."""
        return (block for block in self.all if block.kind == "heading")

    def with_edits(self, edits: Sequence[tuple[int, int, str]]) -> str:
        """The Markdown with some places, none inside another, replaced."""
        pieces: list[str] = []
        end = 0
        for start, stop, text in sorted(edits):
            pieces += [self.markdown[end:start], text]
            end = stop
        return "".join([*pieces, self.markdown[end:]])
