"""Which words a reader had before them, as a digest: one other word, and a review is of an older version."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from ..exercises.exercise_addresses import pack_page
from .markdown.block_reader import read_blocks
from .markdown.typed_blocks import Blocks
from .page import Page
from .whole_guide import Guide

UNREAD_IN_SHEETS = frozenset({"alone", "clinician", "pages", "situations", "skip-if-done"})
"""The keys of an exercise that its reader does not read there."""

UNREAD_IN_PACKS = frozenset({"last-reviewed"})

WORDS_OF_SVG = re.compile(r">([^<]+)<")
ATTRIBUTES = re.compile(r"\s*\{[:#][^{}\n]*\}\s*$")
"""What a heading is called by links, and how a block looks."""

GROUP = 4
GROUPS = 3


def words_read(guide: Guide, bodies: Mapping[str, str] | None = None) -> dict[str, str]:
    """The digest of each page, sheet and pack by its name in `reviews/`, such as `3f2a-9c1b-77d0`.

    `bodies` has the Markdown of pages that show less than their author wrote, by path. What a marker brings from
    elsewhere has a review of its own, but for pictures and for notes to clinicians. Marks, line ends and where a link
    leads change nothing.
    """
    other = bodies or {}
    found = {}
    for page in guide.pages:
        if page.front_matter:
            blocks = read_blocks(other[page.path]) if page.path in other else page.blocks
            found[page.path] = _digest([*_words_of(blocks), *_words_of_markers(page, guide)])
    documents = guide.catalogue.documents
    for id_ in guide.catalogue.entries:
        found[id_] = _digest(_leaves(_without(documents[id_].value, UNREAD_IN_SHEETS)))
    for id_ in guide.packs.entries:
        found[pack_page(id_)] = _digest(_leaves(_without(guide.packs.documents[id_].value, UNREAD_IN_PACKS)))
    return found


def _words_of(blocks: Blocks) -> Iterator[str]:
    for block in blocks.all:
        if block.kind == "html" and block.pieces:
            continue  # a comment: a marker, or a note to authors
        yield f"{block.kind} {block.level}"
        yield ATTRIBUTES.sub("", block.words) or blocks.markdown[block.start : block.end]
        yield from (piece.source for piece in block.pieces if piece.kind in ("citation", "code"))


def _words_of_markers(page: Page, guide: Guide) -> Iterator[str]:
    for marker in page.markers:
        if marker.word == "picture":
            yield from WORDS_OF_SVG.findall(guide.pictures.get(marker.argument, ""))
        elif marker.word == "clinician-notes":
            for id_, entry in guide.catalogue.entries.items():
                if entry.section.id == marker.argument:
                    yield from _leaves(guide.catalogue.documents[id_].value.get("clinician"))


def _without(value: Mapping[str, Any], keys: frozenset[str]) -> dict[str, Any]:
    return {key: one for key, one in value.items() if key not in keys}


def _leaves(value: Any) -> Iterator[str]:
    """All values in some YAML, whatever the order of its keys."""
    if isinstance(value, dict):
        for key in sorted(value, key=str):
            yield from _leaves(value[key])
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    elif value is not None:
        yield str(value)


def _digest(words: Iterator[str] | list[str]) -> str:
    """Groups with hyphens, so that somebody can copy it from paper and YAML takes it for text."""
    digest = sha256("\n".join(" ".join(text.split()) for text in words).encode()).hexdigest()
    return "-".join(digest[start : start + GROUP] for start in range(0, GROUP * GROUPS, GROUP))
