"""Citations: keys in brackets, such as `[@gordon2016understanding; @reis2004perceived]`."""

from collections.abc import Callable

from ..authoring.problems import Problem
from .markdown.block_reader import read_blocks
from .markdown.typed_blocks import Blocks, Piece
from .markers import set_apart


def read_citations(blocks: Blocks, file: str, lines_before: int) -> tuple[tuple[tuple[str, int], ...], list[Problem]]:
    """The keys that a page cites, each with its line, and what only looks like a citation."""
    cited_keys = [
        (key, blocks.line(piece.start) + lines_before) for piece in blocks.pieces("citation") for key in keys_of(piece)
    ]
    problems = [
        Problem(
            file,
            blocks.line(piece.start) + lines_before,
            " ".join(piece.source.split()),
            "This is not a citation.",
            "Write `[@key]`, or `[@key; @other]` for several.",
        )
        for piece in blocks.pieces("nearly_citation")
    ]
    return tuple(cited_keys), problems


def cited(markdown: str, citation: Callable[[list[str]], str]) -> str:
    """The Markdown with each citation replaced by what the function returns for its keys, and its markers set apart."""
    blocks = read_blocks(markdown)
    replaced = [(piece.start, piece.end, citation(keys_of(piece))) for piece in blocks.pieces("citation")]
    return blocks.with_edits([*replaced, *set_apart(blocks)])


def keys_of(piece: Piece) -> list[str]:
    """The keys in one citation, in the order of the author."""
    return [key.strip().removeprefix("@") for key in piece.source.strip("[]").split(";")]
