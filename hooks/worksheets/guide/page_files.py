"""Which files are pages, and which are published beside them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.source_files import Source, almost

PAGE = ".md"
"""How the name of a page ends."""

OTHER_ENDINGS = (
    ".markdown",
    ".mdown",
    ".mdwn",
    ".mkd",
    ".mkdn",
    ".mkdown",
    ".mdtext",
    ".mdtxt",
    ".mdx",
    ".rmd",
    ".qmd",
)
"""What else Markdown may be called, none of which is read, whatever a site generator makes of it."""


def is_page(path: Path) -> bool:
    """Whether a file is a page."""
    return path.name.endswith(PAGE)


def looks_like_a_page(path: Path) -> bool:
    """Whether a file is a page, or would be one by another name."""
    return bool(almost(path, PAGE, *OTHER_ENDINGS))


def misnamed_pages(sources: Iterable[Source]) -> Iterator[Problem]:
    """Every page is called so that it is read as one."""
    for source in sources:
        if looks_like_a_page(source.path) and not is_page(source.path):
            ending = almost(source.path, PAGE, *OTHER_ENDINGS)
            wrong = f"A page’s name ends in `{PAGE}`, this one’s in `{ending}`."
            yield Problem(source.file, 1, "", wrong, f"Rename it to `{source.path.name.removesuffix(ending)}{PAGE}`.")
