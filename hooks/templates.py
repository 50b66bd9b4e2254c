"""Gives the page templates the filters that the core's own templates have."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from worksheets.rendering import day


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.filters["day"] = day
