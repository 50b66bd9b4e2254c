"""The HTML of a page's Markdown, as the host of the site writes it, for checks that come before there is a site."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from markdown import Markdown

from .heading_ids import heading_id

EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "sane_lists": {},
    "smarty": {},
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": False},
    "pymdownx.highlight": {"use_pygments": False},
    "pymdownx.superfences": {},
}
"""Those of mkdocs.yml, which this core does not read, with their options. A test holds the two together."""


def html_of(markdown: str) -> str:
    """The HTML of some Markdown, comments in it as they are."""
    return _writer().reset().convert(markdown)


@cache
def _writer() -> Markdown:
    options = {name: dict(one) for name, one in EXTENSIONS.items()}
    options["toc"]["slugify"] = heading_id
    return Markdown(extensions=list(options), extension_configs=options)
