"""Makes a built site light, and refuses a page that does not arrive at once. A preview warns, a copy is told."""

import logging
from pathlib import Path

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from page_addresses import root_of
from worksheets.site.lighten import UnreadableError, heavy_pages, lighten
from worksheets.site.page_budget import ROOM, Heavy, note_of
from worksheets.site.pruning.css_minifier import StylesheetError

log = logging.getLogger("mkdocs.hooks.lighten_pages")


def on_post_build(config: MkDocsConfig) -> None:
    if current().host.home:
        return  # with all languages
    site, root = Path(config.site_dir), root_of(config)
    make_light = heavy_pages if current().host.serving else lighten
    try:
        _tell(make_light(site, root, _room))
    except (StylesheetError, UnreadableError) as error:
        if not current().host.serving:
            raise PluginError(str(error)) from error
        log.warning(str(error))


def _room(page: str) -> int:
    """A page that copies show leaves room for theirs."""
    build = current()
    left_out = page.startswith(build.guide.settings.left_out)
    return 0 if build.host.clinic or left_out else ROOM


def _tell(heavy: list[Heavy]) -> None:
    build = current()
    if heavy and build.host.clinic:
        log.info(note_of(heavy))
    elif heavy and not build.host.serving:
        raise PluginError("\n".join(map(str, heavy)))
    for one in [] if build.host.clinic else heavy:
        log.warning(str(one))
