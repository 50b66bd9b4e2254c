"""A build is started: everything is read, and what can be downloaded is made."""

import os
from collections.abc import Sequence
from dataclasses import replace

from .authoring.problems import Problem, report
from .authoring.source_files import Folders
from .authoring.web_addresses import site_address
from .build import Build
from .editions.menu import edition_menu
from .editions.site_languages import Site, read_site
from .exercises.examples import examples
from .exercises.kinds import kinds_style
from .fhir.questionnaires import misfits
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
from .pyproject import version
from .rendering.downloads import planned_downloads
from .rendering.renderer import Renderer
from .rendering.templates import environment
from .site.source_date import SOURCE_DATE, why_no_date
from .word.all_documents import word_files
from .word.word_writer import WordWriter

FEW = 20
"""So many PDFs are made about as fast as the pages, and no mistake in a page needs to be found before."""

TEMPLATES = "overrides/worksheets"


class BuildError(Exception):
    """A site cannot be built; the text is for its author and has every reason."""


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
