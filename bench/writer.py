"""A hook that writes each page's Markdown, with all that our hooks put into it, to the folder that EXPANDED names."""

import os
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    path = Path(os.environ["EXPANDED"], page.file.src_uri)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{yaml.safe_dump({'title': str(page.title)})}---\n{markdown}", encoding="utf-8")
