"""Which pages of the built guide are in another of its languages, and those of them that stand for the others.

The templates, styles and forms of a translated page are those of its original: what hangs on them alone is tried on all
originals and on a sample of each language. What hangs on words is tried on every page.
"""

from collections.abc import Iterator
from itertools import groupby

from tests.support.renderers import BRAND

EACH = 8
"""Of how many translated pages one stands for all. They are in the order of their addresses: each folder has some."""


def is_translated(path: str) -> bool:
    """Whether a page, by its address below the site, is in another language than the guide itself."""
    return path.split("/")[0] in BRAND.all_languages[1:]


def as_in_the_original(path: str) -> str:
    """The address of the page of which a page is the translation; its own if it is none."""
    return path.partition("/")[2] if is_translated(path) else path


def with_a_sample_of_translations(pages: list[str]) -> list[str]:
    """All that are no translation, and of each language some that are."""
    return [
        path for language, group in groupby(sorted(pages, key=_language), _language) for path in _some(language, group)
    ]


def _language(path: str) -> str:
    return path.split("/")[0] if is_translated(path) else ""


def _some(language: str, pages: Iterator[str]) -> list[str]:
    return list(pages)[:: EACH if language else 1]
