"""The one site map of a site in several languages."""

from collections.abc import Mapping

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from worksheets.site.sitemap import with_languages


def site_map(xml: str, paths: Mapping[str, str], config: MkDocsConfig) -> str:
    """The site map of the first language with the pages of all others; `paths` has those of the first by address."""
    build = current()
    elsewhere = _only_elsewhere(config)
    days = {below: build.site.last_reviewed(path) for below, path in elsewhere.items()}
    return with_languages(xml, build.host.address, build.site.languages, {**paths, **elsewhere}, days)


def _only_elsewhere(config: MkDocsConfig) -> dict[str, str]:
    """The pages that only other languages have, by what their address is below the folder of a language."""
    first, *others = current().site.languages
    paths = sorted(frozenset().union(*(one.pages for one in others)) - first.pages)
    files = (File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in paths)
    return {file.url.removeprefix("./"): file.src_uri for file in files}
