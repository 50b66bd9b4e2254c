"""Puts exercises, lists, helplines and references into the pages, and stops the build at any author's mistake."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from worksheets.edition import Edition, read_edition
from worksheets.examples import examples
from worksheets.guide import Folders, Guide
from worksheets.page import Marker, expand
from worksheets.problems import Problem, report
from worksheets.removal import unlinked
from worksheets.rendering import PALETTE, Renderer, environment, exercise_page, exercise_style, problem_page
from worksheets.review import Review, reviews

log = logging.getLogger("mkdocs.hooks.guide")


ROOT = Path(__file__).parent.parent
WATCHED = ("brand.yml", "brand", "exercises", "mkdocs.yml", "overrides", "pictures", "sources", "words")


class _Build:
    """What one build knows, from the first event to the last. The last sound edition stays while serving."""

    serving = False
    edition: Edition | None = None
    guide: Guide
    renderer: Renderer
    reviews: dict[str, Review]
    styled: set[str]
    problems: list[Problem]


def on_startup(command: str, dirty: bool) -> None:
    _Build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Before anything is written: read it all, and stop with every problem. A serving build shows them instead."""
    home = Path(config.config_file_path).parent
    clinic = home if home != ROOT else None
    edition, _Build.guide, _Build.problems = read_edition(Folders.of(ROOT, Path(config.docs_dir)), clinic)
    _Build.edition = edition or _Build.edition
    if _Build.problems and (not _Build.serving or not _Build.edition):
        raise PluginError(report(_Build.problems))
    if _Build.problems:
        log.error(report(_Build.problems))
    assert _Build.edition
    config.extra["edition"] = _Build.edition
    for notice in edition.notices if edition else ():
        log.info(notice)
    _Build.styled = set()
    _Build.reviews = reviews(_Build.guide)
    templates = environment([ROOT / "overrides" / "worksheets"])
    _Build.renderer = Renderer(_Build.guide, templates, _Build.edition.brand, _Build.edition.words)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    for name in WATCHED:
        server.watch(str(ROOT / name))
    if (home := Path(config.config_file_path).parent) != ROOT:
        server.watch(str(home))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give every exercise a page of its own, and publish nothing of the theme but what its templates write."""
    for file in list(files):
        if not file.generated_by and file.src_dir and not Path(file.src_dir).is_relative_to(config.docs_dir):
            files.remove(file)
    entries = _Build.guide.catalogue.entries
    for id_, entry in entries.items():
        files.append(File.generated(config, exercise_page(id_), content=_Build.renderer.own_page(entry)))
    shown = examples() if _Build.guide.shows("gallery") else ()
    for entry in (*entries.values(), *(example.entry for example in shown)):
        if style := _Build.renderer.stylesheet(entry):
            files.append(File.generated(config, exercise_style(entry.id), content=style))
            _Build.styled.add(entry.id)
    files.append(File.generated(config, PALETTE, content=_Build.renderer.palette()))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if _Build.problems:
        return problem_page(_Build.problems)
    renderer, edition = _Build.renderer, _Build.edition
    assert edition

    def link(path: str) -> str:
        target = files.get_file_from_path(path)
        if target is None:
            raise PluginError(f"{page.file.src_uri}: a template links to {path}, which is not a page.")
        return target.url_relative_to(page.file)

    def marker(one: Marker) -> str:
        below = one.heading + 1
        match one.word:
            case "exercise":
                return renderer.exercise(one.argument, below, link)
            case "picture":
                return renderer.picture(one.argument)
            case "worksheets":
                return renderer.worksheets(below, link)
            case "gallery":
                return renderer.gallery(below, link)
            case "helplines":
                return renderer.helplines(below)
            case _:
                return renderer.references()

    markdown = unlinked(markdown, page.file.src_uri, edition.removed)
    return expand(markdown, marker, lambda keys: renderer.citation(keys, link))


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: object) -> dict[str, object]:
    context["review"] = _Build.reviews.get(page.file.src_uri)
    shown = _Build.guide.exercises_on(page.file.src_uri)
    context["exercise_styles"] = [exercise_style(id_) for id_ in shown if id_ in _Build.styled]
    return context
