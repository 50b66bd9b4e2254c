"""In which languages a page is written, and the way to those that are in no other."""

from collections.abc import Iterator

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from worksheets.editions.site_languages import SiteLanguage
from worksheets.rendering.links_to_originals import lead_to_originals


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
    return found[0].folder + page.url.removeprefix("./") if found else None


def with_originals(markdown: str, page: Page, config: MkDocsConfig) -> str:
    """A page of a site in several languages, with links to what only others have."""
    build = current()
    others = [one for one in build.site.languages if one.code != build.edition.brand.language]

    def address(other: SiteLanguage, path: str) -> str:
        there = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        return get_relative_url(other.folder + there.url, build.host.home + page.url)

    return lead_to_originals(markdown, page.file.src_uri, build.edition.removed.pages, others, address, build.renderer)
