"""A site is published on a disk of its own, into folders that are not there yet, and never over a file."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from worksheets.site.atomic_swap import aside, put_in_place, why_not_published
from worksheets.site.gradual_swap import replace_files


def test_folders_on_the_way_to_a_new_site_are_readable_by_its_server(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        put_in_place(aside(tmp_path / "web" / "guide" / "site"))
    finally:
        os.umask(before)
    made = [tmp_path / "web", tmp_path / "web" / "guide", tmp_path / "web" / "guide" / "site"]
    assert [oct(path.stat().st_mode & 0o777) for path in made] == ["0o755"] * 3


def test_what_a_disk_keeps_for_itself_stays_where_files_are_replaced(tmp_path: Path) -> None:
    """The folder is root's: a builder who tried to look into it was stopped after each build."""
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "index.html").write_text("new")
    (tmp_path / "disk" / "lost+found").mkdir(parents=True)
    (tmp_path / "disk" / "old.html").write_text("old")
    replace_files(tmp_path / "new", tmp_path / "disk")
    assert sorted(path.name for path in (tmp_path / "disk").iterdir()) == ["index.html", "lost+found"]


@pytest.mark.parametrize("whole", range(3))
def test_a_disk_that_is_full_keeps_the_old_site(whole: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder of the site cannot be renamed, some of its pages were new and the others old."""
    old = {"index.html": "old", "a/index.html": "old", "page.css": "old", "gone.html": "old"}
    new = {"index.html": "new", "a/index.html": "new", "page.css": "new", "b/index.html": "new"}
    for folder, files in (("disk", old), ("new", new)):
        for name, text in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    rename, copy, copied = Path.replace, shutil.copy2, []

    def on_one_disk(path: Path, to: Path) -> Path:
        if path.is_relative_to(tmp_path / "new"):
            raise OSError(errno.EXDEV, "another disk", str(path))
        return rename(path, to)

    def until_it_is_full(path: Path, to: Path, follow_symlinks: bool = True) -> None:
        copied.append(path)
        copy(path, to)
        if len(copied) > whole:
            raise OSError(errno.ENOSPC, "No space left on device", str(to))

    monkeypatch.setattr(Path, "replace", on_one_disk)
    monkeypatch.setattr(shutil, "copy2", until_it_is_full)
    with pytest.raises(OSError, match="No space left"):
        replace_files(tmp_path / "new", tmp_path / "disk")
    disk = tmp_path / "disk"
    found = {path.relative_to(disk).as_posix(): path.read_text() for path in disk.rglob("*") if path.is_file()}
    assert {name: text for name, text in found.items() if not name.startswith(".")} == old


def test_a_file_where_the_site_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(NotADirectoryError) as raised:
        put_in_place(aside(tmp_path / "site"))
    said = why_not_published(raised.value)
    assert "The site needs this place, and a file is there" in said
    assert str(tmp_path / "site") in said
    assert (tmp_path / "site").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
