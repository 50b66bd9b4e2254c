"""Where the links of a page lead: to a page, to a place in it, to a file beside it, or out of the guide."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from .markdown.typed_blocks import Blocks, Piece


@dataclass(frozen=True)
class Link:
    """A link or picture that leads to something of the guide.

    `file` is what its page calls the file, empty for a place in the page itself; `path` is that file in `docs/`;
    `anchor` is the place in it, if one is named.
    """

    piece: Piece
    file: str
    path: str
    anchor: str

    @property
    def words(self) -> str:
        """What a reader sees of it."""
        return " ".join(self.piece.words.split()) or self.piece.target


def links_in(blocks: Blocks, page: str) -> Iterator[Link]:
    """The links and pictures of a page, given its path in `docs/`, that lead to something of the guide."""
    for piece in blocks.pieces("link", "image"):
        try:
            address = urlsplit(piece.target.strip())
        except ValueError:  # such as a bracket in the name of a host, which is none of the guide's
            continue
        if address.scheme or address.netloc:
            continue
        file = unquote(address.path)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), file)) if file else page
        yield Link(piece, file, path, unquote(address.fragment))
