"""The menu of an edition: the guide's, without what is removed or hidden, and with a clinic's own pages."""

from collections.abc import Collection, Sequence
from typing import Any

Item = str | dict[str, Any]
"""A page, or a title with a page or a list of items, as `nav` in mkdocs.yml has them."""


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


def retitled(nav: Sequence[Item], own: Collection[str]) -> list[Item]:
    """The items, where a clinic's own pages have the titles that they give themselves."""
    items: list[Item] = []
    for item in nav:
        if isinstance(item, str):
            items.append(item)
            continue
        ((title, inner),) = item.items()
        if isinstance(inner, list):
            items.append({title: retitled(inner, own)})
        else:
            items.append(inner if inner in own else item)
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
