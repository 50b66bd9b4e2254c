"""One build of an edition: all that is known before the first page is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .authoring.problems import Problem
from .authoring.words import SOURCE
from .editions.edition import Edition
from .editions.menu import Item, TitleLanguages
from .editions.robots_txt import ROBOTS, robots_txt
from .editions.site_languages import Site
from .editions.web_manifest import MANIFEST, manifest
from .exercises.exercise_addresses import (
    BRAND_STYLE,
    FILTERS_STYLE,
    KINDS_STYLE,
    QUESTIONNAIRES,
    exercise_page,
    exercise_style,
    pack_page,
)
from .exercises.kinds import kinds_style
from .fhir.questionnaires import questionnaires
from .guide.whole_guide import Guide
from .host import Host
from .paper.all_pdfs import AllPdfs
from .paper.book.whole_book import Book
from .pyproject import version
from .rendering.downloads import Download
from .rendering.exercise_renderer import Link
from .rendering.moved_pages import moved_pages
from .rendering.pack_content import pack_markdown
from .rendering.renderer import Renderer
from .rendering.review_note import ReviewNote, review_note
from .site.content_security_policy import content_security_policy
from .site.zip_archive import packed

MATERIALS = Path("deploy/sbom.cdx.json")
"""What the site is made with, in the form of CycloneDX; `make pins` writes it."""


@dataclass(frozen=True)
class Build:
    """An edition that is ready to be written. With `problems`, which only a preview may have, `edition` may be older.

    `styles` has the CSS that an exercise needs for itself, by its id; `documents` the files for Word by path.
    """

    host: Host
    site: Site
    edition: Edition
    guide: Guide
    problems: Sequence[Problem]
    renderer: Renderer
    styles: Mapping[str, str]
    menu: Sequence[Item]
    pdfs: AllPdfs | None
    book: Book
    documents: Mapping[str, bytes]

    @property
    def is_copy(self) -> bool:
        """Whether others than the guide's authors have changed its sheets: a clinic, or translators."""
        return self.host.clinic is not None or self.edition.brand.language != SOURCE

    def styles_on(self, page: str) -> list[str]:
        """The exercises on a page that have CSS of their own."""
        return [id_ for id_ in dict.fromkeys(self.guide.styled_on(page)) if id_ in self.styles]

    def files(self) -> dict[str, Path | str | bytes]:
        """What is made for the site besides its pages, by path: a file, its text or its bytes."""
        pages = {exercise_page(id_): self.renderer.own_page(one) for id_, one in self.guide.catalogue.entries.items()}
        pages |= {pack_page(id_): pack_markdown(self.renderer, one) for id_, one in self.guide.packs.entries.items()}
        styles = {exercise_style(id_): style for id_, style in self.styles.items()}
        pdfs = {path: Path(pdf.file) for path, pdf in self.pdfs.ready.items()} if self.pdfs else {}
        shared = {
            BRAND_STYLE: self.renderer.palette(),
            FILTERS_STYLE: self.renderer.filters_style(),
            KINDS_STYLE: kinds_style(),
            ROBOTS: robots_txt(self.host.address, self.edition.brand.noindex),
            **self.edition.published,
            MANIFEST: manifest(self.edition.brand, self.host.home),
        }
        asked = questionnaires(self.renderer, self.edition.reviews, self.host.address, version(self.host.root))
        packs = {QUESTIONNAIRES: packed(asked)} if asked else {}
        made = {**pages, **styles, **shared, **pdfs, **packs, **self.documents, **self.book.files}
        return {**made, MATERIALS.name: self.host.root / MATERIALS}

    def moved_pages(self) -> dict[str, str]:
        """What stands at old addresses, by path in a site with a folder for each page."""
        return moved_pages(self.renderer, self.edition.moves, content_security_policy(serving=False))

    def section_pdfs(self, page: str, link: Link) -> list[Download]:
        """The PDFs of the sections whose page this is."""
        sections = [section.id for section in self.guide.catalogue.sections if section.page == page]
        return [one for section in sections for one in self.renderer.downloads(link).section(section)]

    @property
    def foreign(self) -> dict[str, str]:
        """The pages in another language than the brand's, and which."""
        return {path: one for path, one in self.guide.languages.items() if one != self.edition.brand.language}

    @property
    def titles(self) -> TitleLanguages:
        """The languages of the titles in the menu."""
        pages = {} if self.host.own_nav else self.foreign
        return TitleLanguages(pages, self.edition.brand.short_name, self.edition.menu.values())

    def review_note(self, page: str) -> ReviewNote | None:
        """What a page says of its own review, if it has one."""
        review = self.edition.reviews.get(page)
        return review_note(review, self.edition.t.marked) if review else None

    def foot(self, address: str) -> str:
        """What is at the foot of a page on paper; of its review the page itself says all."""
        return self.renderer.foot(address)
