"""A file that an author wrote is read, or its author is told why it does nothing."""

import shutil
from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition

from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE

YAML, SVG, CSS = "Rename it so that it ends in `.yml`.", "Rename it so that it ends in `.svg`.", "ends in `.css`."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small guide as a brand, with a clinic's folder in `clinic`."""
    shutil.copytree(SMALL_GUIDE, tmp_path, dirs_exist_ok=True)
    shutil.copytree(SMALL_CLINIC, tmp_path, dirs_exist_ok=True)
    shutil.copytree(SMALL_CLINIC, tmp_path / "clinic")
    shutil.copytree(ROOT / "words", tmp_path / "words")
    return tmp_path


def told(root: Path, file: str, text: str = "") -> list[str]:
    """What is said of a file once it is there, in the guide or in the clinic's folder."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    clinic = root / "clinic" if file.startswith("clinic/") else None
    said = [str(problem) for problem in read_edition(Folders.of(root), clinic)[2]]
    return [one.removeprefix(f"{file}:1: ") for one in said if one.startswith(f"{file}:1: ")]


@pytest.mark.parametrize("home", ["", "clinic/"])
@pytest.mark.parametrize(
    ("name", "ending", "write"),
    [
        ("exercises/one/ticks.YML", ".YML", YAML),
        ("exercises/one/ticks.yaml", ".yaml", YAML),
        ("exercises/one/ticks.Yaml", ".Yaml", YAML),
        ("exercises/one/ticks.yml.txt", ".yml.txt", YAML),
        ("exercises/one/ticks.yml ", ".yml ", YAML),
        ("exercises/ticks.YML", ".YML", YAML),
        ("pictures/kettle.SVG", ".SVG", SVG),
        ("pictures/kettle.svg.txt", ".svg.txt", SVG),
        ("pictures/deep/kettle.Svg", ".Svg", SVG),
    ],
)
def test_a_name_that_ends_almost_right(name: str, ending: str, write: str, home: str, root: Path) -> None:
    assert told(root, home + name) == [f"The name ends in `{ending}`. {write}"]


@pytest.mark.parametrize("home", ["docs/", "clinic/pages/"])
@pytest.mark.parametrize(
    ("name", "ending", "right"),
    [
        ("help.MD", ".MD", "help.md"),
        ("help.md.txt", ".md.txt", "help.md"),
        ("help.MD.TXT", ".MD.TXT", "help.md"),
        ("help.md ", ".md ", "help.md"),
        ("a.b.markdown", ".markdown", "a.b.md"),
        ("deep/help.Markdown.txt", ".Markdown.txt", "help.md"),
    ],
)
def test_a_page_that_ends_almost_right(name: str, ending: str, right: str, home: str, root: Path) -> None:
    said = f"A page’s name ends in `.md`, this one’s in `{ending}`. Rename it to `{right}`."
    assert told(root, home + name, "# Help") == [said]


@pytest.mark.parametrize("name", ["ours.CSS", "ours.css.txt", "ours.scss", "deep/ours.less", "ours"])
def test_a_stylesheet_that_is_none(name: str, root: Path) -> None:
    (said,) = told(root, f"clinic/stylesheets/{name}", "b{color:red}")
    assert said.startswith("Nothing is read from this file")
    assert CSS in said


@pytest.mark.parametrize("home", ["", "clinic/"])
def test_a_picture_in_a_folder_of_its_own(home: str, root: Path) -> None:
    said = told(root, f"{home}pictures/deep/kettle.svg", "<svg/>")
    assert said == [
        "Drawings are not looked for in “deep”. Move it to one of: `easy-read`, `icons`, `kinds`, `scenes`."
    ]


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("docs/help.md", "Move what is in it to `pages`."),
        ("page/help.md", "Rename it to `pages`."),
        ("Pages/help.md", "Rename it to `pages`."),
        ("exercise/one/ticks.yml", "Rename it to `exercises`."),
        ("Stylesheets/ours.css", "Rename it to `stylesheets`."),
        ("styles/ours.css", "Rename it to `stylesheets`."),
        ("words.yaml", "Rename it to `words.yml`."),
        ("Words.yml", "Rename it to `words.yml`."),
        ("brand.yaml", "Put what it holds into `brand.yml`, and remove it."),
        ("brand.yml.txt", "Put what it holds into `brand.yml`, and remove it."),
        ("words.yml.txt", "Rename it to `words.yml`."),
        ("overrides/main.html", "Remove it: a copy takes it from the guide."),
        ("sources/helplines.yml", "Remove it: a copy takes it from the guide."),
    ],
)
def test_what_would_do_nothing_in_a_clinics_folder(name: str, write: str, root: Path) -> None:
    path = root / "clinic" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")
    first = name.split("/")[0]
    said = [str(problem) for problem in read_edition(Folders.of(root), root / "clinic")[2]]
    assert said == [f"clinic/{first}:1: Nothing is read from here. {write}"]


@pytest.mark.parametrize(
    "name",
    ["README.md", "notes/plan.md", "site/index.html", "brand/other.svg", "LICENSE", ".git/HEAD",
     "print/logo.svg", "mkdocs.yml", "photos/team.jpg"],
)  # fmt: skip
def test_what_may_be_in_a_clinics_folder(name: str, root: Path) -> None:
    path = root / "clinic" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")
    assert read_edition(Folders.of(root), root / "clinic")[2] == []
