"""Refuses a site that would break a promise, and tells servers how to serve one that keeps them."""

from pathlib import Path

from current_build import current
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs_host import author_calls
from page_addresses import root_of
from worksheets.authoring.problems import report
from worksheets.site.recipes.all_recipes import write_recipes
from worksheets.site.site_check import Source, check_site

_sources: dict[str, Source] = {}


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    home = current().host.home
    if not home:
        _sources.clear()
    _sources.update({f"{home}{file.dest_uri}": _source(file) for file in files})


@event_priority(-50)  # the files are read as they will be published
def on_post_build(config: MkDocsConfig) -> None:
    if current().host.serving or current().host.home:
        return
    site = Path(config.site_dir)
    problems, styles = check_site(site, _sources)
    if problems:
        raise PluginError(report(problems))
    write_recipes(site, root_of(config), styles, current().site.moves)


def _source(file: File) -> Source:
    generated = file.generated_by or file.abs_src_path is None
    return Source(author_calls(file), None if generated else Path(str(file.abs_src_path)))
