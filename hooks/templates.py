"""Gives the page templates what the theme does not have: addresses of pages, and the policy."""

from pathlib import Path

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from worksheets.cache import CachedTemplates, folder_digest
from worksheets.site.policy import content_security_policy

_commands: list[str] = []


def on_startup(command: str, dirty: bool) -> None:
    _commands[:] = [command]


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    @pass_context  # else Jinja asks once, when it compiles
    def address(context: Context, path: str) -> str:
        file = files.get_file_from_path(path)
        if file is None:
            raise PluginError(f"A template links to {path}, which is not a page.")
        return file.url

    env.bytecode_cache = CachedTemplates("pages", folder_digest(Path(__file__).parent, "*.py"))
    env.filters["address"] = address
    env.globals["content_security_policy"] = content_security_policy(serving=_commands == ["serve"])
