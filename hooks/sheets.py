"""Presses every sheet into a PDF before the pages are written, so that their links can say how long and how large."""

import logging
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from state import Build
from worksheets.authoring.problems import Problem, report
from worksheets.editions.clinic_stylesheets import read_stylesheets
from worksheets.exercises.kinds import kinds_style
from worksheets.paper.fonts import missing_glyphs, read_fonts
from worksheets.paper.pdf_documents import Documents, Imprint
from worksheets.paper.pdf_pool import PressError, cores, press_all, why_no_press
from worksheets.paper.pdf_store import Store, copy_whole
from worksheets.paper.sheet import Pressed, Sheet
from worksheets.rendering.renderer import KINDS_STYLE, PALETTE

log = logging.getLogger("mkdocs.hooks.sheets")

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "fonts"
STYLES = Path(__file__).parent / "worksheets" / "paper" / "sheet.css"
CACHE = ".cache/sheets"
FEW = 20
"""Without a terminal, progress is a line for so many sheets."""


class _Press:
    """What the later events of a build need from the first."""

    store: Store
    waiting: list[Sheet]
    pressed: dict[str, Pressed]
    number = 0


def on_config(config: MkDocsConfig) -> None:
    """Press what is new. While serving it waits: the pages come first."""
    _Press.number += 1
    _Press.waiting, _Press.pressed = [], {}
    if Build.problems or not config.extra.get("sheets", True):
        return
    if missing := why_no_press():
        click.echo(missing, err=True)
        return
    sheets = list(Documents(Build.renderer, _imprint(config)).all())
    _Press.store = Store(ROOT / CACHE, FONTS.glob("*.ttf"))
    _Press.pressed = {sheet.path: kept for sheet in sheets if (kept := _Press.store.find(sheet))}
    _Press.waiting = [sheet for sheet in sheets if sheet.path not in _Press.pressed]
    Build.problems += _unprintable(sheets)
    if not Build.serving:
        Build.problems += [] if Build.problems else _press_now()
        if Build.problems:
            raise PluginError(report(Build.problems))
    Build.renderer.sheets = {sheet.path: _Press.pressed.get(sheet.path) for sheet in sheets}


def on_files(files: Files, config: MkDocsConfig) -> None:
    for path, pressed in _Press.pressed.items():
        files.append(File.generated(config, path, abs_src_path=pressed.file))


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: object) -> None:
    """Offer the sheets of a section on its page, and give each page what stands at its foot on paper."""

    def link(path: str) -> str:
        return get_relative_url(path, page.url)

    sections = [section.id for section in Build.guide.catalogue.sections if section.page == page.file.src_uri]
    found = Build.renderer.downloads(link)
    context["section_sheets"] = [one for section in sections for one in found.section(section)]
    review = Build.reviews.get(page.file.src_uri)
    address = page.canonical_url or ""
    context["foot"] = Build.renderer.foot(address, review.last_reviewed if review else None)


def on_post_build(config: MkDocsConfig) -> None:
    """While serving, press what is new beside the server."""
    if Build.serving and _Press.waiting:
        arguments = (_Press.waiting, Path(config.site_dir), _Press.number)
        threading.Thread(target=_press_beside, args=arguments, daemon=True).start()


def _imprint(config: MkDocsConfig) -> Imprint:
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    overlay = Build.edition.overlay if Build.edition else None
    own = read_stylesheets(overlay)[0] if overlay else {}
    made = {PALETTE, KINDS_STYLE, *own}
    files = [Path(config.docs_dir) / str(path) for path in config.extra_css if path not in made]
    return Imprint(
        address=config.site_url or "",
        styles="".join(
            [
                Build.renderer.palette(),
                *(path.read_text(encoding="utf-8") for path in files),
                kinds_style(),
                STYLES.read_text(encoding="utf-8"),
                *own.values(),
            ]
        ),
        reviewed={path: review.last_reviewed for path, review in Build.reviews.items()},
        markdown=lambda text: markdown.reset().convert(text),
    )


def _unprintable(sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """What is wrong with the fonts, or with the sheets for want of a letter in them."""
    characters, problems = read_fonts(FONTS, "fonts")
    yield from problems
    if not problems:
        yield from {problem for sheet in sheets for problem in missing_glyphs(sheet, ROOT, characters)}


def _press_now() -> list[Problem]:
    """Press all that waits; gives back what is wrong with it."""
    problems: list[Problem] = []
    length = len(_Press.waiting)
    with click.progressbar(length=length, label="Pressing sheets", hidden=not length) as bar:

        def progress(done: int, of: int) -> None:
            bar.update(1)
            if not sys.stdout.isatty() and (done % FEW == 0 or done == of):
                log.info(f"{done} of {of} sheets are pressed.")

        try:
            for sheet, result in press_all(_Press.waiting, _Press.store, ROOT, cores(), progress):
                if isinstance(result, Pressed):
                    _Press.pressed[sheet.path] = result
                else:
                    problems += result
        except PressError as error:
            raise PluginError(str(error)) from error
    return problems


def _press_beside(sheets: list[Sheet], site: Path, number: int) -> None:
    """Press sheets until a newer build begins, and put each PDF where its links already lead."""
    log.info(f"{len(sheets)} sheets are being pressed; the pages do not wait for them.")
    try:
        for sheet, result in press_all(sheets, _Press.store, ROOT, max(1, cores() - 1), lambda done, of: None):
            if _Press.number != number:
                return
            if isinstance(result, Pressed):
                copy_whole(Path(result.file), site / sheet.path)
            else:
                log.error(report(result))
    except PressError as error:
        log.error(str(error))
    else:
        log.info("All sheets are pressed.")
