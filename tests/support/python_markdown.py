"""Python-Markdown as MkDocs calls it for our pages."""

from markdown import Markdown

from tests.support.host import yaml_load
from tests.support.project import ROOT


def markdown_of_the_site() -> Markdown:
    """A renderer with the extensions of mkdocs.yml."""
    names: list[str] = []
    options: dict[str, dict[str, object]] = {}
    for one in yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]:
        names.append(one if isinstance(one, str) else next(iter(one)))
        options |= {} if isinstance(one, str) else one
    return Markdown(extensions=names, extension_configs=options)
