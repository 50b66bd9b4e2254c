"""The guide's own folder: where it is, how it is copied, changed and built."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from filelock import FileLock

from tests.support.host import host_command

ROOT = Path(__file__).parents[2]
EXERCISES = sorted(
    path.relative_to(ROOT / "exercises").with_suffix("").as_posix() for path in (ROOT / "exercises").glob("*/*.yml")
)
"""The id of every exercise of the guide."""
SMALL_GUIDE = ROOT / "tests" / "small_guide"
"""A sound guide of a few files."""
SMALL_CLINIC = ROOT / "tests" / "small_clinic"
PATIENCE = 1800
"""Seconds that a build may take: with all of its PDFs, on a machine that has other things to do."""


def one_for_each_kind() -> list[str]:
    """The first exercise with each kind of field."""
    found: dict[str, str] = {}
    for exercise in EXERCISES:
        text = (ROOT / "exercises" / f"{exercise}.yml").read_text(encoding="utf-8")
        for kind in re.findall(r"- kind: ([\w-]+)", text):
            found.setdefault(kind, exercise)
    return sorted(set(found.values()))


def mkdocs(
    *arguments: str,
    folder: Path = ROOT,
    sheets: bool | str = False,
    before: tuple[str, ...] = (),
    command: Callable[..., list[str]] = host_command,
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Run the host in a folder, and give back what it said: with PDFs, without, or in some languages alone.

    `before` comes before the command.
    """
    return subprocess.run(
        [*before, *command(*arguments)],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SHEETS": str(sheets).lower()} | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


GUIDE = ("docs", "exercises", "languages", "packs", "pictures", "sources", "words")
PARTS = ("brand", "deploy", "fonts", "hooks", "overrides", *GUIDE)
"""The folders of which the site is made; those of `GUIDE` hold what it says."""

FILES = ("brand.yml", "guide.yml", "mkdocs.yml", "pyproject.toml")
"""The files of which it is made beside them."""


def copy_project(target: Path, *, languages: Sequence[str] = ()) -> Path:
    """A copy of all that makes the site, to be broken: in the guide's own language, and in these others of its
    languages."""
    for name in PARTS:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, target)
    text = (target / "brand.yml").read_text(encoding="utf-8")
    kept = ", ".join([r"\1", *languages])
    (target / "brand.yml").write_text(re.sub(r"(?m)^languages: \[(\w+), .*\]$", f"languages: [{kept}]", text), "utf-8")
    return target


def copy_guide(target: Path) -> Path:
    """A copy of what the guide says, without its other languages and all that makes a site of it."""
    for name in ("docs", "exercises", "packs", "pictures", "sources", "words"):
        shutil.copytree(ROOT / name, target / name)
    for name in ("guide.yml", "mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, target)
    return target


def copy_small_guide(target: Path) -> Path:
    """A copy of the small guide with the brand of the small clinic."""
    shutil.copytree(SMALL_GUIDE, target, dirs_exist_ok=True)
    shutil.copytree(SMALL_CLINIC, target, dirs_exist_ok=True)
    shutil.copytree(ROOT / "words", target / "words")
    return target


def built_guide(factory: pytest.TempPathFactory) -> Path:
    """The guide's own site without its PDFs, once for all workers. Nobody may change it."""
    return built_once(factory, "first-own")


def built_clinic(factory: pytest.TempPathFactory, name: str) -> Path:
    """The site of an example of a clinic without its PDFs, once for all workers. Nobody may change it."""
    return built_once(factory, f"clinic-{name}", f"--config-file=clinics/example-{name}/mkdocs.yml")


def built_once(
    factory: pytest.TempPathFactory, name: str, *arguments: str, sheets: bool | str = False, language: str = ""
) -> Path:
    """A site built from the real files, once for all workers, in a folder of that name; `language` builds one alone."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    with FileLock(shared / f"{name}.lock"):
        if not (shared / name).exists():
            command = ("build", "--strict", "--site-dir", str(shared / name), *arguments)
            done = mkdocs(*command, sheets=sheets, SITE_LANGUAGE=language)
            assert done.returncode == 0, done.stderr
    return shared / name


def finished_pages(site: Path) -> list[Path]:
    """Every page of a built site, in order, but those that only lead on from an old address."""
    return [path for path in sorted(site.rglob("*.html")) if 'id="content"' in path.read_text(encoding="utf-8")]


def replace(path: Path, old: str, new: str) -> None:
    """Replace the first of some words in a file; they have to be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
