"""What is kept from build to build: made once, never stale, never in the way."""

import os
import time
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.structure.files import File, Files
from page_globals import use_templates
from worksheets.cache import FOLDER, UNUSED, digest, find, keep, kept, write_whole
from worksheets.rendering.renderer import environment


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / FOLDER


def test_a_thing_is_made_once_for_the_same_parts() -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"x" * len(made))
        return made[-1]

    asked: list[list[str | bytes]] = [["ab", "c"], ["ab", b"c"], ["a", "bc"], ["ab"], ["ab", "c", ""]]
    assert [len(kept(parts, make)) for parts in asked] == [0, 0, 1, 2, 3], "what runs together is not the same"
    assert len(made) == 4


def test_what_is_damaged_is_made_anew(folder: Path) -> None:
    key = digest("page")
    for damage in (b"", b"short", None):
        keep(key, b"a whole page")
        assert find(key) == b"a whole page"
        whole = (folder / key).read_bytes()
        (folder / key).write_bytes(whole[:-1] + b"E" if damage is None else damage)
        assert find(key) is None
        assert kept(["page"], lambda: b"anew") == b"anew"
        assert find(key) == b"anew"


def test_a_disk_that_takes_nothing_is_no_hindrance(folder: Path) -> None:
    folder.write_text("a file, where the folder would be")
    assert kept(["page"], lambda: b"made") == b"made"
    assert folder.read_text() == "a file, where the folder would be"


def test_what_no_build_asks_for_is_thrown_away(folder: Path) -> None:
    long_ago = time.time() - UNUSED - 60
    for name in ("unused", "used"):
        write_whole(b"", folder / digest(name))
        os.utime(folder / digest(name), (long_ago, long_ago))
    find(digest("used"))
    keep(digest("new"), b"")
    assert {path.name for path in folder.iterdir()} == {digest("used"), digest("new")}


def test_half_a_file_is_never_left(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    with pytest.raises(OSError, match="target"):
        write_whole(b"x", tmp_path / "target")
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_of_a_template_nothing_is_kept_that_a_build_decides(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ 'references.md' | address }}")
    for directories, address in ((True, "references/"), (False, "references.html")):
        for _ in range(2):
            templates = Environment(loader=FileSystemLoader(tmp_path))
            files = Files([File("references.md", "", "", use_directory_urls=directories)])
            use_templates(templates, files)
            assert templates.get_template("page.html").render() == address


def test_a_template_that_changes_is_not_taken_from_what_is_kept(tmp_path: Path, folder: Path) -> None:
    for words in ("old", "new"):
        (tmp_path / "page.html").write_text(f"{{{{ words }}}} {words}")
        assert environment([tmp_path], "1.0").get_template("page.html").render(words="<i>") == f"&lt;i&gt; {words}"
        assert len(list(folder.iterdir())) == 1
