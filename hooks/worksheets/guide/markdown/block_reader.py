"""Reads Markdown into typed blocks."""

import pickle
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from ...cache import cached
from . import syntax_rules as rules
from .page_parser import parser
from .typed_blocks import CITED, Block, BlockKind, Blocks, Container, ContainerKind, Piece, PieceKind

ATTRIBUTES = re.compile(r" {0,9}\{:[^{}\n]*\}")
ATTRIBUTES_OF_HEADING = re.compile(r" {1,9}\{:?[^{}\n]*\} *$")
"""Those at the end of a heading need no colon."""
IN_HTML = re.compile(
    r"<(?P<heading>h[1-6])\b[^<>]*>(?P<title>.{0,400}?)</(?P=heading)>"
    r"|<a\b[^<>]*?\bhref=[\"'](?P<link>[^\"'<>]*)"
    r"|<img\b[^<>]*?\bsrc=[\"'](?P<image>[^\"'<>]*)"
    rf"|(?P<citation>{rules.CITATION.pattern})",
    re.DOTALL | re.IGNORECASE,
)
FURTHEST = 1000
"""How far, in characters, bars that are escaped in a cell can shift what follows them."""
TAG = re.compile(r"<[^<>]*>")

CONTAINERS: dict[str, ContainerKind] = {
    "list_item": "list item", "box": "box", "definition": "definition", "footnote": "footnote",
    "blockquote": "quotation", "table": "table",
}  # fmt: skip
TEXTS: dict[str, BlockKind] = {
    "heading_open": "heading",
    "paragraph_open": "text",
    "th_open": "cell",
    "td_open": "cell",
}


@lru_cache(maxsize=512)  # the build asks for the same pages as the check before it
def read_blocks(markdown: str) -> Blocks:
    """Read some Markdown, without front matter. What was read once is cached, for it takes as long as to render it."""
    starts = (0, *(place + 1 for place, character in enumerate(markdown) if character == "\n"))

    def read() -> bytes:
        return pickle.dumps(tuple(_Reader(markdown, starts).blocks()))

    return Blocks(markdown, pickle.loads(cached(["blocks", markdown], read)), starts)


class _Reader:
    """Makes blocks of the parser's tokens, which know lines but not where in them."""

    def __init__(self, markdown: str, starts: Sequence[int]) -> None:
        self.markdown = markdown
        self.starts = starts
        self.inside: list[Container] = []
        self.cell_end = 0

    def blocks(self) -> Iterator[Block]:
        tokens = parser().parse(self.markdown)
        for before, token in pairwise([Token("", "", 0), *tokens]):
            if kind := CONTAINERS.get(token.type.removesuffix("_open")):
                self.inside.append(Container(kind, *self._lines(token)))
            elif token.type.removesuffix("_close") in CONTAINERS:
                self.inside.pop()
            elif token.type == "inline":
                yield self._text(token, before)
            elif token.type in ("fence", "code_block"):
                info = token.info if token.type == "fence" else None
                yield self._block("code", token, info=info, fault=token.meta.get("fault", ""))
            elif token.type == "html_block":
                yield from self._html(token)

    def _block(self, kind: BlockKind, token: Token, **values: Any) -> Block:
        return Block(kind, *self._lines(token), tuple(self.inside), **values)

    def _lines(self, token: Token) -> tuple[int, int]:
        """Where the lines of a token begin and end, without empty ones after it."""
        first, after = token.map or (0, 0)
        start = self.starts[first]
        end = self.starts[after] if after < len(self.starts) else len(self.markdown)
        written = self.markdown[start:end].rstrip()
        return start, min(end, start + len(written) + 1)

    def _text(self, token: Token, before: Token) -> Block:
        kind = TEXTS.get(before.type, "title")
        places = _Places(self.markdown, self.starts, token, self.cell_end if kind == "cell" else None)
        self.cell_end = places.end
        words, pieces = _read_text(token, places)
        level = int(before.tag[1]) if kind == "heading" else 0
        words = ATTRIBUTES_OF_HEADING.sub("", words) if level else words
        return self._block(kind, token, words=words, pieces=pieces, level=level, lines=places.of_lines(token.content))

    def _html(self, token: Token) -> Iterator[Block]:
        start, end = self._lines(token)
        html = self.markdown[start:end]
        comments = list(_comments(html, start))
        html = _blanked(html, start, comments)
        pieces = [*comments]
        for found in IN_HTML.finditer(html):
            at = start + found.start(), start + found.end()
            if found["heading"]:
                words = " ".join(TAG.sub("", found["title"]).split())
                yield Block("heading", *at, tuple(self.inside), words, level=int(found["heading"][1]))
            elif found["citation"]:
                pieces.append(Piece("citation", *at, found[0]))
            elif found["link"] is not None:
                pieces.append(Piece("link", *at, found[0], target=found["link"]))
            else:
                pieces.append(Piece("image", *at, found[0], target=found["image"]))
        in_order = tuple(sorted(pieces, key=lambda piece: piece.start))
        yield self._block("html", token, pieces=in_order, fault=token.meta.get("fault", ""))


class _Places:
    """Where in the Markdown the characters of one text are: its lines, without what is around them."""

    def __init__(self, markdown: str, starts: Sequence[int], token: Token, after: int | None) -> None:
        self.markdown = markdown
        self.lines: list[tuple[int, int]] = []
        first = (token.map or [0])[0]
        offset = 0
        for number, text in enumerate(token.content.split("\n"), first):
            start = starts[number]
            end = starts[number + 1] - 1 if number + 1 < len(starts) else len(markdown)
            place = markdown.rfind(text, start, end) if after is None else markdown.find(text, max(after, start), end)
            self.lines.append((offset, place if place >= 0 else start))
            offset += len(text) + 1
        self.end = self.lines[-1][1] + len(token.content.rpartition("\n")[2])

    def of(self, offset: int) -> int:
        """The place in the Markdown of a character of the text."""
        within, place = self.lines[bisect_right(self.lines, offset, key=lambda line: line[0]) - 1]
        return place + offset - within

    def of_lines(self, content: str) -> tuple[tuple[int, int], ...]:
        """Where each line of the text begins and ends; nothing if one is not written as it reads."""
        lines = content.split("\n")
        found = tuple((place, place + len(text)) for (_, place), text in zip(self.lines, lines, strict=True))
        return found if [self.markdown[start:end] for start, end in found] == lines else ()

    def span(self, start: int, end: int, source: str) -> tuple[int, int]:
        """The place of a stretch of the text. In a cell, bars that are escaped shift what follows them."""
        begin, stop = self.of(start), self.of(end - 1) + 1
        shift = max(0, self.markdown.find(source.partition("\n")[0], begin, begin + FURTHEST) - begin)
        return begin + shift, stop + shift


def _read_text(token: Token, places: _Places) -> tuple[str, tuple[Piece, ...]]:
    """The words of a text, line by line, and the pieces among them."""
    words: list[str] = []
    pieces: list[Piece] = []
    links: list[tuple[int, Token]] = []

    def piece(kind: PieceKind, child: Token, shown: str = "", target: object = "") -> str:
        first, after = child.meta["at"]
        source = token.content[first:after]
        pieces.append(Piece(kind, *places.span(first, after, source), source, shown, str(target)))
        return "\n" * (source.count("\n") - shown.count("\n"))

    for child in token.children or ():
        match child.type:
            case "softbreak" | "hardbreak":
                words.append("\n")
            case "code_inline":
                words.append(piece("code", child))
            case "citation":
                words.append(CITED + piece("citation", child))
            case "nearly_citation":
                words.append(piece("nearly_citation", child))
            case "html_inline":
                target = IN_HTML.match(child.content)
                kind: PieceKind = "comment" if child.content.startswith("<!--") else "html"
                if target and target["link"] is not None:
                    kind = "link"
                words.append(piece(kind, child, target=(target and (target["link"] or target["image"])) or ""))
            case "image":
                words += [child.content, piece("image", child, child.content, child.attrs["src"])]
            case "link_open":
                links.append((len(words), child))
            case "link_close":
                first, opening = links.pop()
                shown = "".join(words[first:])
                words.append(piece("link", opening, shown, opening.attrs["href"]))
            case _:
                words.append(child.content)
    pieces.sort(key=lambda one: one.start)
    return ATTRIBUTES.sub("", "".join(words)), tuple(pieces)


def _blanked(html: str, offset: int, comments: Iterable[Piece]) -> str:
    """The HTML with spaces in the place of its comments."""
    shown: list[str] = []
    end = offset
    for comment in comments:
        shown += [html[end - offset : comment.start - offset], " " * len(comment.source)]
        end = comment.end
    return "".join([*shown, html[end - offset :]])


def _comments(html: str, offset: int) -> Iterator[Piece]:
    start = html.find("<!--")
    while start >= 0 and (end := html.find("-->", start + 4)) >= 0:
        end += len("-->")
        yield Piece("comment", offset + start, offset + end, html[start:end])
        start = html.find("<!--", end)
