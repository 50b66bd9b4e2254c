"""A document for Word, in plain values: all that its file is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..exercises.document_blocks import DocumentBlock


@dataclass(frozen=True)
class Leaf:
    """Some blocks in one language; `locale` is such as `en-GB`."""

    locale: str
    blocks: tuple[DocumentBlock, ...]


@dataclass(frozen=True)
class WordDocument:
    """One file.

    `path` is relative to the site; `heading` stands above every page but the first, and `margin` below each, in the
    language of `margin_locale`. `paper` is its name in brand.yml, `colours` are `#rrggbb` by name; `day` is that of the
    last review.
    """

    path: str
    title: str
    heading: str
    author: str
    locale: str
    paper: str
    day: date | None
    margin: str
    margin_locale: str
    colours: Mapping[str, str]
    leaves: tuple[Leaf, ...]
