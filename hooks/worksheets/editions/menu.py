"""The menu of an edition: the guide's, without what is removed or hidden, and with a clinic's own pages."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..authoring.words import SOURCE
from ..exercises.exercise_addresses import pack_page
from ..guide.slots import filled_text
from ..guide.whole_guide import Guide
from .edition import Edition
from .slot_values import step_values

Item = str | dict[str, Any]
"""A page, or a title with a page or a list of items, as `nav` in mkdocs.yml has them."""


@dataclass(frozen=True)
class TitleLanguages:
    """The languages of titles in the menu; None for that of the brand.

    `pages` has the pages in another language, and which; `own_section` is the title of a clinic's own pages.
    """

    pages: Mapping[str, str]
    own_section: str
    translated: Collection[str] = ()
    """titles of sections that are in the brand's language"""

    def of_page(self, path: str) -> str | None:
        """The language of a page's title."""
        return self.pages.get(path)

    def of_section(self, title: str) -> str | None:
        """The language of a section's title: that of the guide, except above a clinic's own pages."""
        return SOURCE if self.pages and title not in (self.own_section, *self.translated) else None


def edition_menu(edition: Edition, nav: Sequence[Item], is_own: bool, docs: Path) -> list[Item]:
    """The menu of an edition, made from one that a clinic has written itself, if `is_own`, or else from the guide's.

    `docs` is the folder of the guide's pages: a clinic's page that takes the place of one of them has its place here.
    """
    brand = edition.brand
    own = [page.path for page in edition.guide.pages if page.own and page.path not in brand.hide]
    items = pruned(nav, {*edition.removed.pages, *brand.hide})
    translated = [path for path, one in edition.guide.languages.items() if one == brand.language != SOURCE]
    items = items if is_own else with_packs(retitled(items, {*own, *translated}, edition.menu), edition.guide)
    items = with_numbers(items, step_values(edition.guide, edition.t if is_own else edition.words[SOURCE]))
    return with_own(items, [path for path in own if not (docs / path).is_file()], brand.short_name)


def not_in_menu(edition: Edition, menu: Sequence[Item], is_own: bool) -> set[str]:
    """The pages that a brand hides, or that a menu of its own does not have."""
    packs = {pack_page(id_) for id_ in edition.guide.packs.entries}
    missing = {page.path for page in edition.guide.pages} if is_own else set()
    return {*edition.brand.hide, *((missing | packs) - pages_in(menu))}


def pruned(nav: Sequence[Item], gone: Collection[str]) -> list[Item]:
    """The items without pages that are gone, and without sections that have become empty."""
    kept: list[Item] = []
    for item in nav:
        if isinstance(item, str):
            kept += [item] if item not in gone else []
            continue
        ((title, inner),) = item.items()
        if isinstance(inner, list):
            inner = pruned(inner, gone)
        if (isinstance(inner, str) and inner not in gone) or (isinstance(inner, list) and inner):
            kept.append({title: inner})
    return kept


def retitled(nav: Sequence[Item], own: Collection[str], titles: Mapping[str, str]) -> list[Item]:
    """The items, where some have other titles, and own or translated pages those that they give themselves."""
    items: list[Item] = []
    for item in nav:
        if isinstance(item, str):
            items.append(item)
            continue
        ((title, inner),) = item.items()
        if isinstance(inner, list):
            items.append({titles.get(title, title): retitled(inner, own, titles)})
        elif inner in own:
            items.append({titles[title]: inner} if title in titles else inner)
        else:
            items.append(item)
    return items


def with_packs(nav: Sequence[Item], guide: Guide) -> list[Item]:
    """The items, and the packs beside the page that lists all exercises, if that is an item with a title."""
    packs: list[Item] = [{entry.pack.title: pack_page(id_)} for id_, entry in guide.packs.entries.items()]
    lists = {page.path for page in guide.pages for marker in page.markers if marker.word == "worksheets"}
    items: list[Item] = []
    for item in nav:
        title, inner = next(iter(item.items())) if isinstance(item, dict) else ("", item)
        beside = packs and title and isinstance(inner, str) and inner in lists
        items.append({title: [{title: inner}, *packs]} if beside else item)
    return items


def with_numbers(nav: Sequence[Item], values: Mapping[str, str]) -> list[Item]:
    """The items with the slots in their titles filled, such as the number of steps."""
    items: list[Item] = []
    for item in nav:
        if isinstance(item, str):
            items.append(item)
            continue
        ((title, inner),) = item.items()
        filled = filled_text(title, values)
        items.append({filled: with_numbers(inner, values) if isinstance(inner, list) else inner})
    return items


def pages_in(nav: Sequence[Item]) -> set[str]:
    """Every page that the items name."""
    found: set[str] = set()
    for item in nav:
        for inner in item.values() if isinstance(item, dict) else (item,):
            found |= pages_in(inner) if isinstance(inner, list) else {inner}
    return found


def with_own(nav: Sequence[Item], own: Sequence[str], title: str) -> list[Item]:
    """The items, and below a title the own pages that are not among them."""
    missing = [page for page in own if page not in pages_in(nav)]
    return [*nav, *([{title: missing}] if missing else [])]
