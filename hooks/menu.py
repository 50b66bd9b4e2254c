"""Gives the menu's template what it needs to show a part of the guide as one link."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.filters["first_page"] = first_page


def first_page(item: StructureItem) -> StructureItem:
    """Where a section of the menu begins: its first page or link, however deep."""
    return first_page(item.children[0]) if isinstance(item, Section) else item
