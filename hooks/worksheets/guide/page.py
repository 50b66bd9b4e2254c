"""A page as an author writes it: front matter, then Markdown with markers and citations. It is read once, here."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..authoring.problems import Problem
from ..authoring.source_files import Source
from ..authoring.text_file import read_text
from ..authoring.text_types import unseen
from ..authoring.words import SOURCE
from .citations import read_citations
from .front_matter import FrontMatter, read_front_matter, split_front_matter
from .links import Link, links_in
from .markdown.block_reader import read_blocks
from .markdown.typed_blocks import Blocks
from .markers import Marker, read_markers
from .outline import broken_outline
from .seen_marks import seen_marks
from .sentences import Sentence, sentences
from .stray_marks import stray_marks

CODE_FAULTS = {
    "never ends": "Close it with the same fence, indented as far as the first.",
    "has more than a language after its fence": "Write only the language, such as ```yaml.",
    "is not indented like its fence": "Indent all of its lines at least as far as its fence.",
    "begins beside something else": "Begin it on a line of its own.",
}


@dataclass(frozen=True)
class Page:
    """A page of the guide. `path` is relative to `docs/`; `citations` holds (key, line)."""

    path: str
    file: str
    front_matter: FrontMatter | None
    blocks: Blocks
    lines_before: int
    """How many lines the front matter takes."""
    markers: tuple[Marker, ...]
    citations: tuple[tuple[str, int], ...]
    language: str = SOURCE
    own: bool = False
    """Whether it is a clinic's: added, or in the place of one of the guide's."""

    @property
    def body(self) -> str:
        """The Markdown, without the front matter."""
        return self.blocks.markdown

    @property
    def meta(self) -> dict[str, Any]:
        """The checked front matter by its keys, for a host that would read it by other rules."""
        return self.front_matter.model_dump(exclude_none=True) if self.front_matter else {}

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences, each with its line in the file."""
        return sentences(self.blocks, self.lines_before)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Its links and pictures that lead to something of the guide."""
        return tuple(links_in(self.blocks, self.path))

    def line(self, offset: int) -> int:
        """The line in the file, from 1, of a place in the body."""
        return self.blocks.line(offset) + self.lines_before


def read_page(source: Source, name: str) -> tuple[Page, list[Problem]]:
    """Read the page that is called `name` in `docs/`. With problems, it holds what could be read."""
    file, own = source.file, source.own
    text = read_text(source.path, file)
    if isinstance(text, Problem):
        return Page(name, file, None, read_blocks(""), 0, (), (), source.language, own), [text]
    parts = split_front_matter(text)
    front_matter, problems = read_front_matter(parts, file)
    blocks = read_blocks(parts.body)
    markers, found = read_markers(blocks, file, parts.lines_before)
    citations, more = read_citations(blocks, file, parts.lines_before)
    source = source.said_to_be(front_matter.language if front_matter else None)
    page = Page(name, file, front_matter, blocks, parts.lines_before, markers, citations, source.language, own)
    return page, [
        *problems,
        *source.unknown_language(front_matter.language if front_matter else None, text),
        *found,
        *more,
        *_unclear_blocks(page),
        *seen_marks(blocks, file, parts.lines_before),
        *stray_marks(blocks, file, parts.lines_before),
        *_unseen_characters(page),
        *broken_outline(blocks, front_matter, file, parts.lines_before),
    ]


def _unseen_characters(page: Page) -> Iterator[Problem]:
    """What nobody sees is not published: it came with something that was copied, and may change how words read."""
    for number, text in enumerate(page.body.split("\n"), page.lines_before + 1):
        for _, character in unseen(text):
            yield Problem(page.file, number, "", f"The character U+{ord(character):04X} cannot be seen.", "Remove it.")


def _unclear_blocks(page: Page) -> Iterator[Problem]:
    """Code and HTML end where whoever reads the page would think."""
    for block in page.blocks.all:
        if block.fault:
            line, first = page.line(block.start), page.blocks.line_text(block.start).strip()
            what, write = "code block", CODE_FAULTS[block.fault]
            if block.kind == "html":
                what, write = "HTML", "Close it with the same tag, or take it out."
            yield Problem(page.file, line, first, f"This {what} {block.fault}.", write)
