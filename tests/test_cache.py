"""What is cached from build to build: made once, never stale, never in the way."""

import os
import shutil
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from page_globals import use_templates
from worksheets.cache import (
    ENTRY_LIFETIME,
    FOLDER,
    VERSION_LIFETIME,
    cached,
    digest,
    folder_digest,
    installed,
    key_of,
    load,
    store,
    toolchain,
    write_whole,
)
from worksheets.rendering.templates import environment

from tests.support.host import File, Files
from tests.support.project import ROOT


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / FOLDER / toolchain()


def test_a_thing_is_made_once_for_the_same_parts() -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"x" * len(made))
        return made[-1]

    asked: list[list[str | bytes]] = [["ab", "c"], ["ab", b"c"], ["a", "bc"], ["ab"], ["ab", "c", ""]]
    assert [len(cached(parts, make)) for parts in asked] == [0, 0, 1, 2, 3], "what runs together is not the same"
    assert len(made) == 4


def test_a_damaged_entry_is_made_again(folder: Path) -> None:
    key = key_of("page")
    for damage in (b"", b"short", None):
        store(key, b"a whole page")
        assert load(key) == b"a whole page"
        whole = (folder / key).read_bytes()
        (folder / key).write_bytes(whole[:-1] + b"E" if damage is None else damage)
        assert load(key) is None
        assert cached(["page"], lambda: b"anew") == b"anew"
        assert load(key) == b"anew"


def test_an_unwritable_cache_is_ignored(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file, where the folder would be")
    assert cached(["page"], lambda: b"made") == b"made"
    assert folder.read_text() == "a file, where the folder would be"


def test_unused_entries_are_deleted(folder: Path) -> None:
    long_ago = time.time() - ENTRY_LIFETIME - 60
    for name in ("unused", "used"):
        write_whole(b"", folder / digest(name))
        os.utime(folder / digest(name), (long_ago, long_ago))
    load(digest("used"))
    store(digest("new"), b"")
    assert {path.name for path in folder.iterdir()} == {digest("used"), digest("new")}


def test_what_another_version_left_is_deleted_as_a_whole(folder: Path) -> None:
    """A file of the cache as it once was, a version that somebody still builds with, and one that nobody does."""
    recent, left, file = (folder.parent / name for name in ("recent", "left", "file"))
    for path in (recent / "entry", left / "entry", file):
        write_whole(b"", path)
    for path in (left, file):
        os.utime(path, (time.time() - VERSION_LIFETIME - 60,) * 2)
    store(digest("new"), b"")
    assert {path.name for path in folder.parent.iterdir()} == {"recent", folder.name}


def test_half_a_file_is_never_left(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    with pytest.raises(OSError, match="target"):
        write_whole(b"x", tmp_path / "target")
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_a_cached_template_holds_nothing_of_one_build(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ 'references.md' | address }}")
    for directories, address in ((True, "references/"), (False, "references.html")):
        for _ in range(2):
            templates = Environment(loader=FileSystemLoader(tmp_path))
            files = Files([File("references.md", "", "", use_directory_urls=directories)])
            use_templates(templates, files)
            assert templates.get_template("page.html").render() == address


def test_a_changed_template_is_not_taken_from_the_cache(tmp_path: Path, folder: Path) -> None:
    for words in ("old", "new"):
        (tmp_path / "page.html").write_text(f"{{{{ words }}}} {words}")
        assert environment([tmp_path], "1.0", {}).get_template("page.html").render(words="<i>") == f"&lt;i&gt; {words}"
        assert len(list(folder.iterdir())) == 1


CORE = ROOT / "hooks" / "worksheets"
FILES = [
    path.relative_to(CORE).as_posix() for path in CORE.rglob("*") if path.suffix in (".py", ".html", ".css", ".yml")
]


def test_a_change_in_any_file_of_the_core_changes_the_key(tmp_path: Path) -> None:
    core = tmp_path / "core"
    shutil.copytree(CORE, core, ignore=shutil.ignore_patterns("__pycache__"))
    before = folder_digest(core)
    assert before == folder_digest(CORE), "neither the place nor what Python compiles counts"
    assert len(FILES) > 100
    for name in FILES:
        content = (core / name).read_bytes()
        (core / name).write_bytes(content + b"\n")
        assert folder_digest(core) != before, name
        (core / name).write_bytes(content)
    assert folder_digest(core) == before


def test_code_that_moves_to_another_module_changes_the_key(tmp_path: Path) -> None:
    keys = set()
    for one, other in (("x = 1", ""), ("", "x = 1")):
        (tmp_path / "one.py").write_text(one)
        (tmp_path / "other.py").write_text(other)
        keys.add(folder_digest(tmp_path))
    (tmp_path / "one.py").unlink()
    (tmp_path / "other.py").rename(tmp_path / "another.py")
    keys.add(folder_digest(tmp_path))
    assert len(keys) == 3


def test_every_installed_package_is_in_the_key_with_its_version() -> None:
    names = list(installed(sys.path))
    for name in ("brotli", "citeproc_py", "jinja2", "pybtex", "selectolax", "tinycss2", "weasyprint"):
        assert [one for one in names if one.lower().startswith(f"{name}-{version(name)}.")], name


def test_the_key_covers_the_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of("page")
    monkeypatch.setattr("worksheets.cache.toolchain", lambda: "another")
    assert key_of("page") != before
    assert toolchain() != digest()


@pytest.mark.parametrize(
    "environment", [{"HOME": None}, {"HOME": "/nowhere/at/all"}, {"XDG_CACHE_HOME": "/proc/nowhere"}]
)
def test_a_user_without_a_home_can_build(environment: dict[str, str | None]) -> None:
    """A user without an entry among the users, as containers have them: nothing says where a home would be."""
    code = (
        "import os, pwd\n"
        "def unknown(user): raise KeyError(user)\n"
        "pwd.getpwuid = pwd.getpwnam = unknown\n"
        "from worksheets.cache import cached\n"
        "print(cached(['page'], lambda: b'made').decode())\n"
    )
    variables = {name: one for name, one in (os.environ | environment).items() if one is not None}
    if "XDG_CACHE_HOME" not in environment:
        del variables["XDG_CACHE_HOME"]
    variables["PYTHONPATH"] = str(ROOT / "hooks")
    done = subprocess.run([sys.executable, "-c", code], env=variables, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("made\n", "")
