"""Builds the site aside and puts it in place when it is whole, with its checksums and the list of what made it."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.utils import CountHandler
from worksheets.site.atomic_swap import Aside, aside, discard, put_in_place
from worksheets.site.checksums import write_sums

MATERIALS = Path(__file__).parent.parent / "deploy" / "sbom.cdx.json"
"""What the site is made with, in the form of CycloneDX; `make pins` writes it."""

_serving: list[bool] = []
_aside: list[Aside] = []


def on_startup(command: str, dirty: bool) -> None:
    _serving[:] = [command == "serve"]


@event_priority(-100)  # what is wrong with the guide is found before anything is made
def on_config(config: MkDocsConfig) -> None:
    if not any(_serving):
        _aside[:] = [aside(Path(config.site_dir))]
        config.site_dir = str(_aside[0].path)


def on_files(files: Files, config: MkDocsConfig) -> None:
    files.append(File.generated(config, "sbom.cdx.json", abs_src_path=str(MATERIALS)))


@event_priority(-100)  # the sums are those of the finished files
def on_post_build(config: MkDocsConfig) -> None:
    if not _aside:
        return
    new = _aside[0]
    if config.strict and _warnings():
        discard(_aside.pop())  # MkDocs stops after this, for its warnings
    else:
        write_sums(new.path)
        put_in_place(_aside.pop())
    config.site_dir = str(new.target)


def on_build_error(error: Exception) -> None:
    if _aside:
        discard(_aside.pop())
    if isinstance(error, OSError):
        said = f"The site was not built, and the old one stays: {error.strerror} ({error.filename2 or error.filename})."
        raise PluginError(f"{said} Look at the room on its disk, and at the rights of its folder.") from None


def _warnings() -> bool:
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
