"""What MkDocs says of a build, as the core wants to know it."""

import logging
import re
from pathlib import Path

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from try_build import before_pdfs
from worksheets.host import Host

log = logging.getLogger("mkdocs.hooks.make_pdfs")

ROOT = Path(__file__).parent.parent


def author_calls(file: File) -> str:
    """What problems call a file of the site: by its path in the guide's folder, as every other check does."""
    if file.generated_by or file.abs_src_path is None:
        return file.src_uri
    path = Path(file.abs_src_path)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()


def mkdocs_host(config: MkDocsConfig, serving: bool) -> Host:
    """The build that a configuration asks for."""
    file = Path(config.config_file_path).resolve()
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    return Host(
        root=ROOT,
        docs=Path(config.docs_dir),
        clinic=(clinic := file.parent if file.parent != ROOT else None),
        address=config.site_url or "",
        nav=config.nav or [],
        own_nav=clinic is not None and re.search("^nav:", file.read_text(encoding="utf-8"), re.MULTILINE) is not None,
        styles=[Path(config.docs_dir) / str(path) for path in config.extra_css],
        markdown=lambda text: markdown.reset().convert(text),
        serving=serving,
        sheets=config.extra.get("sheets", True),
        log=log,
        try_without_pdfs=lambda: before_pdfs(config),
        branch=config.extra.get("branch"),
        language=str(config.extra.get("language") or ""),
        home=str(config.extra.get("home") or ""),
    )
