"""Prose as plain values: paragraphs and items of lists, each a row of words that are set alike."""

from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from typing import Literal

from .text_types import prose

ListOf = Literal["", "bullet", "number"]
LISTS: dict[str, ListOf] = {"ul": "bullet", "ol": "number"}
STRONG, EMPHASIS = "strong", "em"


@dataclass(frozen=True)
class Run:
    """Some words that are set alike."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True)
class ProseBlock:
    """One paragraph. In a list, `item` says of what kind that is and `level` how deep it is inside others, from 1.

    Of an item with several paragraphs the first has the mark. `starts` is true of the first item of a list.
    """

    runs: tuple[Run, ...]
    item: ListOf = ""
    level: int = 0
    starts: bool = False


@lru_cache(maxsize=4096)  # an exercise is in a document of its own and in that of its section
def prose_blocks(text: str) -> tuple[ProseBlock, ...]:
    """The paragraphs of a prose text, in the order of the page. They are read from what a page shows of it."""
    reader = _Reader()
    reader.feed(prose(text))
    reader.close()
    return tuple(reader.blocks)


class _Reader(HTMLParser):
    """Reads the few elements that `prose` writes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[ProseBlock] = []
        self.runs: list[Run] = []
        self.lists: list[ListOf] = []
        self.marks: set[str] = set()
        self.mark_due = self.list_begins = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a paragraph, a list, an item, or words that are set otherwise."""
        if tag in LISTS:
            self._end_paragraph()
            self.lists.append(LISTS[tag])
            self.list_begins = True
        elif tag == "li":
            self._end_paragraph()
            self.mark_due = True
        elif tag == "br":
            self._end_paragraph()
        elif tag in (STRONG, EMPHASIS):
            self.marks.add(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag in ("p", "li"):
            self._end_paragraph()
        elif tag in LISTS:
            self._end_paragraph()
            self.lists.pop()
        elif tag in (STRONG, EMPHASIS):
            self.marks.discard(tag)

    def handle_data(self, data: str) -> None:
        """Take in words, with one blank for any white space."""
        text = " ".join(f"|{data}|".split())[1:-1]
        text = text if self.runs else text.lstrip()
        if text:
            self.runs.append(Run(text, STRONG in self.marks, EMPHASIS in self.marks))

    def _end_paragraph(self) -> None:
        runs, self.runs = _trimmed(self.runs), []
        if runs:
            item = self.lists[-1] if self.lists and self.mark_due else ""
            self.blocks.append(ProseBlock(runs, item, len(self.lists), bool(item) and self.list_begins))
            self.list_begins = self.list_begins and not item
            self.mark_due = False


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """The runs of a paragraph without the blank at its end."""
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    if not runs:
        return ()
    last = runs[-1]
    return (*runs[:-1], Run(last.text.rstrip(), last.strong, last.emphasis))
