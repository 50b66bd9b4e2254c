"""The stylesheets that mkdocs.yml gives to each page and sheet, in its order."""

from tests.support.host import yaml_load
from tests.support.project import ROOT

PATHS: tuple[str, ...] = tuple(yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra_css"])
"""Their paths in `docs/`."""

FILES = tuple(ROOT / "docs" / name for name in PATHS)

STYLES = "".join(path.read_text(encoding="utf-8") for path in FILES)
"""All of their CSS."""
