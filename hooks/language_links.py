"""What a page template asks about the other languages of the site."""

from collections.abc import Callable
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

    def link(language: SiteLanguage, page: Page | None) -> LanguageLink:
        edition = current().edition
        start = edition.guide.settings.key_pages.start
        path = page.file.src_uri if page and page.file.src_uri in language.pages else start
        address = address_in_site(path, files)
        whole = language.folder + (address.removeprefix("./") if language.folder else address)
        return LanguageLink(language, whole, language.spoken_among(edition.t.direction))

    def others(page: Page | None) -> list[LanguageLink]:
        build = current()
        return [link(one, page) for one in build.site.languages if one.code != build.edition.brand.language]

    return others
