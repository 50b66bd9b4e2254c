"""A site is published on a disk of its own, into folders that are not there yet, and never over a file."""

import os
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


def test_a_file_where_the_site_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(NotADirectoryError) as raised:
        put_in_place(aside(tmp_path / "site"))
    said = why_not_published(raised.value)
    assert "The site needs this place, and a file is there" in said
    assert str(tmp_path / "site") in said
    assert (tmp_path / "site").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
