"""Keeps room for the pictures in pages, and warns of those whose size cannot be told."""

import logging
from os.path import relpath
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from pydantic_core import PydanticCustomError
from worksheets.editions.brand_images import Size, size
from worksheets.rendering.image_sizes import framed

log = logging.getLogger("mkdocs.hooks.images")


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    if "<img" not in html:
        return None
    sources = {file.dest_uri: file.abs_src_path for file in files}

    def size_of(address: str) -> Size | None:
        path = sources.get(normpath(join(dirname(page.file.dest_uri), unquote(urlsplit(address).path))))
        try:
            return size(Path(path)) if path else None
        except PydanticCustomError as mistake:
            said = mistake.context or {}
            place = f"{_name(page, config)}:{_line(page, Path(path or '').name)}"
            log.warning(f"{place}: {said['wrong']} {said['write']}")
            return None

    return framed(html, size_of)


def _name(page: Page, config: MkDocsConfig) -> str:
    """The file of a page as its author finds it."""
    return relpath(page.file.abs_src_path or page.file.src_uri, dirname(config.config_file_path))


def _line(page: Page, name: str) -> int:
    """The line from 1 on which a page first says the name of a file."""
    lines = page.file.content_string.splitlines()
    return next((number for number, line in enumerate(lines, 1) if name in unquote(line)), 1)
