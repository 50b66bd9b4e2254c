"""The address of a file of the site, for the page or the template that links to it; and that of the site."""

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url


def addresses_from(page: Page, files: Files) -> Callable[[str], str]:
    """What makes addresses relative to a page: of pages by path in `docs/`, of downloads by path in the site."""

    def address(path: str) -> str:
        if path.endswith((".pdf", ".epub")):
            return get_relative_url(path, page.url)
        return _file(path, files).url_relative_to(page.file)

    return address


def address_in_site(path: str, files: Files) -> str:
    """The address of a page by its path in `docs/`, from the root of the site."""
    return _file(path, files).url


def root_of(config: MkDocsConfig) -> str:
    """The path under which the site is served, `/` or such as `/guide/`."""
    return f"{unquote(urlsplit(config.site_url or '').path).rstrip('/')}/"


def _file(path: str, files: Files) -> File:
    file = files.get_file_from_path(path)
    if file is None:
        raise PluginError(f"A template links to {path}, and there is no such page.")
    return file
