"""What a page template asks about the other languages of the site."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from current_build import current
from jinja2 import pass_context
from jinja2.runtime import Context
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from page_addresses import address_in_site
from worksheets.editions.site_languages import SiteLanguage


class LanguageLink(NamedTuple):
    """A page in another language: `path` leads to it from the top of the site; `spoken` says how its name is read."""

    language: SiteLanguage
    path: str
    spoken: str


@pass_context
def from_the_top(context: Context, path: str) -> str:
    """The address of what lies at a path from the top of the whole site, for the page that is made."""
    home, page = current().host.home, context.get("page")
    if page:
        return get_relative_url(path, home + page.url)
    return f"{context['base_url'].rstrip('/').removesuffix('/' + home.rstrip('/'))}/{path}"


def languages_of(files: Files) -> Callable[[Page | None], list[LanguageLink]]:
    """What finds a page in all other languages: the same page, or the start where a language does not have it."""

    def others(page: Page | None) -> list[LanguageLink]:
        build = current()
        start = build.edition.guide.settings.key_pages.start
        path = page.file.src_uri if page else start
        found = [one for one in build.site.languages if one.code != build.edition.brand.language]
        return [LanguageLink(one, _path(one, path if path in one.pages else start), _spoken(one)) for one in found]

    def _path(language: SiteLanguage, path: str) -> str:
        address = address_in_site(path, files)
        return language.folder + (address.removeprefix("./") if language.folder else address)

    return others


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


def _spoken(language: SiteLanguage) -> str:
    turned = language.direction != current().edition.t.direction
    return f' lang="{language.code}"' + (f' dir="{language.direction}"' if turned else "")
