"""Reads the whole edition before anything is written, and stops at any author's mistake."""

import logging
from pathlib import Path

import current_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs_host import ROOT, mkdocs_host
from worksheets.authoring.problems import report
from worksheets.build_start import BuildError
from worksheets.editions.listed_hooks import hooks_left_out
from worksheets.guide.markdown.heading_ids import heading_id

log = logging.getLogger("mkdocs.hooks.read_edition")

WATCHED = (
    *("brand.yml", "brand", "exercises", "fonts", "guide.yml", "languages", "mkdocs.yml", "overrides", "packs"),
    *("pictures", "reviews", "sources", "words"),
)

_commands: list[str] = []


def on_startup(command: str, dirty: bool) -> None:
    _commands[:] = [command]


def on_config(config: MkDocsConfig) -> None:
    if left_out := hooks_left_out(ROOT, {Path(name).name for name in config.hooks}):
        raise PluginError(report(left_out))
    config.mdx_configs.setdefault("toc", {})["slugify"] = heading_id
    try:
        build = current_build.start(mkdocs_host(config, serving=_commands == ["serve"]))
    except BuildError as error:
        raise PluginError(str(error)) from error
    if build.problems:
        log.error(report(build.problems))
    for notice in () if build.host.home else build.site.notices:
        log.info(notice)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    home = Path(config.config_file_path).resolve().parent
    for path in {*(ROOT / name for name in WATCHED), *([home] if home != ROOT else [])}:
        if path.exists():  # a guide without pictures or PDFs is no less served
            server.watch(str(path))
