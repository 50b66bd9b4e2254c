"""A page without links to what a copy leaves out."""

import re
from collections.abc import Iterable, Sequence

from ..guide.links import Link, links_in
from ..guide.markdown.block_reader import read_blocks
from ..guide.markdown.typed_blocks import Block, Piece
from .removal import Removed
from .removed_parts import without_parts_about

DOT = "·"
"""What divides the parts of a row."""
LEAD = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)*(?:[^\[·]*[:?]\s+(?=[*_]*\[))?")
"""What a row begins with: the sign of its list item, and the words of which its links speak, such as “Loud:”."""

LOOKS = re.compile(r"\{:[^}\n]*\}")
"""What a link looks like, such as a door, written right after it."""


def drop_links(markdown: str, page: str, removed: Removed) -> str:
    """A page without links to what is removed.

    A list item that leads nowhere else goes altogether, and so do a part of a row with dots between its parts and a
    door, which is a link with looks of its own and nothing beside it. Elsewhere the words stay, without the looks. A
    part about a section that is removed goes with it.
    """
    markdown = without_parts_about(markdown, removed.sections)
    blocks = read_blocks(markdown)
    missing = {link.piece: link for link in links_in(blocks, page) if removed.what_is_gone(link)}
    if not missing:
        return markdown
    kept = [piece.start for piece in blocks.pieces("link", "image") if piece not in missing]
    edits: list[tuple[int, int, str]] = []
    went = 0
    for block in blocks.all:
        gone = [missing[piece] for piece in block.pieces if piece in missing]
        if not gone or block.start < went:
            continue
        item = next((one for one in reversed(block.inside) if one.kind == "list item"), None)
        if item and not any(item.start <= start < item.end for start in kept):
            edits.append((item.start, item.end, ""))
            went = item.end
        else:
            edits += (item and _without_parts(markdown, block, gone)) or _words_alone(markdown, block, gone)
    return blocks.with_edits(edits)


def _without_parts(markdown: str, block: Block, gone: Sequence[Link]) -> list[tuple[int, int, str]]:
    """Edits of a row of parts with dots between them: parts that lead nowhere else go with the dots before them.

    None at all if it is no such row, or if nothing would be left of it.
    """
    places = [match.start() for match in re.finditer(DOT, markdown[block.start : block.end])]
    dots = [at for at in (block.start + place for place in places) if not _is_within(at, block.pieces)]
    lead = LEAD.match(markdown, block.start)
    assert lead
    ends = [*dots, block.end]
    parts = list(zip([lead.end(), *(dot + len(DOT) for dot in dots)], ends, strict=True))
    others = [piece for piece in block.pieces if piece not in {link.piece for link in gone}]
    without = [part for part in parts if _has(part, [link.piece for link in gone]) and not _has(part, others)]
    left = [part for part in parts if part not in without]
    if not dots or not left:
        return []
    text = ""
    for start, end in left:
        if text:  # the spaces around its dot come along
            before = next(one for one in reversed(parts) if one[1] < start)
            text += _spaces_at_end(markdown[slice(*before)]) + DOT
        words = _edited(markdown, start, end, gone)
        text += words.rstrip() if text else words.strip()
    return [(lead.end(), block.end, text + _spaces_at_end(markdown[lead.end() : block.end]))]


def _edited(markdown: str, start: int, end: int, gone: Iterable[Link]) -> str:
    """A part of a page with the words of links in their place."""
    text = ""
    for link in gone:
        if start <= link.piece.start < end:
            text += markdown[start : link.piece.start] + words_of(link)
            start = end_of_looks(markdown, link)
    return text + markdown[start:end]


def _words_alone(markdown: str, block: Block, gone: Sequence[Link]) -> list[tuple[int, int, str]]:
    """Edits that put the words of links in their place, or take a door away."""
    ends = [end_of_looks(markdown, link) for link in gone]
    start, end = gone[0].piece.start, ends[0]
    if end > gone[0].piece.end and not (markdown[block.start : start] + markdown[end : block.end]).strip():
        return [(block.start, block.end, "")]
    return [(link.piece.start, end, words_of(link)) for link, end in zip(gone, ends, strict=True)]


def end_of_looks(markdown: str, link: Link) -> int:
    """Where a link ends in a page, with what says how it looks."""
    looks = LOOKS.match(markdown, link.piece.end)
    return looks.end() if looks else link.piece.end


def _has(part: tuple[int, int], pieces: Iterable[Piece]) -> bool:
    """Whether one of some links or pictures begins in a part of a page."""
    return any(part[0] <= piece.start < part[1] for piece in pieces if piece.kind in ("link", "image"))


def _is_within(at: int, pieces: Iterable[Piece]) -> bool:
    return any(piece.start <= at < piece.end for piece in pieces)


def _spaces_at_end(text: str) -> str:
    return text[len(text.rstrip()) :]


def words_of(link: Link) -> str:
    """What stays of a link: its words as they are written, or the text of a picture."""
    source = link.piece.source
    return source[1 : source.rindex("](")] if link.piece.kind == "link" and "](" in source else link.piece.words
