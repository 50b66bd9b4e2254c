"""Makes a built site light, and refuses a page that does not arrive at once. A preview only warns."""

import logging
from pathlib import Path
from urllib.parse import urlsplit

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from worksheets.site.lighten import BudgetError, UnreadableError, heavy_pages, lighten
from worksheets.site.pruning.css_minifier import StylesheetError

log = logging.getLogger("mkdocs.hooks.lighten_pages")


def on_post_build(config: MkDocsConfig) -> None:
    if current().host.home:
        return  # with all languages
    site, root = Path(config.site_dir), f"{urlsplit(config.site_url or '').path.rstrip('/')}/"
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
