"""Builds the pages in the other languages of a site, each into its own folder of the same site."""

from pathlib import Path
from urllib.parse import urljoin

from current_build import another_build, current
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from worksheets.editions.site_languages import SiteLanguage


def on_post_build(config: MkDocsConfig) -> None:
    if current().host.serving or current().host.home:
        return
    for language in current().site.languages[1:]:
        with another_build():
            _build(config, language)


def _build(config: MkDocsConfig, language: SiteLanguage) -> None:
    """Build one language as a site of its own, but for what is there once for all languages."""
    folder = Path(config.site_dir) / language.folder
    try:
        inner = load_config(
            config.config_file_path,
            site_dir=str(folder),
            site_url=urljoin(config.site_url, language.folder) if config.site_url else "",
            strict=config.strict,
            use_directory_urls=config.use_directory_urls,
            extra={**config.extra, "language": language.code, "home": language.folder},
        )
        build(inner)
    except SystemExit as stopped:  # so that the folder aside is removed, as for any other error
        raise PluginError(f"The pages in {language.name} cannot be built.") from stopped
    if not config.site_url:
        (folder / "404.html").unlink(missing_ok=True)  # its links begin at the top of the site, where it is not
