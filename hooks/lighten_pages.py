"""Makes a built site light, and refuses a page that does not arrive at once. A preview only warns."""

import logging
from pathlib import Path

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs_host import root_of
from worksheets.site.lighten import BudgetError, UnreadableError, heavy_pages, lighten
from worksheets.site.pruning.css_minifier import StylesheetError

log = logging.getLogger("mkdocs.hooks.lighten_pages")


def on_post_build(config: MkDocsConfig) -> None:
    site, root = Path(config.site_dir), root_of(config)
    try:
        if current().host.serving:
            for said in heavy_pages(site, root):
                log.warning(said)
        else:
            lighten(site, root)
    except (StylesheetError, BudgetError, UnreadableError) as error:
        if not current().host.serving:
            raise PluginError(str(error)) from error
        log.warning(str(error))
