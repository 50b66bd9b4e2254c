"""Gives the page templates what the theme does not have: the brand and its words, addresses, the menu, the policy."""

from datetime import date
from pathlib import Path

from current_build import current
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from language_links import from_the_top, languages_of
from menu_items import first_page, title_language
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from page_addresses import address_in_site
from translated_pages import original_of, translations_of
from worksheets.cache import CachedTemplates, folder_digest
from worksheets.page_values import page_values
from worksheets.rendering.page_title import title_alone, without_title
from worksheets.site.content_security_policy import content_security_policy


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    build = current()
    use_templates(env, files)
    env.filters |= {"first_page": first_page, "title_alone": title_alone, "without_title": without_title}
    env.filters |= {"title_language": title_language, "from_the_top": from_the_top}
    env.globals |= page_values(build)
    env.globals |= {"languages_of": languages_of(files), "translations_of": translations_of, "original_of": original_of}
    env.globals["top"] = (config.site_url or "").removesuffix(build.host.home)
    env.globals["content_security_policy"] = content_security_policy(serving=build.host.serving)
    _give_days(files)


def use_templates(env: Environment, files: Files) -> None:
    """Cache compiled templates, and let them ask for the address of a page of this build."""

    @pass_context  # otherwise Jinja calls it once, when it compiles
    def address(context: Context, path: str) -> str:
        return address_in_site(path, files)

    env.bytecode_cache = CachedTemplates("pages", folder_digest(Path(__file__).parent, "*.py"))
    env.filters["address"] = address


def _give_days(files: Files) -> None:
    """Put the day of a page's last review where MkDocs has the day of the build, so that two builds are the same."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    days = [page.meta.get("last_reviewed") for page in pages]
    newest = max((day for day in days if isinstance(day, date)), default=date(1980, 1, 1))
    for page, day in zip(pages, days, strict=True):
        page.update_date = (day if isinstance(day, date) else newest).isoformat()
