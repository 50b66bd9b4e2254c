"""Makes a built site light, and refuses a page that does not arrive at once. A preview is left as it is."""

from pathlib import Path
from urllib.parse import urlsplit

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from worksheets.site.lighten import BudgetError, lighten
from worksheets.site.pruning.tightening import StylesheetError


def on_post_build(config: MkDocsConfig) -> None:
    if current().host.serving:
        return
    try:
        lighten(Path(config.site_dir), f"{urlsplit(config.site_url or '').path.rstrip('/')}/")
    except (StylesheetError, BudgetError) as error:
        raise PluginError(str(error)) from error
