"""A site goes onto every disk and into a zip: a name that Windows or a Mac cannot hold is told before it is built."""

import shutil
from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition

from tests.support.project import SMALL_CLINIC, copy_small_guide, replace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small guide with a brand."""
    return copy_small_guide(tmp_path)


def told(root: Path, clinic: Path | None = None) -> list[str]:
    return [str(problem) for problem in sorted(read_edition(Folders.of(root), clinic)[2])]


def add_page(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "docs/about.md", root / path)


WRITE = "Rename it, with letters, digits and hyphens."


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("why?.md", "holds `?`"), ("12:30.md", "holds `:`"), ('a "b".md', 'holds `"`'), ("a<b.md", "holds `<`"),
        ("a>b.md", "holds `>`"), ("a|b.md", "holds `|`"), ("a*b.md", "holds `*`"), ("a\\b.md", "holds `\\`"),
        ("a .md", "ends with a space or a full stop"), ("a..md", "ends with a space or a full stop"),
        ("more?/a.md", "holds `?`"), ("more /a.md", "ends with a space or a full stop"),
        ("con.md", "is taken by Windows"), ("steps/Aux.md", "is taken by Windows"),
        ("lpt1/a.md", "is taken by Windows"), ("com¹.md", "is taken by Windows"), ("nul .x.md", "is taken by Windows"),
        ("CONIN$.md", "is taken by Windows"),
    ],
)  # fmt: skip
def test_a_name_that_some_disks_cannot_hold_is_told(path: str, what: str, root: Path) -> None:
    add_page(root, f"docs/{path}")
    assert told(root) == [f"docs/{path}:1: A name that {what} cannot be on every disk, nor in a zip. {WRITE}"]


@pytest.mark.parametrize(
    "path", ["a b.md", "föö.md", "a#b.md", "50%.md", "a'b.md", "a&b.md", "a.b.md", "contents.md", "com.md"]
)
def test_other_names_are_free(path: str, root: Path) -> None:
    add_page(root, f"docs/{path}")
    assert told(root) == []


def test_a_picture_of_a_brand_is_told_at_its_line(root: Path) -> None:
    (root / "logo.svg").rename(root / "lo?go.svg")
    brand = (root / "brand.yml").read_text(encoding="utf-8")
    (root / "brand.yml").write_text(brand.replace("logo.svg", '"lo?go.svg"'), encoding="utf-8")
    assert [one.partition(" A name")[0] for one in told(root)] == ["brand.yml:8: lo?go.svg:"]


def test_a_clinics_files_are_told_too(root: Path) -> None:
    clinic = root / "clinic"
    shutil.copytree(SMALL_CLINIC, clinic)
    add_page(root, "clinic/pages/why?.md")
    (clinic / "stylesheets").mkdir()
    (clinic / "stylesheets/a:b.css").write_text("p { margin: 0 }", encoding="utf-8")
    assert [one.partition(":1:")[0] for one in told(root, clinic)] == [
        "clinic/pages/why?.md", "clinic/stylesheets/a:b.css",
    ]  # fmt: skip


def test_an_exercise_is_told_too(root: Path) -> None:
    shutil.copy(root / "exercises/one/ticks.yml", root / "exercises/one/con.yml")
    marker = "<!-- exercise: one/ticks -->"
    replace(root / "docs/steps/one.md", marker, f"{marker}\n\n<!-- exercise: one/con -->")
    assert told(root) == [
        f"exercises/one/con.yml:1: A name that is taken by Windows cannot be on every disk, nor in a zip. {WRITE}"
    ]
