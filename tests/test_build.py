"""What an author meets when a file is broken: `mkdocs build` stops before it writes, `mkdocs serve` goes on."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import copy_project, mkdocs
from justhtml import JustHTML

BREAK = {
    "exercises/boundaries/my-space-plan.yml": ("minutes:", "minuets:"),
    "docs/steps/growth.md": ("<!-- exercise: growth/kind-observer -->", "<!-- exercise: growth/kind-obsever -->"),
    "sources/references.bib": ("@article{gable2004what,", "@articel{gable2004what,"),
    "sources/helplines.yml": ("  - code: GB", "  - cod: GB"),
    "mkdocs.yml": ("exit_address: https://", "exit_address: http://"),
}


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_broken_guide_is_not_built_and_every_mistake_is_named(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good site")
    for name, (old, new) in BREAK.items():
        replace(project / name, old, new)
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    for name in BREAK:
        assert re.search(rf"{re.escape(name)}:\d+: ", done.stderr), f"{name} is not named in:\n{done.stderr}"
    assert (project / "site" / "index.html").read_text() == "the last good site"


def test_what_an_author_writes_about_a_page_is_escaped(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    hostile = """'A "word" <img src="x">&'"""
    replace(project / "docs/right-now.md", "title: In the middle of a row right now", f"title: {hostile}")
    replace(project / "docs/right-now.md", "description: ", f"clinical_review: {hostile}\ndescription: ")
    replace(project / "docs/right-now.md", "clinical_review: not yet\n", "")
    text = (project / "docs/right-now.md").read_text(encoding="utf-8")
    (project / "docs/right-now.md").write_text(re.sub("description: .*", f"description: {hostile}", text))
    replace(project / "mkdocs.yml", "- Right now: right-now.md", "- right-now.md")
    replace(project / "mkdocs.yml", "site_name: Rupture and repair", f"site_name: {hostile}")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    page = JustHTML((project / "site/right-now/index.html").read_text(encoding="utf-8"), sanitize=False)
    assert page.query("img[src=x]") == []
    (description,) = page.query("meta[name=description]")
    assert (description.attrs or {})["content"] == hostile.strip("'")


def test_two_builds_are_the_same_bytes(tmp_path: Path, site: Path) -> None:
    done = mkdocs("build", "--strict", "--site-dir", str(tmp_path / "again"))
    assert done.returncode == 0, done.stderr
    one, other = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (site, tmp_path / "again")
    )
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


@contextmanager
def serving(project: Path, port: int) -> Iterator[str]:
    """`mkdocs serve`, as `make serve` calls it, on a port of its own."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command, cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, stderr=subprocess.DEVNULL
    )
    try:
        yield f"http://127.0.0.1:{port}/"
        assert server.poll() is None, "the server has stopped"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)


def wait_for(address: str, words: str) -> str:
    """The page at an address, once it holds the words; fails after half a minute."""
    page = ""
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                page = str(answer.read(), "utf-8")
            if words in page:
                return page
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"{address} never said {words!r}; last:\n{page[:2000]}")


def test_serving_shows_mistakes_and_recovers(tmp_path: Path, unused_port: int) -> None:
    project = copy_project(tmp_path)
    exercise = project / "exercises/boundaries/my-space-plan.yml"
    replace(exercise, "minutes:", "minuets:")
    with serving(project, unused_port) as address:
        page = wait_for(address + "steps/boundaries/", "Something to mend")
        assert "exercises/boundaries/my-space-plan.yml" in page
        assert "Did you mean" in page
        replace(exercise, "minuets:", "minutes:")
        wait_for(address + "steps/boundaries/", "How to do it")
        replace(project / "docs/steps/boundaries.md", "## How to do it", "## How to go about it")
        wait_for(address + "steps/boundaries/", "How to go about it")
        replace(project / "docs/steps/boundaries.md", "<!-- exercise", "<!-- exercize")
        wait_for(address + "steps/boundaries/", "Unknown marker")
