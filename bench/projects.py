"""The guide as it is, and the same pages as other tools would build them."""

import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from worksheets.authoring.source_files import Folders
from worksheets.exercises.exercise_addresses import exercise_page
from worksheets.guide.citations import cited
from worksheets.guide.guide_reader import read_guide
from worksheets.guide.markers import filled
from worksheets.rendering.exercise_renderer import Link
from worksheets.rendering.marker_content import marker_content
from worksheets.rendering.renderer import Renderer

from tests.support.host import File, get_relative_url
from tests.support.project import FILES, PARTS, ROOT
from tests.support.renderers import renderer_for


@dataclass(frozen=True)
class Run:
    """One build: the seconds that processors worked for it, and the peak of its memory in MB."""

    seconds: float
    memory: float


def build(project: Path, site: Path) -> Run:
    """Build a project in a process of its own; RuntimeError with what it said if it fails."""
    command = [sys.executable, "-m", "bench.one_build", str(site)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"{project}: {done.stderr}")
    seconds = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, int(done.stdout) / 1024)


def environment() -> dict[str, str]:
    """For builds without PDFs, which have lines of their own, by whatever tool."""
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "hooks")))
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "SHEETS": "false", "PYTHONPATH": paths}


def ours(target: Path) -> Path:
    """A copy of the guide."""
    for name in PARTS:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, target)
    return target


def stock_material(target: Path, guide: Path, search: bool = True) -> Path:
    """The same pages with all that ours hold, for Material as it comes: its layout, no hook of ours.

    Its web fonts are off, which changes nothing in a build and makes its pages lighter than they come.
    """
    for path, title, text in written_out():
        _write_page(target / "docs" / path, title, _with_blocks(path, text))
    _write_config(target, guide, plugins=["search"] if search else [])
    return target


def with_macros(target: Path, guide: Path) -> Path:
    """The same for Material with mkdocs-macros-plugin, which puts the exercises into the pages.

    Its brackets are not the usual ones, because some pages show braces.
    """
    for path, title, text in written_out():
        called = filled(text, text, lambda one: f'[[[ show("{one.word}", "{one.argument}", {one.heading}) ]]]')
        _write_page(target / "docs" / path, title, called)
    brackets = {"variable": ("[[[", "]]]"), "block": ("[[%", "%]]"), "comment": ("[[#", "#]]")}
    macros = {"module_name": "macros", "on_error_fail": True}
    for kind, (start, end) in brackets.items():
        macros |= {f"j2_{kind}_start_string": start, f"j2_{kind}_end_string": end}
    shutil.copy(Path(__file__).with_name("macros.py"), target)
    _write_config(target, guide, plugins=["search", {"macros": macros}])
    return target


def written_out() -> Iterator[tuple[str, str, str]]:
    """Path, title and Markdown of every page, its citations written out and its markers left as they are."""
    guide = renderer().guide
    for page in guide.pages:
        title = page.front_matter.title if page.front_matter else page.path
        yield page.path, title, _with_citations(page.path, page.body)
    for id_, entry in guide.catalogue.entries.items():
        yield exercise_page(id_), entry.exercise.title, f"<!-- exercise: {id_} -->"


def _with_citations(path: str, text: str) -> str:
    link = link_from(path)
    return cited(text, lambda keys: renderer().citation(keys, link))


def _with_blocks(path: str, text: str) -> str:
    link = link_from(path)
    return filled(text, text, lambda marker: block(marker_content(renderer(), marker, link)))


@cache
def renderer() -> Renderer:
    """What shows the exercises, outside of our hooks."""
    guide, problems = read_guide(Folders.of(ROOT))
    assert not problems
    return renderer_for(guide)


def link_from(page: str) -> Link:
    """How a page writes the address of another in HTML, given both as paths in `docs/`."""
    return lambda path: get_relative_url(_address(path), _address(page))


def _address(path: str) -> str:
    return File(path, "", "", use_directory_urls=True).url


def block(html: str) -> str:
    """HTML that Markdown takes as one block: without empty lines."""
    return "\n".join(line for line in html.splitlines() if line.strip())


def _write_page(path: Path, title: str, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{yaml.safe_dump({'title': title})}---\n{text}", encoding="utf-8")


def _write_config(target: Path, guide: Path, plugins: list[Any]) -> None:
    """Our own settings, but for the theme, the plugins and the hooks."""
    text = (guide / "mkdocs.yml").read_text(encoding="utf-8")
    plain = {"site_name": "Rupture and repair", "plugins": plugins, "theme": {"name": "material", "font": False}}
    shared = re.search(r"(?ms)^markdown_extensions:\n.*?(?=^\w)", text)
    nav = re.search(r"(?ms)^not_in_nav:.*", text)
    assert shared
    assert nav
    (target / "mkdocs.yml").write_text("\n".join([yaml.safe_dump(plain), shared[0], nav[0]]), encoding="utf-8")


def copied(guide: Path, target: Path) -> None:
    """A copy of a guide without its site; a room of the core has that name too, and stays."""
    shutil.copytree(guide, target, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree(target / "site", ignore_errors=True)


def without_weight(target: Path, guide: Path) -> Path:
    """The guide without the last stage: pages with links to whole stylesheets, nothing packed."""
    copied(guide, target)
    config = target / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("  - hooks/lighten_pages.py\n", ""), encoding="utf-8")
    return target


def alternating(projects: Sequence[Path], times: int) -> list[list[Run]]:
    """Build the projects in turn, so that what else the machine does falls on all alike."""
    runs: list[list[Run]] = [[] for _ in projects]
    for _ in range(times):
        for project, found in zip(projects, runs, strict=True):
            found.append(build(project, project / "site"))
    return runs
