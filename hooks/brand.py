"""Shows whose copy this is: names, colours, pictures, language, and nothing that it removes."""

import re
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from state import Build
from worksheets.authoring.words import SOURCE
from worksheets.editions.clinic_stylesheets import read_stylesheets
from worksheets.editions.edition import Edition
from worksheets.editions.menu import pages_in, pruned, retitled, with_own
from worksheets.editions.web_manifest import MANIFEST, manifest
from worksheets.rendering.renderer import KINDS_STYLE, PALETTE, exercise_page
from worksheets.version import version

ROOT = Path(__file__).parent.parent


def _edition() -> Edition:
    assert Build.edition
    return Build.edition


def _has_own_nav(config: MkDocsConfig) -> bool:
    """Whether a clinic wrote a menu of its own, in its own language."""
    file = Path(config.config_file_path).resolve()
    return file.parent != ROOT and re.search("^nav:", file.read_text(encoding="utf-8"), re.MULTILINE) is not None


def _not_in_menu(config: MkDocsConfig, edition: Edition) -> set[str]:
    """The pages that a brand hides, or that a menu of its own does not have."""
    missing = {page.path for page in edition.guide.pages} - pages_in(config.nav or [])
    return {*edition.brand.hide, *(missing if _has_own_nav(config) else ())}


def on_config(config: MkDocsConfig) -> None:
    edition = _edition()
    brand = edition.brand
    config.site_name, config.site_description, config.copyright = brand.name, brand.description, brand.credit
    config.theme["language"] = brand.language
    sheets = read_stylesheets(edition.overlay)[0] if edition.overlay else {}
    config.extra_css = [PALETTE, *config.extra_css, KINDS_STYLE, *sheets]
    own = [page.path for page in edition.guide.pages if page.own and page.path not in brand.hide]
    nav = pruned(config.nav or [], {*edition.removed.pages, *brand.hide})
    nav = nav if _has_own_nav(config) else retitled(nav, own)
    added = [path for path in own if not (Path(config.docs_dir) / path).is_file()]
    config.nav = with_own(nav, added, brand.short_name)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put a clinic's files on top, take out what it removes, and publish what the brand needs."""
    edition = _edition()
    brand, overlay = edition.brand, edition.overlay
    for relative, source in overlay.files("pages", "*").items() if overlay else ():
        root = source.path.parents[len(relative.parts) - 1]
        _put(files, File(relative.as_posix(), str(root), config.site_dir, config.use_directory_urls))
    for path in edition.removed.pages:
        if file := files.get_file_from_path(path):
            files.remove(file)
    for path in _not_in_menu(config, edition):
        if file := files.get_file_from_path(path):
            file.inclusion = InclusionLevel.NOT_IN_NAV
    for image in {image.published: image for image in brand.images}.values():
        _put(files, File.generated(config, image.published, abs_src_path=str(image.path)))
    for path, text in (read_stylesheets(overlay)[0] if overlay else {}).items():
        _put(files, File.generated(config, path, content=text))
    _put(files, File.generated(config, MANIFEST, content=manifest(brand)))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """What every template can use. `foreign` has the pages in another language than the brand's, and which."""
    edition = _edition()
    languages = {page.path: page.language for page in edition.guide.pages}
    languages |= {exercise_page(id_): entry.language for id_, entry in edition.guide.catalogue.entries.items()}
    foreign = {path: one for path, one in languages.items() if one != edition.brand.language}
    env.globals |= {
        "brand": edition.brand,
        "say": edition.say,
        "version": version(ROOT),
        "manifest": MANIFEST,
        "foreign": foreign,
        "foreign_in_menu": {} if _has_own_nav(config) else foreign,
        "menu_language": SOURCE,
    }


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Who keeps out of search engines has no map for them."""
    return "" if template_name == "sitemap.xml" and _edition().brand.noindex else output_content


def _put(files: Files, file: File) -> None:
    """A file of the site, in the place of one with the same path."""
    if old := files.get_file_from_path(file.src_uri):
        files.remove(old)
    files.append(file)
