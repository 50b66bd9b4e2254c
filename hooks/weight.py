"""Makes a built site light, and refuses a page that does not arrive at once. A preview is left as it is."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section
from worksheets.weight.site import BudgetError, lighten
from worksheets.weight.tightening import StylesheetError

_commands: list[str] = []


def on_startup(command: str, dirty: bool) -> None:
    _commands[:] = [command]


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.filters["first_page"] = first_page


def first_page(item: StructureItem) -> StructureItem:
    """Where a section of the menu begins: its first page or link, however deep."""
    return first_page(item.children[0]) if isinstance(item, Section) else item


def on_post_build(config: MkDocsConfig) -> None:
    if _commands == ["serve"]:
        return
    try:
        lighten(Path(config.site_dir))
    except (StylesheetError, BudgetError) as error:
        raise PluginError(str(error)) from error
