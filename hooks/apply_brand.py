"""Shows whose copy this is: its names, language, menu and pages, and nothing that it removes."""

from current_build import current
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from site_map import site_map
from worksheets.editions.menu import not_in_menu
from worksheets.exercises.exercise_addresses import BRAND_STYLE, FILTERS_STYLE, KINDS_STYLE

_paths: dict[str, str] = {}


def on_config(config: MkDocsConfig) -> None:
    build = current()
    brand = build.edition.brand
    config.site_name, config.site_description, config.copyright = brand.name, brand.description, brand.credit
    config.extra_css = [BRAND_STYLE, *config.extra_css, FILTERS_STYLE, KINDS_STYLE, *build.edition.stylesheets]
    config.nav = list(build.menu)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Put a clinic's pages and pictures on top, and take out what it removes or hides."""
    build = current()
    for path, root in build.edition.own_pages.items():
        if old := files.get_file_from_path(path):
            files.remove(old)
        files.append(File(path, str(root), config.site_dir, config.use_directory_urls))
    for path in build.edition.removed.pages | build.edition.removed.files:
        if file := files.get_file_from_path(path):
            files.remove(file)
    for path in not_in_menu(build.edition, build.menu, build.host.own_nav):
        if file := files.get_file_from_path(path):
            file.inclusion = InclusionLevel.NOT_IN_NAV


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    _paths.clear()
    _paths.update({file.url.removeprefix("./"): file.src_uri for file in files.documentation_pages()})


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """One site map for all languages; a copy that is kept out of search engines has none."""
    build = current()
    if template_name != "sitemap.xml":
        return output_content
    if build.edition.brand.noindex or build.host.home:
        return ""
    return site_map(output_content, _paths, config) if build.site.languages[1:] else output_content
