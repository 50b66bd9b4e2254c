"""All that readers read in one language, by where it stands: pages for readers, exercises and packs."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..authoring.words import SOURCE
from ..authoring.yaml_document import Document, Trail
from .markdown.typed_blocks import CITED
from .page import Page
from .whole_guide import Guide

KEYS = {"id", "kind", "for", "alone", "go", "outcome"}
NAMES_OF_OTHERS = {"evidence", "of", "exercises", "pages", "situations", "skip-if-done"}
"""The values of these keys of an exercise or a pack are not prose."""


@dataclass(frozen=True)
class Text:
    """Some words, and where they stand: a file, a line and a place in it, as problems name them."""

    file: str
    line: int
    place: str
    words: str


def readers_pages(guide: Guide) -> list[Page]:
    """The pages that speak to readers and not to authors or clinics."""
    return [page for page in guide.pages if page.front_matter and page.front_matter.is_for_readers]


def headings(page: Page) -> Iterator[tuple[int, int, str]]:
    """Line, level and words of every heading."""
    for heading in page.blocks.headings():
        yield page.line(heading.start), heading.level, heading.words.strip()


def sentences_and_texts(guide: Guide, language: str) -> Iterator[Text]:
    """Every heading and sentence of pages, and every text of exercises and packs."""
    for page in readers_pages(guide):
        if page.language == language:
            yield from (Text(page.file, line, "", words) for line, _, words in headings(page))
            yield from (Text(page.file, sentence.line, "", sentence.text) for sentence in page.sentences)
    yield from _of_files(guide, language)


def whole_texts(guide: Guide, language: str) -> Iterator[Text]:
    """Every heading, paragraph, title and cell of pages as a whole, and every text of exercises and packs."""
    for page in readers_pages(guide):
        if page.language == language:
            for block in page.blocks.all:
                if block.kind not in ("code", "html"):
                    yield Text(page.file, page.line(block.start), "", block.words.replace(CITED, ""))
    yield from _of_files(guide, language)


def _of_files(guide: Guide, language: str) -> Iterator[Text]:
    """The texts of exercises and packs; a file that cannot be read counts as one in the guide's own language."""
    entries, held = guide.catalogue.entries, guide.packs.entries
    languages = {id_: one.language for id_, one in entries.items()} | {id_: one.language for id_, one in held.items()}
    for id_, document in {**guide.catalogue.documents, **guide.packs.documents}.items():
        if languages.get(id_, SOURCE) == language:
            for path, words in _strings(document):
                yield Text(document.file, document.line(path), document.place(path), words)


def _strings(document: Document) -> Iterator[tuple[Trail, str]]:
    """Every text of a file with its path, but ids and keys."""

    def walk(path: Trail, value: object) -> Iterator[tuple[Trail, str]]:
        if isinstance(value, str) and path and path[-1] not in KEYS and not NAMES_OF_OTHERS.intersection(path):
            yield path, value
        elif isinstance(value, dict):
            for key, inner in value.items():
                yield from walk((*path, key), inner)
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                yield from walk((*path, index), inner)

    yield from walk((), document.value)
