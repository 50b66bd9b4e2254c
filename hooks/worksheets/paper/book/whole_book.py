"""The book of one site: its sheets for paper, and the e-book, as far as a copy wants them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...authoring.source_files import Folders
from ...editions.edition import Edition
from ...exercises.exercise_addresses import EBOOK
from ...guide.review import Review
from ...rendering.downloads import Pdf
from ...rendering.renderer import Renderer
from ..font_files import Font, font_paths
from ..sheet import Sheet
from .chapters import BookContext, Chapter, chapters
from .destinations import Destinations
from .printed_book import BookStyles, printed_books

BOOK, EPUB = "book", "epub"
"""What brand.yml calls the two."""

DRAWINGS = "drawings.css"
"""The name of the stylesheet of pages that has the colours and lines of drawings."""


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
    edition: Edition,
    renderer: Renderer,
    context: BookContext,
    folders: Folders,
    fonts: Sequence[Font],
    stylesheets: Sequence[Path],
    reviews: Mapping[str, Review],
) -> Book:
    """The book in those of its forms that brand.yml names.

    `stylesheets` are those of all pages, and `reviews` the state of pages by path.
    """
    formats = edition.brand.formats
    if not {BOOK, EPUB} & set(formats):
        return Book()
    found = tuple(chapters(renderer, context))
    places = Destinations.of(found, renderer.guide.catalogue, context.address)
    read = [reviews[chapter.page.path] for chapter in found if chapter.page.path in reviews]
    days = [one.last_reviewed for one in read if one.last_reviewed]
    drawings = "".join(path.read_text(encoding="utf-8") for path in stylesheets if path.name == DRAWINGS)
    styles = BookStyles(fonts, renderer.palette(), drawings)
    sheets = printed_books(found, places, renderer, styles, read) if BOOK in formats else ()
    files = {path.name: path for path in font_paths(folders, edition.overlay)}
    faces = {font: files[font.name] for font in fonts}
    epub = _ebook(found, places, renderer, drawings, faces, days) if EPUB in formats else None
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
