"""While serving, makes new PDFs in the background: the pages do not wait for them."""

import logging
from pathlib import Path

from current_build import current, is_current
from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.hooks.make_pdfs")


def on_post_build(config: MkDocsConfig) -> None:
    build = current()
    if build.host.serving and build.pdfs and build.pdfs.waiting:
        build.pdfs.make_beside(Path(config.site_dir), lambda: is_current(build), log)
