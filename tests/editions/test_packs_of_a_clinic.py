"""A clinic has packs of its own beside the guide's, and a pack holds nothing that its copy removes."""

import shutil
from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import Edition, read_edition
from worksheets.editions.menu import Item, edition_menu, not_in_menu
from worksheets.editions.originals import copy_to_own, drift

from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE, replace

PACK = """\
title: {title}
for-whom: For two.
note: Read this first.
stop: Stop when you like.
last-reviewed: 2026-11-22
exercises: {exercises}
"""
NAV: list[Item] = ["index.md", {"Sheets": "worksheets.md"}, {"More": ["about.md"]}]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small guide with two packs and a list of all exercises, and a clinic in it."""
    shutil.copytree(SMALL_GUIDE, tmp_path, dirs_exist_ok=True)
    shutil.copytree(SMALL_CLINIC, tmp_path / "clinic")
    shutil.copytree(ROOT / "words", tmp_path / "words")
    shutil.copy(tmp_path / "docs/about.md", tmp_path / "docs/worksheets.md")
    replace(tmp_path / "docs/worksheets.md", "Words.", "<!-- worksheets -->")
    write(tmp_path, "evening", "Evening", "[one/sheet, one/ticks]")
    write(tmp_path, "morning", "Morning", "[one/ticks]")
    return tmp_path


def write(folder: Path, name: str, title: str, exercises: str) -> None:
    (folder / "packs").mkdir(exist_ok=True)
    (folder / f"packs/{name}.yml").write_text(PACK.format(title=title, exercises=exercises), encoding="utf-8")


def edition(root: Path) -> Edition:
    found, _, problems = read_edition(Folders.of(root), root / "clinic")
    assert not problems, [str(problem) for problem in problems]
    assert found
    return found


def removing(root: Path, what: str) -> Edition:
    replace(root / "clinic/brand.yml", "credit: An example.", f"credit: An example.\nremove: {{ {what} }}")
    return edition(root)


def test_a_clinics_pack_stands_beside_the_guides_or_in_its_place(root: Path) -> None:
    write(root / "clinic", "ours", "Ours", "[one/sheet]")
    write(root / "clinic", "evening", "Our evening", "[one/sheet-alone]")
    packs = edition(root).guide.packs
    assert {id_: one.pack.title for id_, one in packs.entries.items()} == {
        "evening": "Our evening",
        "morning": "Morning",
        "ours": "Ours",
    }
    assert packs.own == {"ours", "evening"}


def test_a_pack_is_copied_to_be_changed_and_kept_in_step(root: Path) -> None:
    target = copy_to_own(root, root / "clinic", Path("packs/evening.yml"))
    assert target == root / "clinic/packs/evening.yml"
    assert edition(root).guide.packs.own == {"evening"}
    write(root, "evening", "Evening", "[one/ticks]")
    overlay = edition(root).overlay
    assert overlay
    assert any("packs/evening.yml has changed since" in said for said in drift(root, overlay))


def test_a_pack_can_be_removed_by_its_name(root: Path) -> None:
    found = removing(root, "packs: [morning]")
    assert list(found.guide.packs.entries) == ["evening"]
    assert "packs/morning.md" in found.removed.pages
    assert not [said for said in found.notices if "morning" in said]


def test_a_removed_exercise_is_in_no_pack_and_whoever_builds_is_told(root: Path) -> None:
    found = removing(root, "exercises: [one/ticks]")
    assert found.guide.packs.entries["evening"].pack.exercises == ("one/sheet",)
    assert any(
        said.startswith("packs/evening.yml:6: exercise 2: `one/ticks` is removed. Nothing takes its place.")
        for said in found.notices
    )


def test_a_pack_of_which_nothing_is_left_goes_too(root: Path) -> None:
    found = removing(root, "exercises: [one/ticks]")
    assert list(found.guide.packs.entries) == ["evening"]
    assert "packs/morning.md" in found.removed.pages
    assert any(said.startswith("packs/morning.yml:6: exercises: Everything in this pack") for said in found.notices)


def test_a_removed_page_is_in_no_pack(root: Path) -> None:
    shutil.copy(root / "docs/about.md", root / "docs/away.md")
    with (root / "packs/evening.yml").open("a", encoding="utf-8") as file:
        file.write("pages: [away.md]\n")
    found = removing(root, "pages: [away.md]")
    assert found.guide.packs.entries["evening"].pack.pages == ()
    assert any("packs/evening.yml:7: page 1: `away.md` is removed." in said for said in found.notices)


def test_packs_are_in_the_menu_below_the_list_of_all_exercises(root: Path) -> None:
    found = edition(root)
    menu = edition_menu(found, NAV, False, root / "docs")
    packs = [{"Evening": "packs/evening.md"}, {"Morning": "packs/morning.md"}]
    assert menu[1] == {"Sheets": [{"Sheets": "worksheets.md"}, *packs]}
    assert not_in_menu(found, menu, False) == set()


def test_a_menu_of_a_clinics_own_need_not_have_them(root: Path) -> None:
    found = edition(root)
    menu = edition_menu(found, NAV, True, root / "docs")
    assert menu[1] == {"Sheets": "worksheets.md"}
    assert {"packs/evening.md", "packs/morning.md"} <= not_in_menu(found, menu, True)


def test_a_page_is_not_called_like_a_packs(root: Path) -> None:
    (root / "docs/packs").mkdir()
    shutil.copy(root / "docs/about.md", root / "docs/packs/evening.md")
    said = [str(problem) for problem in read_edition(Folders.of(root), root / "clinic")[2]]
    assert said == [
        "packs/evening.yml:1: Its page would be packs/evening.md, "
        "and docs/packs/evening.md makes one of that name too. Give one of the two another name."
    ]
