"""Another guide is only data: a guide about sleep, with three pages and one exercise, on the same core."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.editions.new_clinic_folder import new_clinic
from worksheets.guide.prose_rules import broken_rules

from tests.support.project import ROOT, mkdocs
from tests.support.small_site import CONFIG, copy_drawings

HERE = Path(__file__).parents[1]
OWN = sorted(
    path.relative_to(HERE / "sleep_guide" / "docs").as_posix() for path in (HERE / "sleep_guide").rglob("*.md")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The guide about sleep, with the core's words and a brand; nothing else of ours."""
    shutil.copytree(HERE / "sleep_guide", tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "words", tmp_path / "words")
    shutil.copytree(HERE / "small_clinic", tmp_path, dirs_exist_ok=True)
    return tmp_path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, file
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_it_is_read_and_checked_by_its_own_rules_alone(root: Path) -> None:
    edition, guide, problems = read_edition(Folders.of(root))
    assert [*problems, *broken_rules(guide)] == []
    assert edition
    assert [page.path for page in guide.pages] == OWN == ["doctor.md", "evening.md", "index.md"]
    assert guide.settings.unremovable == {"doctor.md", "index.md"}


def test_its_rules_are_broken_in_its_own_words(root: Path) -> None:
    change(
        root / "docs/evening.md",
        "A dark room helps",
        "The colour of the lamp keeps an insomniac up: no behavior is toxic",
    )
    change(root / "docs/evening.md", "## Tomorrow", "## Later")
    change(root / "exercises/evening/three-nights.yml", "kind: log", "kind: worksheet")
    _, guide, problems = read_edition(Folders.of(root))
    assert list(map(str, sorted([*problems, *broken_rules(guide)]))) == [
        "docs/evening.md:1: Missing: Tomorrow. Write these sections: Tonight · Tomorrow.",
        "docs/evening.md:10: We do not write “insomniac”. Write somebody who sleeps badly.",
        "docs/evening.md:10: “colour” is not how this guide spells it. Write “color”.",
        "exercises/sections.yml:2: evening: This step has no log. Add one, such as exercises/evening/my-log.yml.",
    ]


def test_without_its_key_pages_there_is_no_edition_to_preview(root: Path) -> None:
    """So a preview goes on with the last one, and its templates never ask for a page that is not there."""
    change(root / "guide.yml", "help-now: doctor.md", "help-now: docter.md")
    edition, guide, problems = read_edition(Folders.of(root))
    assert edition is None
    assert len(guide.pages) == 3
    assert list(map(str, problems)) == [
        "guide.yml:4: key-pages › help-now: There is no page `docter.md`. Did you mean `doctor.md`?"
    ]


def test_a_new_copy_of_it_is_sound(root: Path) -> None:
    """What a new copy of our guide leaves out is not there, and nobody asks for it."""
    shutil.copy(ROOT / "pyproject.toml", root)
    new_clinic(root, root / "clinics" / "harbour")
    edition, _, problems = read_edition(Folders.of(root), root / "clinics" / "harbour")
    assert edition
    assert [problem.wrong for problem in problems] == ["There are no helplines for GB in sources/helplines.yml."]


def test_it_is_built_and_leads_to_its_own_pages(root: Path) -> None:
    """Links that would lead to a page it does not have are left out, not broken."""
    for name in ("deploy", "hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    shutil.copy(ROOT / "pyproject.toml", root)
    copy_drawings(root)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(CONFIG | {"site_name": "Sleep"}), encoding="utf-8")
    done = mkdocs("build", "--strict", folder=root)
    assert done.returncode == 0, done.stderr
    built = {path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*.html")}
    assert built == {
        *("404.html", "index.html", "doctor/index.html", "evening/index.html"),
        "worksheets/evening/three-nights/index.html",
    }
    for page in sorted(built - {"404.html"}):
        text = (root / "site" / page).read_text(encoding="utf-8")
        assert re.search(r'href="[^"]*doctor/"', text) or page == "doctor/index.html", page
    sheet = (root / "site" / "worksheets/evening/three-nights/index.html").read_text(encoding="utf-8")
    assert sheet.count('href="../../../doctor/"') >= 2, "the stop box says when to stop and whom to call"
