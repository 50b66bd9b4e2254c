"""Gives pages the day of their last review, where MkDocs would put the day of the build: two builds are the same."""

from datetime import date

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    pages = [file.page for file in files.documentation_pages() if file.page]
    days = [page.meta.get("last_reviewed") for page in pages]
    newest = max((day for day in days if isinstance(day, date)), default=date(1980, 1, 1))
    for page, day in zip(pages, days, strict=True):
        page.update_date = (day if isinstance(day, date) else newest).isoformat()
