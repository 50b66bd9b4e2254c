"""Builds the site aside and puts it in place when it is whole, with its checksums."""

import logging
from pathlib import Path

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler
from worksheets.site.atomic_swap import Aside, aside, discard, put_in_place, why_not_published
from worksheets.site.checksums import write_sums

log = logging.getLogger("mkdocs.hooks.publish_site")
_aside: list[Aside] = []


@event_priority(-100)  # what is wrong with the guide is found before anything is made
def on_config(config: MkDocsConfig) -> None:
    if not current().host.serving and not current().host.home:
        _aside[:] = [aside(Path(config.site_dir))]
        config.site_dir = str(_aside[0].path)


@event_priority(-100)  # the sums are those of the finished files
def on_post_build(config: MkDocsConfig) -> None:
    if not _aside or current().host.home:
        return
    new = _aside.pop()
    if config.strict and _warnings():
        discard(new)  # MkDocs stops after this, because of its warnings
    else:
        write_sums(new.path)
        if said := put_in_place(new):
            log.info(said)
    config.site_dir = str(new.target)


def on_build_error(error: Exception) -> None:
    site = _aside[0].target if _aside else None
    if _aside and not current().host.home:
        discard(_aside.pop())
    if isinstance(error, OSError):
        raise PluginError(why_not_published(error, site)) from None


def _warnings() -> bool:
    mkdocs = logging.getLogger("mkdocs")  # ProperDocs puts it below a logger of its own, and counts there
    handlers = [*mkdocs.handlers, *(mkdocs.parent.handlers if mkdocs.parent else [])]
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
