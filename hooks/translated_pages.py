"""In which languages a page is written, for a page template."""

from collections.abc import Iterator

from current_build import current
from mkdocs.structure.pages import Page


def translations_of(page: Page) -> Iterator[tuple[str, str]]:
    """Every language in which a page is written, its own too, with the page's path from the top of the whole site."""
    languages = current().site.languages
    if len(languages) > 1 and page:
        yield from ((one.code, one.folder + page.url) for one in languages if page.file.src_uri in one.translated)


def original_of(page: Page) -> str | None:
    """Where a page that is not translated stands in the language in which it was written, from the top of the site."""
    build = current()
    foreign = build.foreign.get(page.file.src_uri)
    found = [one for one in build.site.languages if one.code == foreign and page.file.src_uri in one.pages]
    return found[0].folder + page.url.removeprefix("./") if found and build.host.home else None
