"""What MkDocs says of a build, as the core wants to know it."""

import logging
import re
from pathlib import Path

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from worksheets.build import Host

log = logging.getLogger("mkdocs.hooks.make_pdfs")

ROOT = Path(__file__).parent.parent


def mkdocs_host(config: MkDocsConfig, serving: bool) -> Host:
    """The build that a configuration asks for."""
    file = Path(config.config_file_path).resolve()
    clinic = file.parent if file.parent != ROOT else None
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    return Host(
        root=ROOT,
        docs=Path(config.docs_dir),
        clinic=clinic,
        address=config.site_url or "",
        nav=config.nav or [],
        own_nav=clinic is not None and re.search("^nav:", file.read_text(encoding="utf-8"), re.MULTILINE) is not None,
        styles=[Path(config.docs_dir) / str(path) for path in config.extra_css],
        markdown=lambda text: markdown.reset().convert(text),
        serving=serving,
        with_pdfs=bool(config.extra.get("sheets", True)),
        log=log,
    )
