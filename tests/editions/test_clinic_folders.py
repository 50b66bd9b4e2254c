"""A clinic's folder: made, followed while it is served, and left alone by an upgrade of the guide."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.project import copy_project, mkdocs, replace
from tests.support.servers import serving, wait_for


def worksheets(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the commands that `make` runs for a clinic."""
    command = [sys.executable, "-m", "worksheets", *arguments]
    environment = os.environ | {"PYTHONPATH": str(project / "hooks")}
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=60)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "site" not in path.relative_to(folder).parts
    }


def test_an_upgrade_touches_nothing_and_tells_what_changed(tmp_path: Path) -> None:
    """A new folder outside the guide, one page of its own, a changed guide, a build without git."""
    project = copy_project(tmp_path / "guide")
    clinic = tmp_path / "elsewhere" / "harbour"
    assert worksheets(project, "new", str(clinic)).returncode == 0
    assert "is there already" in worksheets(project, "new", str(clinic)).stderr
    assert worksheets(project, "own", str(clinic), "docs/right-now.md").returncode == 0
    assert "is there already" in worksheets(project, "own", str(clinic), "docs/right-now.md").stderr
    assert "is not a file in" in worksheets(project, "own", str(clinic), "Makefile").stderr
    replace(
        clinic / "pages/right-now.md",
        "# In the middle of an argument right now",
        "# In the middle of an argument right now\n\nOurs.",
    )
    assert "Nothing that you replace" in worksheets(project, "diff", str(clinic)).stdout
    before = contents(clinic)
    replace(
        project / "docs/right-now.md",
        "# In the middle of an argument right now",
        "# In the middle of an argument right now\n\nNew words.",
    )
    done = mkdocs("build", "--strict", folder=clinic)
    assert done.returncode == 0, done.stderr
    assert "docs/right-now.md has changed since " in done.stderr
    page = (clinic / "site/right-now/index.html").read_text(encoding="utf-8")
    assert "Ours." in page
    assert "New words." not in page
    assert not (clinic / "site/contributing").exists()
    difference = worksheets(project, "diff", str(clinic)).stdout
    assert "+New words." in difference
    assert contents(clinic) == before, "only `site` is written"
    assert "docs/right-now.md" in worksheets(project, "accept", str(clinic)).stdout
    assert "has changed since" not in worksheets(project, "check", str(clinic)).stderr


def test_serving_a_copy_follows_its_folder(tmp_path: Path, unused_port: int) -> None:
    project = copy_project(tmp_path / "guide")
    clinic = tmp_path / "harbour"
    assert worksheets(project, "new", str(clinic)).returncode == 0
    with serving(clinic, unused_port) as address:
        wait_for(address, "Harbour </span>")
        replace(clinic / "brand.yml", "name: Harbour", "name: Quay House")
        wait_for(address, "Quay House </span>")
        replace(clinic / "brand.yml", "country: GB", "country: QQ")
        wait_for(address, "Something to fix")
        replace(clinic / "brand.yml", "country: QQ", "country: IE")
        wait_for(address, "Quay House </span>")
