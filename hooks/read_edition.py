"""Reads the whole edition before anything is written, and stops at any author's mistake."""

import logging
import re
from pathlib import Path

import current_build
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from worksheets.authoring.problems import report
from worksheets.build import BuildError, Host

log = logging.getLogger("mkdocs.hooks.read_edition")

ROOT = Path(__file__).parent.parent
WATCHED = (
    *("brand.yml", "brand", "exercises", "fonts", "guide.yml", "mkdocs.yml", "overrides", "pictures", "sources"),
    "words",
)

_commands: list[str] = []


def on_startup(command: str, dirty: bool) -> None:
    _commands[:] = [command]


def on_config(config: MkDocsConfig) -> None:
    try:
        build = current_build.start(_host(config))
    except BuildError as error:
        raise PluginError(str(error)) from error
    if build.problems:
        log.error(report(build.problems))
    for notice in build.edition.notices:
        log.info(notice)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    home = Path(config.config_file_path).resolve().parent
    for path in {*(ROOT / name for name in WATCHED), *([home] if home != ROOT else [])}:
        server.watch(str(path))


def _host(config: MkDocsConfig) -> Host:
    file = Path(config.config_file_path).resolve()
    clinic = file.parent if file.parent != ROOT else None
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    return Host(
        root=ROOT,
        docs=Path(config.docs_dir),
        clinic=clinic,
        address=config.site_url or "",
        nav=config.nav or [],
        own_nav=clinic is not None and re.search("^nav:", file.read_text(encoding="utf-8"), re.MULTILINE) is not None,
        styles=[Path(config.docs_dir) / str(path) for path in config.extra_css],
        markdown=lambda text: markdown.reset().convert(text),
        serving=_commands == ["serve"],
        with_pdfs=bool(config.extra.get("sheets", True)),
        log=log,
    )
