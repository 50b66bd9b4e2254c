"""Which names a page gives a stylesheet to hold on to."""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser

CHANGED_BY_READERS = frozenset({"[open"})
"""What a page may not have as it comes, and has once a reader has opened something."""


def names_used(page: LexborHTMLParser) -> frozenset[str]:
    """Every name in a page: `p` for an element, `.wide` for a class, `#top` for an id, `[rows` and `[rows=3` for an
    attribute and what it says."""
    return CHANGED_BY_READERS.union(_names((node.tag or "", node.attributes) for node in page.css("*")))


def _names(elements: Iterable[tuple[str, dict[str, str | None]]]) -> Iterator[str]:
    for tag, attributes in elements:
        yield tag
        for attribute, value in attributes.items():
            yield from (f"[{attribute}", f"[{attribute}={value or ''}")
            if attribute == "class":
                yield from (f".{name}" for name in (value or "").split())
            elif attribute == "id":
                yield f"#{value}"
