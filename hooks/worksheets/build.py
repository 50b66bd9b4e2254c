"""One build of an edition: all that is known before the first page is written."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .authoring.problems import Problem, report
from .authoring.source_files import Folders
from .authoring.web_addresses import site_address
from .authoring.words import SOURCE
from .editions.edition import Edition
from .editions.menu import Item, TitleLanguages, edition_menu
from .editions.robots_txt import ROBOTS, robots_txt
from .editions.site_languages import Site, read_site
from .editions.web_manifest import MANIFEST, manifest
from .exercises.examples import examples
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
from .fhir.questionnaires import misfits, questionnaires
from .guide.whole_guide import Guide
from .host import Host
from .paper.all_pdfs import AllPdfs
from .paper.all_sheets import all_sheets
from .paper.book.chapters import BookContext
from .paper.book.whole_book import DRAWINGS, Book, read_book
from .paper.font_faces import sheet_style
from .paper.font_files import Font, read_fonts
from .paper.leaf_writer import SheetContext
from .paper.missing_glyphs import missing_glyphs
from .paper.native_libraries import advice, why_no_pdfs
from .paper.page_count import too_long
from .paper.pdf_pool import PdfError
from .paper.sheet_sources import sheet_sources
from .rendering.downloads import Download, planned_downloads
from .rendering.moved_pages import moved_pages
from .rendering.pack_content import pack_markdown
from .rendering.renderer import Link, Renderer
from .rendering.review_note import ReviewNote, review_note
from .rendering.templates import environment
from .site.content_security_policy import content_security_policy
from .site.source_date import SOURCE_DATE, why_no_date
from .site.zip_archive import packed
from .version import version
from .word.all_documents import word_files
from .word.word_writer import WordWriter

MATERIALS = Path("deploy/sbom.cdx.json")
"""What the site is made with, in the form of CycloneDX; `make pins` writes it."""

FEW = 20
"""So many PDFs are made about as fast as the pages, and no mistake in a page needs to be found before."""

TEMPLATES = "overrides/worksheets"


class BuildError(Exception):
    """A site cannot be built; the text is for its author and has every reason."""


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


def start_build(host: Host, last: Build | None = None, site: Site | None = None) -> Build:
    """Read everything, and make the PDFs; BuildError says what is wrong. `site` is what was read for another language.

    A preview goes on with the edition of its last build where this one cannot be read, and makes PDFs later.
    """
    try:
        site_address(host.address)
    except ValueError as error:
        raise BuildError(str(error)) from error
    if wrong := why_no_date(os.environ.get(SOURCE_DATE)):
        raise BuildError(wrong)
    guide: Guide | None = None
    problems: list[Problem] = []
    if site is None:
        alone = host.serving or bool(host.language)
        folders = Folders.of(host.root, host.docs)
        site, guide, problems = read_site(folders, host.clinic, host.branch, host.language, alone)
        problems += [one for each in site.of_all for one in misfits(each.guide.catalogue, each.brand)] if site else []
    site = site or (last.site if host.serving and last else None)
    if site is None or (problems and not host.serving):
        raise BuildError(report(problems))
    if wrong := host.wrong_pdf_languages(site.editions):
        raise BuildError(wrong)
    edition = site.editions[host.language] if host.home else site.of_all[0]
    guide = guide or edition.guide
    templates = environment([host.root / TEMPLATES], version(host.root), guide.drawings)
    renderer = Renderer(guide, templates, edition.brand, edition.words, {}, address=host.address)
    build = Build(
        host=host,
        site=site,
        edition=edition,
        guide=guide,
        problems=problems,
        renderer=renderer,
        styles=_styles(renderer),
        menu=edition_menu(edition, host.nav, host.own_nav, host.docs),
        pdfs=None,
        book=Book(),
        documents={},
    )
    return build if problems else _with_pdfs(_with_documents(build))


def _styles(renderer: Renderer) -> dict[str, str]:
    shown = examples() if renderer.guide.shows("gallery") else ()
    entries = [*renderer.guide.catalogue.entries.values(), *(example.entry for example in shown)]
    return {entry.id: style for entry in entries if (style := renderer.stylesheet(entry))}


def _with_documents(build: Build) -> Build:
    if "docx" not in build.edition.brand.formats:
        return build
    documents = word_files(WordWriter(build.renderer, build.host.address, build.edition.reviews).all())
    sizes = {path: len(content) for path, content in documents.items()}
    return replace(build, documents=documents, renderer=build.renderer.with_documents(sizes))


def _with_pdfs(build: Build) -> Build:
    """The build with all that can be downloaded, or with links that only count in the weight of pages."""
    host, formats = build.host, build.edition.brand.formats
    if not formats:
        return build
    planned = planned_downloads(build.guide, build.edition.brand.printing, formats)
    if not host.makes_pdfs(build.edition.brand.language):
        return replace(build, renderer=build.renderer.with_pdfs(planned))
    folders, overlay = Folders.of(host.root, host.docs), build.edition.overlay
    fonts, problems = read_fonts(folders, overlay)
    book = _book(build, fonts)
    missing = why_no_pdfs()
    if (said := missing or advice()) and not host.home:  # once, not for each language
        host.log.info(said)
    if missing:
        return replace(build, book=book, renderer=build.renderer.with_pdfs({**planned, **book.links}))
    sheets = [*all_sheets(build.renderer, sheet_context(build, fonts))] if "pdf" in formats else []
    pdfs = AllPdfs.of([*sheets, *book.sheets], folders, overlay)
    sources = sheet_sources(build.guide, folders, host.clinic or host.root, host.root / TEMPLATES)
    written = [*sources, *(chapter.page.file for chapter in book.chapters)]
    problems += [] if problems else missing_glyphs(pdfs.sheets, fonts, host.root, written)
    if not problems and not host.serving and not host.home and len(pdfs.waiting) > FEW:
        host.try_without_pdfs()
    try:
        problems += [] if problems or host.serving else pdfs.make(host.log)
    except PdfError as error:
        raise BuildError(str(error)) from error
    problems += [] if problems else too_long(pdfs.ready, build.guide.catalogue, build.is_copy)
    if problems and not host.serving:
        raise BuildError(report(problems))
    links = {**pdfs.links, **book.links}
    return replace(build, problems=problems, pdfs=pdfs, book=book, renderer=build.renderer.with_pdfs(links))


def _book(build: Build, fonts: Sequence[Font]) -> Book:
    host = build.host
    every = [page.path for page in build.guide.pages]  # without a menu, MkDocs makes one of all pages
    context = BookContext(build.menu if host.nav else every, build.edition.removed, host.markdown, host.address)
    folders = Folders.of(host.root, host.docs)
    return read_book(build.edition, build.renderer, context, folders, fonts, host.styles, build.edition.reviews)


def sheet_context(build: Build, fonts: Sequence[Font]) -> SheetContext:
    """What all sheets of a build share."""
    files = [*(path.read_text(encoding="utf-8") for path in build.host.styles), kinds_style(), sheet_style(fonts)]
    return SheetContext(
        address=build.host.address,
        styles="".join([build.renderer.palette(), *files, *build.edition.stylesheets.values()]),
        reviews=build.edition.reviews,
        markdown=build.host.markdown,
        drawings="".join(path.read_text(encoding="utf-8") for path in build.host.styles if path.name == DRAWINGS),
    )
