"""Which pages of the built guide are in another of its languages, and those of them that stand for the others.

The templates, styles and forms of a translated page are those of its original: what hangs on them alone is tried on all
originals and on a sample of each language. What hangs on words is tried on every page that has words of its own: where
nobody has translated one yet, another language shows the English page once more in its own frame.
"""

from functools import cache
from itertools import groupby

from tests.support.project import ROOT
from tests.support.renderers import BRAND
from tests.support.samples import WHOLE

EACH = 1 if WHOLE else 8
"""Of how many translated pages one stands for all. They are in the order of their addresses: each folder has some."""


def is_translated(path: str) -> bool:
    """Whether a page, by its address below the site, is in another language than the guide itself."""
    return path.split("/")[0] in BRAND.all_languages[1:]


def as_in_the_original(path: str) -> str:
    """The address of the page of which a page is the translation; its own if it is none."""
    return path.partition("/")[2] if is_translated(path) else path


@cache
def has_words_of_its_own(path: str) -> bool:
    """Whether a page says more than its original in the frame of another language.

    It does if its folder has a file for it, or if neither has: then both are made of other files.
    """
    language, _, original = path.partition("/")
    if not is_translated(path) or not any((ROOT / file).is_file() for file in _sources("docs", "exercises", original)):
        return True
    folder = f"languages/{language}"
    return any((ROOT / file).is_file() for file in _sources(f"{folder}/pages", f"{folder}/exercises", original))


def with_a_sample_of_translations(pages: list[str]) -> list[str]:
    """All that are no translation; and of each language some that are, and some that show the original."""
    groups = groupby(sorted(pages, key=_kind), _kind)
    return [path for kind, group in groups for path in list(group)[:: EACH if kind[0] else 1]]


def _kind(path: str) -> tuple[str, bool]:
    return (path.split("/")[0], has_words_of_its_own(path)) if is_translated(path) else ("", True)


def _sources(pages: str, exercises: str, original: str) -> list[str]:
    """Where the words of a page may stand, by its address in the language of the guide."""
    name = original.strip("/")
    return [
        f"{pages}/{name}.md",
        f"{pages}/{name}/index.md".replace("//", "/"),
        f"{exercises}/{name.removeprefix('worksheets/')}.yml",
    ]
