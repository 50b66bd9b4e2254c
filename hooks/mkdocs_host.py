"""What MkDocs says of a build, as the core wants to know it."""

import logging
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils.yaml import yaml_load
from try_build import before_pdfs
from worksheets.authoring.problems import Problem
from worksheets.host import Host

log = logging.getLogger("mkdocs.hooks.make_pdfs")

ROOT = Path(__file__).parent.parent
CLINIC = "clinic.py"
HANDLER = re.compile(r"^def on_\w+", re.MULTILINE)
"""What MkDocs calls in a hook; other files beside the hooks have none."""


def author_calls(file: File) -> str:
    """What problems call a file of the site: by its path in the guide's folder, as every other check does."""
    if file.generated_by or file.abs_src_path is None:
        return file.src_uri
    return author_file(Path(file.abs_src_path))


def hooks_left_out(config: MkDocsConfig) -> list[Problem]:
    """The hooks of the guide that its mkdocs.yml does not list, each with what is then not done."""
    file = Path(config.config_file_path).resolve()
    listed = {Path(name).name for name in config.hooks}
    if CLINIC in listed:  # it calls what the guide's own file lists
        file = ROOT / "mkdocs.yml"
        with file.open(encoding="utf-8") as settings:
            listed = {Path(name).name for name in yaml_load(settings)["hooks"]}
    line = next((at for at, text in enumerate(file.read_text("utf-8").splitlines(), 1) if text.startswith("hooks:")), 1)
    return [
        Problem(author_file(file), line, "hooks", f"`hooks/{path.name}` is not listed.", f"Add it: {_purpose(path)}")
        for path in sorted((ROOT / "hooks").glob("*.py"))
        if path.name not in {*listed, CLINIC} and HANDLER.search(path.read_text(encoding="utf-8"))
    ]


def author_file(path: Path) -> str:
    """A file as problems call it: by its path in the guide's folder if it is there."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()


def _purpose(path: Path) -> str:
    """The first line of what a hook says of itself, as the end of a sentence."""
    first = path.read_text(encoding="utf-8").split('"""')[1].strip().splitlines()[0]
    return f"it {first[0].lower()}{first[1:]}"


def root_of(config: MkDocsConfig) -> str:
    """The path under which the site is served, `/` or such as `/guide/`."""
    return f"{unquote(urlsplit(config.site_url or '').path).rstrip('/')}/"


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
        try_without_pdfs=lambda: before_pdfs(config),
        branch=config.extra.get("branch"),
    )
