"""What a template asks of an item of the menu."""

from current_build import current
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page


def first_page(item: StructureItem) -> StructureItem:
    """Where a section of the menu begins: its first page or link, however deep."""
    return first_page(item.children[0]) if isinstance(item, Section) else item


def title_language(item: StructureItem) -> str | None:
    """The language of an item's title in the menu, if it is not that of the brand."""
    titles = current().titles
    if isinstance(item, Section):
        return titles.of_section(item.title)
    return titles.of_page(item.file.src_uri) if isinstance(item, Page) else None
