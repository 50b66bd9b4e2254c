"""The guide as it is, and the same pages as other tools would build them."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
PARTS = ("brand", "docs", "exercises", "fonts", "hooks", "overrides", "pictures", "sources", "words")
FILES = ("brand.yml", "mkdocs.yml", "pyproject.toml")


@dataclass(frozen=True)
class Run:
    """One build: the seconds that processors worked for it, and the peak of its memory in MB."""

    seconds: float
    memory: float


def build(project: Path, site: Path) -> Run:
    """Build a project in a process of its own; RuntimeError with what it said if it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SHEETS": "false"}  # the PDFs have lines of their own
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    with subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE, text=True) as process:
        said = process.stderr.read() if process.stderr else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{project}: {said}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def ours(target: Path) -> Path:
    """A copy of the guide."""
    for name in PARTS:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, target)
    return target


def stock_material(target: Path, guide: Path) -> Path:
    """The same Markdown with all exercises in it, for Material as it comes: its layout, no hook of ours.

    Its search and its web fonts are off, which makes it lighter and faster than it comes.
    """
    shutil.copy(Path(__file__).with_name("writer.py"), guide / "hooks/writer.py")
    config = guide / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("  - hooks/guide.py\n", "  - hooks/guide.py\n  - hooks/writer.py\n"), encoding="utf-8"
    )
    os.environ["EXPANDED"] = str(target / "docs")
    try:
        build(guide, guide / "site")
    finally:
        config.write_text(text, encoding="utf-8")
        (guide / "hooks/writer.py").unlink()
    plain = {"site_name": "Rupture and repair", "plugins": [], "theme": {"name": "material", "font": False}}
    shared = re.search(r"(?ms)^markdown_extensions:\n.*?(?=^\w)", text)
    nav = re.search(r"(?ms)^not_in_nav:.*", text)
    assert shared
    assert nav
    (target / "mkdocs.yml").write_text("\n".join([yaml.safe_dump(plain), shared[0], nav[0]]), encoding="utf-8")
    return target


def without_weight(target: Path, guide: Path) -> Path:
    """The guide without the last stage: pages with links to whole stylesheets, nothing packed."""
    shutil.copytree(guide, target, ignore=shutil.ignore_patterns("site", "__pycache__"))
    config = target / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("  - hooks/weight.py\n", ""), encoding="utf-8")
    return target


def alternating(projects: Sequence[Path], times: int) -> list[list[Run]]:
    """Build the projects in turn, so that what else the machine does falls on all alike."""
    runs: list[list[Run]] = [[] for _ in projects]
    for _ in range(times):
        for project, found in zip(projects, runs, strict=True):
            found.append(build(project, project / "site"))
    return runs
