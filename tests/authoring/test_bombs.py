"""Files made to be too much: each is reported at once, in little memory."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.project import ROOT, SMALL_GUIDE

MEMORY = 1 << 30
"""Bytes that reading the whole guide may take, bombs and all."""
FILES = (
    *("exercises/one/sheet.yml", "exercises/sections.yml", "sources/helplines.yml", "sources/references.bib"),
    *("docs/steps/one.md", "pictures/dials.svg"),
)
BOMBS: dict[str, Callable[[], str]] = {
    "aliases": lambda: "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 12)),
    "merge keys": lambda: "a: &a {x: 1}\n" + "b: {" + "<<: *a, " * 5000 + "}\n",
    "a scalar of 100 MB": lambda: "title: " + "x" * 100_000_000,
    "deep lists": lambda: "title: " + "[" * 60_000,
    "deep maps": lambda: "".join(" " * n + "a:\n" for n in range(400)),
    "deep braces": lambda: "@article{a, title = " + "{" * 60_000,
    "deep markup": lambda: "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>" * 20_000,
    "entities": lambda: "<!DOCTYPE x [<!ENTITY a 'x'>" + "<!ENTITY b '&a;&a;'>" * 999 + "]><svg>&b;</svg>",
    "many quotes": lambda: "> " * 30_000 + "x",
    "many brackets": lambda: "---\ntitle: x\n---\n" + "[@" * 40_000,
    "many marks": lambda: "---\ntitle: x\n---\n" + "`" * 40_000 + "<!--" * 10_000,
    "NUL": lambda: "title: \x00\n",
    "a number without end": lambda: "title: " + "9" * 100_000,
}


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_in_every_file_is_reported(bomb: str, tmp_path: Path) -> None:
    shutil.copytree(SMALL_GUIDE, tmp_path, dirs_exist_ok=True)
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BOMBS[bomb](), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "worksheets", "check"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        preexec_fn=_limit,
    )
    assert done.returncode == 1, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    for name in FILES:
        assert f"{name}:" in done.stderr, f"nothing is said of {name}"


@pytest.mark.parametrize("path", ["../../secret", "/etc/passwd", "..", "steps/../../x", "C:\\x", "one/../one/sheet"])
def test_a_path_that_leaves_its_folder_is_refused(path: str, tmp_path: Path) -> None:
    shutil.copytree(SMALL_GUIDE, tmp_path / "guide")
    (tmp_path / "secret.yml").write_text("title: the secret")
    guide = tmp_path / "guide"
    sheet, sections, page = (
        guide / one for one in ("exercises/one/sheet.yml", "exercises/sections.yml", "docs/steps/one.md")
    )
    sheet.write_text(sheet.read_text().replace("alone: one/sheet-alone", f"alone: '{path}'"))
    sections.write_text(sections.read_text().replace("page: steps/one.md", f"page: '{path}.md'"))
    page.write_text(page.read_text() + f"\n<!-- exercise: {path} -->\n\n<!-- picture: {path} -->\n")
    done = subprocess.run(
        [sys.executable, "-m", "worksheets", "check"],
        cwd=guide,
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "the secret" not in done.stderr
    for name in ("exercises/one/sheet.yml", "exercises/sections.yml", "docs/steps/one.md"):
        assert f"{name}:" in done.stderr, done.stderr
