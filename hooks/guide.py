"""Puts exercises, lists, helplines and references into the pages, and stops the build at any author's mistake."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from worksheets.examples import examples
from worksheets.guide import Folders, Guide, read_guide
from worksheets.page import Marker, expand
from worksheets.problems import Problem, report
from worksheets.rendering import Renderer, environment, exercise_page, exercise_style, problem_page
from worksheets.review import Review, reviews
from worksheets.settings import settings_problems

log = logging.getLogger("mkdocs.hooks.guide")


class _Build:
    """What one build knows, from the first event to the last."""

    serving = False
    guide: Guide
    renderer: Renderer
    reviews: dict[str, Review]
    styled: set[str]
    problems: list[Problem]


def on_startup(command: str, dirty: bool) -> None:
    _Build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Before anything is written: read it all, and stop with every problem. A serving build shows them instead."""
    root = Path(config.config_file_path).parent
    _Build.guide, _Build.problems = read_guide(Folders.of(root, Path(config.docs_dir)))
    mkdocs_yml = Path(config.config_file_path)
    _Build.problems += settings_problems(
        config.extra, mkdocs_yml.read_text(encoding="utf-8"), mkdocs_yml.name, _Build.guide.helplines
    )
    templates = environment([root / "overrides" / "worksheets"])
    _Build.styled = set()
    _Build.reviews = reviews(_Build.guide)
    _Build.renderer = Renderer(_Build.guide, templates, config.extra.get("country", ""))
    if _Build.problems and not _Build.serving:
        raise PluginError(report(_Build.problems))
    if _Build.problems:
        log.error(report(_Build.problems))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give every exercise a page of its own, and publish nothing of the theme but what its templates write."""
    for file in list(files):
        if not file.generated_by and file.src_dir and not Path(file.src_dir).is_relative_to(config.docs_dir):
            files.remove(file)
    entries = _Build.guide.catalogue.entries
    for id_, entry in entries.items():
        files.append(File.generated(config, exercise_page(id_), content=_Build.renderer.own_page(entry)))
    for entry in (*entries.values(), *(example.entry for example in examples())):
        if style := _Build.renderer.stylesheet(entry):
            files.append(File.generated(config, exercise_style(entry.id), content=style))
            _Build.styled.add(entry.id)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if _Build.problems:
        return problem_page(_Build.problems)
    renderer = _Build.renderer

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
                return renderer.gallery(one.argument, below, link)
            case "helplines":
                return renderer.helplines(below)
            case _:
                return renderer.references()

    return expand(markdown, marker, lambda keys: renderer.citation(keys, link))


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: object) -> dict[str, object]:
    context["review"] = _Build.reviews.get(page.file.src_uri)
    shown = _Build.guide.exercises_on(page.file.src_uri)
    context["exercise_styles"] = [exercise_style(id_) for id_ in shown if id_ in _Build.styled]
    return context
