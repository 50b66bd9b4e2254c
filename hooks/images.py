"""Keeps room for the pictures in pages, and warns of those whose size cannot be told."""

import logging
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from pydantic_core import PydanticCustomError
from worksheets.frames import framed
from worksheets.images import Size, size

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
            log.warning(f"{page.file.src_uri}:{_line(page, Path(path or '').name)}: {said['wrong']} {said['write']}")
            return None

    return framed(html, size_of)


def _line(page: Page, name: str) -> int:
    """The line from 1 on which a page first says the name of a file."""
    lines = page.file.content_string.splitlines()
    return next((number for number, line in enumerate(lines, 1) if name in unquote(line)), 1)
