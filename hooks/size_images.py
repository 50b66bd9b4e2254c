"""Gives pictures in pages their size, so that nothing moves as they load, and warns of those whose size is unknown."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_host import author_calls
from worksheets.rendering.image_sizes import with_sizes

log = logging.getLogger("mkdocs.hooks.size_images")


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if "<img" not in html:
        return html
    pictures = {file.dest_uri: Path(file.abs_src_path) for file in files if file.abs_src_path}
    whole, problems = with_sizes(html, page.file.dest_uri, pictures, author_calls(page.file), page.file.content_string)
    for problem in problems:
        log.warning(str(problem))
    return whole
