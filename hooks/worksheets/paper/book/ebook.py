"""The guide as an e-book: an EPUB 3 of the same chapters, with the same bytes each time.

EPUB 3.2: https://www.w3.org/publishing/epub32/epub-packages.html; accessibility metadata: https://www.w3.org/TR/epub-a11y-11/.
Written by hand, because it is a few small files, and the libraries that would write them are under the AGPL.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from itertools import groupby
from pathlib import Path
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from markupsafe import Markup

from ...rendering.renderer import Renderer
from ..font_files import Font
from .chapters import Chapter
from .contact_lines import contact_lines
from .cover_picture import cover_picture
from .destinations import Destinations
from .ebook_chapter import EbookChapter, chapter_for_ebook, without_links
from .ebook_colours import resolved

STYLE = Path(__file__).parent / "ebook.css"
SIDE, OTHER = re.compile(r"(?<=-)(?:left|right)(?=:)|(?<=: )(?:left|right)(?=;)"), {"left": "right", "right": "left"}
"""Where a rule names a side, and the one across."""

FOLDER = "EPUB"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name."""

COVER = "cover.png"


@dataclass(frozen=True)
class Resource:
    """A file of the e-book: its name, what it is in words of the package, its media type, and its content."""

    name: str
    media_type: str
    content: bytes
    properties: str = ""

    @property
    def id(self) -> str:
        """What the package calls it."""
        return "file-" + self.name.replace("/", "-").replace(".", "-")


@dataclass(frozen=True)
class Made:
    """With what the e-book is made: the CSS of drawings, the fonts of the cover with their files, days of reviews."""

    drawings: str
    fonts: Mapping[Font, Path]
    days: Sequence[date]

    @property
    def oldest(self) -> date | None:
        """Since when no page has been read through, at worst."""
        return min(self.days, default=None)

    @property
    def newest(self) -> date:
        """The date of the book: the same whenever it is made."""
        return max(self.days, default=date(*EARLIEST[:3]))


def ebook(chapters: Sequence[Chapter], places: Destinations, renderer: Renderer, with_: Made) -> bytes:
    """The EPUB of these chapters."""
    titles = {chapter.anchor: chapter.title for chapter in chapters}
    made = [chapter_for_ebook(chapter, places, renderer, with_.drawings, titles) for chapter in chapters]
    front = _front(chapters, renderer, places.address, with_)
    style = resolved(_style(renderer.words[renderer.brand.language].direction), renderer.brand.palette)
    resources = [
        Resource("book.css", "text/css", style.encode()),
        *front,
        Resource("nav.xhtml", "application/xhtml+xml", _nav(chapters, renderer), "nav"),
        *(_chapter(one, renderer) for one in made),
        *_pictures(made),
    ]
    return _zipped([*resources, _package(resources, renderer, with_.newest)], renderer)


def _style(direction: str) -> str:
    """The stylesheet, which is written for words from left to right."""
    written = STYLE.read_text(encoding="utf-8")
    return SIDE.sub(lambda side: OTHER[side[0]], written) if direction == "rtl" else written


def _front(chapters: Sequence[Chapter], renderer: Renderer, address: str, made: Made) -> list[Resource]:
    """The cover, and the page that says whose copy it is and whom to call."""
    brand, t = renderer.brand, renderer.words[renderer.brand.language]
    logo = brand.logo.screen
    logo_name = "" if brand.neutral else f"pictures/logo{logo.path.suffix.lower()}"
    title = renderer.html(
        "ebook-title.html",
        logo=logo_name,
        address=address,
        contacts=contact_lines(brand),
        emergency=without_links(renderer.emergency(str, with_lines=True)),
        sheets=next((f"{one.anchor}.xhtml" for one in chapters if one.shows("worksheets")), ""),
        read_through=made.oldest,
    )
    cover = renderer.html("ebook-cover.html", cover=COVER)
    return [
        Resource(COVER, "image/png", cover_picture(brand, made.fonts, t.direction == "rtl"), "cover-image"),
        *([Resource(logo_name, logo.type, logo.path.read_bytes())] if logo_name else []),
        _page("cover.xhtml", str(t("cover")), cover, renderer, "cover"),
        _page("title.xhtml", brand.neutral_title or brand.name, title, renderer, "titlepage"),
    ]


def _chapter(made: EbookChapter, renderer: Renderer) -> Resource:
    chapter = made.chapter
    return _page(
        f"{chapter.anchor}.xhtml",
        chapter.title,
        Markup(made.html),
        renderer,
        "chapter",
        language=chapter.page.language,
        properties="svg" if "<svg" in made.html else "",
    )


def _page(
    name: str, title: str, body: Markup, renderer: Renderer, kind: str, language: str = "", properties: str = ""
) -> Resource:
    """A page of the e-book. `kind` is what the vocabulary of EPUB calls it."""
    t = renderer.words[language or renderer.brand.language]
    values = {"title": title, "body": body, "matter": kind, "language": t.language, "direction": t.direction}
    html = renderer.html("ebook-page.html", **values)
    return Resource(name, "application/xhtml+xml", html.encode(), properties)


def _nav(chapters: Sequence[Chapter], renderer: Renderer) -> bytes:
    parts = [(part, list(group)) for part, group in groupby(chapters, lambda chapter: chapter.part)]
    return renderer.html("ebook-nav.html", parts=parts, first=chapters[0] if chapters else None).encode()


def _pictures(made: Sequence[EbookChapter]) -> list[Resource]:
    """The pictures of all chapters, each once."""
    found = {name: picture for one in made for name, picture in one.pictures.items()}
    return [Resource(name, picture.media_type, picture.content) for name, picture in sorted(found.items())]


def _package(resources: Sequence[Resource], renderer: Renderer, last_read: date) -> Resource:
    """What is in the book, in which order, and what it needs of its reader. Its name is made of all that is in it."""
    digest = sha256(b"".join(one.name.encode() + one.content for one in resources)).digest()
    html = renderer.html(
        "ebook-package.html",
        identifier=UUID(bytes=digest[:16], version=5).urn,
        resources=resources,
        pages=[one for one in resources if one.media_type == "application/xhtml+xml"],
        last_read=last_read.isoformat(),
    )
    return Resource("package.opf", "application/oebps-package+xml", html.encode())


def _zipped(resources: Sequence[Resource], renderer: Renderer) -> bytes:
    container = renderer.html("ebook-container.html", package=f"{FOLDER}/package.opf")
    files: Mapping[str, bytes] = {
        "mimetype": b"application/epub+zip",  # first and as it is, so that programs can tell what the file is
        "META-INF/container.xml": container.encode(),
        **{f"{FOLDER}/{one.name}": one.content for one in resources},
    }
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, content in files.items():
            info = ZipInfo(name, EARLIEST)
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            info.create_system = 3  # Unix, wherever it was made
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, compresslevel=9)
    return whole.getvalue()
