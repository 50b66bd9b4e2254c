"""Builds a site without its PDFs into a folder that is thrown away. So what only a build finds is told in seconds: by
`make check`, and before many PDFs are made. MkDocs does not call this file."""

import logging
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

WORDS = {logging.INFO: "Note", logging.WARNING: "Warning", logging.ERROR: "Problem"}
NOTES_FROM = "mkdocs.hooks.lighten_pages"
"""The others' notes have been told by `worksheets check`."""


def before_pdfs(config: MkDocsConfig) -> None:
    """Try the build that a configuration asks for, and say only what would stop it; Abort if anything does."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO if config.strict else logging.WARNING)
    try:
        _try(str(config.config_file_path), strict=config.strict, use_directory_urls=config.use_directory_urls)
    finally:
        logging.disable(before)


def main(config_file: str) -> int:
    """Say what would stop a build, and what one may want to know."""
    for level, word in WORDS.items():
        logging.addLevelName(level, word)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    logging.getLogger(NOTES_FROM).setLevel(logging.INFO)
    try:
        _try(config_file, strict=True)
    except Abort:
        return 1
    return 0


def _try(config_file: str, **options: Any) -> None:
    with TemporaryDirectory() as folder:
        build(load_config(config_file, site_dir=str(Path(folder) / "site"), extra={"sheets": False}, **options))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
