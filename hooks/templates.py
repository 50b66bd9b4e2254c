"""Gives the page templates what the theme does not have: the policy."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from worksheets.policy import content_security_policy

_commands: list[str] = []


def on_startup(command: str, dirty: bool) -> None:
    _commands[:] = [command]


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.globals["content_security_policy"] = content_security_policy(serving=_commands == ["serve"])
