"""Refuses a page that would break a promise: no script, nothing left of a marker."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from worksheets.promises import broken_promises


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    broken = list(broken_promises(output))
    if broken:
        raise PluginError("\n".join(f"{page.file.src_uri}: {promise}" for promise in broken))
