"""Puts exercises, lists, helplines and references into the pages, and stops the build at any author's mistake."""

import logging
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from state import Build
from worksheets.authoring.problems import report
from worksheets.editions.edition import read_edition
from worksheets.editions.removal import unlinked
from worksheets.exercises.examples import examples
from worksheets.exercises.kinds import kinds_style
from worksheets.guide.page import cited, filled
from worksheets.guide.review import reviews
from worksheets.guide.whole_guide import Folders
from worksheets.rendering.renderer import (
    KINDS_STYLE,
    PALETTE,
    Renderer,
    anchors,
    environment,
    exercise_page,
    exercise_style,
    problem_page,
)
from worksheets.version import version

log = logging.getLogger("mkdocs.hooks.guide")

ROOT = Path(__file__).parent.parent
WATCHED = ("brand.yml", "brand", "exercises", "fonts", "mkdocs.yml", "overrides", "pictures", "sources", "words")


def on_startup(command: str, dirty: bool) -> None:
    Build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Before anything is written: read it all, and stop with every problem. A serving build shows them instead."""
    home = Path(config.config_file_path).resolve().parent
    clinic = home if home != ROOT else None
    edition, Build.guide, Build.problems = read_edition(Folders.of(ROOT, Path(config.docs_dir)), clinic)
    Build.edition = edition or Build.edition
    if Build.problems and (not Build.serving or not Build.edition):
        raise PluginError(report(Build.problems))
    if Build.problems:
        log.error(report(Build.problems))
    assert Build.edition
    for notice in edition.notices if edition else ():
        log.info(notice)
    Build.styled = set()
    Build.reviews = reviews(Build.guide)
    templates = environment([ROOT / "overrides" / "worksheets"])
    templates.globals["version"] = version(ROOT)
    Build.renderer = Renderer(Build.guide, templates, Build.edition.brand, Build.edition.words)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    for name in WATCHED:
        server.watch(str(ROOT / name))
    if (home := Path(config.config_file_path).resolve().parent) != ROOT:
        server.watch(str(home))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give every exercise a page of its own, and publish nothing of the theme but what its templates write."""
    for file in list(files):
        if not file.generated_by and file.src_dir and not Path(file.src_dir).is_relative_to(config.docs_dir):
            files.remove(file)
    entries = Build.guide.catalogue.entries
    for id_, entry in entries.items():
        files.append(File.generated(config, exercise_page(id_), content=Build.renderer.own_page(entry)))
    shown = examples() if Build.guide.shows("gallery") else ()
    for entry in (*entries.values(), *(example.entry for example in shown)):
        if style := Build.renderer.stylesheet(entry):
            files.append(File.generated(config, exercise_style(entry.id), content=style))
            Build.styled.add(entry.id)
    files.append(File.generated(config, KINDS_STYLE, content=kinds_style()))
    files.append(File.generated(config, PALETTE, content=Build.renderer.palette()))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if Build.problems:
        return problem_page(Build.problems)
    assert Build.edition
    link = partial(_address, page=page, files=files)
    markdown = unlinked(markdown, page.file.src_uri, Build.edition.removed)
    return cited(markdown, lambda keys: Build.renderer.citation(keys, link))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show what the markers name, and tell MkDocs of the anchors in it, which it has not seen."""
    link = partial(_address, page=page, files=files)
    whole = filled(html, page.markdown or "", lambda marker: Build.renderer.shown(marker, link))
    if page.present_anchor_ids is not None and whole != html:
        page.present_anchor_ids |= anchors(whole)
    return whole


def _address(path: str, page: Page, files: Files) -> str:
    """The address of a file of the site, relative to a page."""
    if path.endswith(".pdf"):
        return get_relative_url(path, page.url)
    target = files.get_file_from_path(path)
    if target is None:
        raise PluginError(f"{page.file.src_uri}: a template links to {path}, which is not a page.")
    return target.url_relative_to(page.file)


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: object) -> dict[str, object]:
    context["review"] = Build.reviews.get(page.file.src_uri)
    shown = Build.guide.exercises_on(page.file.src_uri)
    context["exercise_styles"] = [exercise_style(id_) for id_ in shown if id_ in Build.styled]
    return context
