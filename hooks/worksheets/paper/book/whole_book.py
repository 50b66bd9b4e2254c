"""The book of one site: its sheets for paper, and the e-book, as far as a copy wants them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...exercises.exercise_addresses import EBOOK
from ...rendering.downloads import Pdf
from ...rendering.renderer import Renderer
from ..font_files import Font
from ..sheet import Sheet
from .chapters import BookContext, Chapter, chapters
from .destinations import Destinations
from .printed_book import BookStyles, printed_books

BOOK, EPUB = "book", "epub"
"""What brand.yml calls the two."""


@dataclass(frozen=True)
class Book:
    """The book. `sheets` are still to be made into PDFs; `epub` is None if the copy does not want one."""

    chapters: tuple[Chapter, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    epub: bytes | None = None

    @property
    def files(self) -> dict[str, bytes]:
        """What is ready, by its path in the site."""
        return {EBOOK: self.epub} if self.epub is not None else {}

    @property
    def links(self) -> dict[str, Pdf | None]:
        """What pages say of it, by its path in the site."""
        return {path: Pdf(path, 0, len(content)) for path, content in self.files.items()}


def read_book(
    formats: Collection[str],
    renderer: Renderer,
    context: BookContext,
    styles: BookStyles,
    fonts: Mapping[Font, Path],
    reviewed: Mapping[str, date],
) -> Book:
    """The book in those of its forms that `formats` names. `reviewed` has the day of the last review by page."""
    if not {BOOK, EPUB} & set(formats):
        return Book()
    found = tuple(chapters(renderer, context))
    places = Destinations.of(found, renderer.guide.catalogue, context.address)
    days = [reviewed[chapter.page.path] for chapter in found if chapter.page.path in reviewed]
    sheets = printed_books(found, places, renderer, styles, min(days, default=None)) if BOOK in formats else ()
    epub = _ebook(found, places, renderer, styles.drawings, fonts, days) if EPUB in formats else None
    return Book(found, tuple(sheets), epub)


def _ebook(
    found: Sequence[Chapter],
    places: Destinations,
    renderer: Renderer,
    drawings: str,
    fonts: Mapping[Font, Path],
    days: Sequence[date],
) -> bytes:
    from .ebook import Made, ebook  # loads what draws the cover, which most copies can do without

    return ebook(found, places, renderer, Made(drawings, fonts, days))
