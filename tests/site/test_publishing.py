"""Never half a site: builds that fail, are killed, run at once or find no room leave a whole site standing."""

import logging
import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from worksheets.site.atomic_swap import aside, discard, put_in_place
from worksheets.site.checksums import SUMS, differences, read_sums, sums

from tests.support.host import HOST, build, load_config
from tests.support.small_site import small_site, write_page

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # nothing of the parent's is used there

KILLS = int(os.environ.get("KILLS") or "10")
FORK = multiprocessing.get_context("fork")
"""A forked process has MkDocs loaded already, so a build takes a fraction of a second."""


def build_once(project: Path, strict: bool = True) -> None:
    """Build the site; the process ends with 1 if it cannot be."""
    logging.getLogger(HOST).handlers.clear()
    try:
        build(load_config(str(project / "mkdocs.yml"), strict=strict))
    except BaseException as error:
        print(error)
        raise SystemExit(1) from None


def start(target: Callable[..., None], *arguments: object) -> multiprocessing.process.BaseProcess:
    process = FORK.Process(target=target, args=arguments)
    process.start()
    return process


def run(target: Callable[..., None], *arguments: object) -> int | None:
    """The exit code of a function run in a process of its own."""
    process = start(target, *arguments)
    process.join(60)
    return process.exitcode


def is_whole(site: Path) -> bool:
    """Whether all files are there, as their list says."""
    return differences(read_sums(site / SUMS), sums(site)) == []


def asides(project: Path) -> list[Path]:
    """The folders aside, and their locks."""
    return list(project.glob(".site.*"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = small_site(tmp_path / "project")
    assert run(build_once, project) == 0
    assert is_whole(project / "site")
    return project


@contextmanager
def never_missing(*files: Path) -> Iterator[None]:
    """Fails if one of these files cannot be read at any time meanwhile."""
    missing: list[OSError] = []
    watched = threading.Event()

    def watch() -> None:
        while not watched.is_set():
            try:
                for file in files:
                    file.read_bytes()
            except OSError as error:
                missing.append(error)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        watched.set()
        watcher.join()
    assert missing == []


def build_until(project: Path, moment: Callable[[str, tuple[Any, ...]], bool]) -> None:
    """Build the site, and kill the process as soon as `moment` is true of what it is about to do to a file.

    What it does is named as Python's audit events are.
    """
    builder = os.getpid()

    def look(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(("open", "os.", "shutil.")) and os.getpid() == builder and moment(event, arguments):
            os.kill(builder, signal.SIGKILL)

    sys.addaudithook(look)
    build_once(project)


def test_a_build_that_is_killed_leaves_a_whole_site(project: Path) -> None:
    """Killed at moments that lie evenly over all that a build does to files."""
    site = project / "site"
    steps = FORK.Value("i", 0)

    def count(_event: str, _arguments: tuple[Any, ...], last: int = 0) -> bool:
        steps.value += 1
        return bool(steps.value == last)

    assert run(build_until, project, count) == 0
    all_steps = steps.value
    assert all_steps > 500
    with never_missing(site / "index.html", site / SUMS):
        for number in range(KILLS):
            write_page(project, "index", f"Words of build {number}.")
            steps.value = 0
            last = 1 + number * all_steps // KILLS
            assert run(build_until, project, partial(count, last=last)) == -signal.SIGKILL
            assert is_whole(site), f"after step {last} of {all_steps}"
    assert run(build_once, project) == 0
    assert asides(project) == [], "the next build removes what the killed ones left"
    assert f"build {KILLS - 1}" in (site / "index.html").read_text()


@pytest.mark.parametrize(("last", "is_new"), [("os.rename", False), ("shutil.rmtree", True)])
def test_a_build_that_is_killed_at_the_swap_leaves_one_site_or_the_other(
    last: str, is_new: bool, project: Path
) -> None:
    """Killed just before the new site takes its place, and just before the old one is removed."""

    def moment(event: str, arguments: tuple[Any, ...]) -> bool:
        return event == last and Path(arguments[0]) in asides(project)

    write_page(project, "index", "New words.")
    assert run(build_until, project, moment) == -signal.SIGKILL
    assert is_whole(project / "site")
    assert ("New words." in (project / "site/index.html").read_text()) is is_new
    assert [path.is_dir() for path in sorted(asides(project))] == [True, False], "a folder and its lock"


def test_two_builds_at_once_do_not_mix(project: Path) -> None:
    processes = [start(build_once, project) for _ in range(4)]
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0] * 4
    assert is_whole(project / "site")
    assert asides(project) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("docs/right-now.md", "Words.", "[a warning](#nowhere)"),
        ("docs/right-now.md", "Words.", "<p onclick=x>late</p>"),
        ("overrides/layout.html", "</body>", "{{ nothing.at.all }}</body>"),
    ],
)
def test_a_build_that_fails_leaves_the_site_and_nothing_else(project: Path, name: str, old: str, new: str) -> None:
    before = sums(project / "site")
    path = project / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert run(build_once, project) == 1
    assert sums(project / "site") == before
    assert asides(project) == []


@pytest.mark.parametrize("room", [1_000, 3_000, 10_000, 20_000, 40_000])
def test_a_full_disk_is_reported_and_leaves_the_site(
    project: Path, room: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whether the file that finds no room is copied, and named by the system, or made, and named by nobody."""

    def with_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        build_once(project)

    before = sums(project / "site")
    assert run(with_little_room) == 1
    assert f"The site was not built, and the old one stays: File too large ({project}" in capfd.readouterr().out
    assert sums(project / "site") == before
    assert asides(project) == []


def test_without_strict_a_warning_does_not_keep_the_site(project: Path) -> None:
    write_page(project, "right-now", "[a warning](#nowhere)")
    assert run(build_once, project, False) == 0
    assert "a warning" in (project / "site/right-now/index.html").read_text()


def test_folders_made_aside_at_once_are_each_whole_and_locked(tmp_path: Path) -> None:
    """No builder removes a folder that another has just made, and has not locked yet."""
    site = tmp_path / "site"
    site.mkdir()

    def make(_: int) -> bool:
        new = aside(site)
        was_there = new.path.is_dir()
        discard(new)
        return was_there

    with ThreadPoolExecutor(8) as makers:
        assert all(makers.map(make, range(2000)))
    assert asides(tmp_path) == []


def test_hidden_files_of_the_old_site_and_its_rights_are_kept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("x")
    (site / "old.html").write_text("x")
    site.chmod(0o750)
    new = aside(site)
    (new.path / "new.html").write_text("x")
    put_in_place(new)
    assert sorted(path.relative_to(site).as_posix() for path in site.rglob("*")) == [".git", ".git/HEAD", "new.html"]
    assert site.stat().st_mode & 0o777 == 0o750


def test_a_site_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "disk" / "site").mkdir()
    link = tmp_path / "site"
    link.symlink_to(tmp_path / "disk" / "site")
    new = aside(link)
    (new.path / "new.html").write_text("x")
    put_in_place(new)
    assert link.is_symlink()
    assert (link / "new.html").exists()
    assert [path.name for path in (tmp_path / "disk").iterdir()] == ["site"]
