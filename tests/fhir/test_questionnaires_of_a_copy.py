"""A copy that wants questionnaires publishes one zip of them, and says what FHIR cannot hold."""

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.exercises.exercise_addresses import QUESTIONNAIRES
from worksheets.fhir.questionnaires import misfits, questionnaires
from worksheets.guide.markers import Marker
from worksheets.guide.review import reviews
from worksheets.guide.whole_guide import Guide
from worksheets.pyproject import version
from worksheets.rendering.marker_content import marker_content
from worksheets.rendering.renderer import Renderer
from worksheets.rendering.templates import environment
from worksheets.site.zip_archive import packed

from tests.support.project import mkdocs, replace
from tests.support.renderers import renderer_for
from tests.support.small_site import small_site, write_page

SHEETS = {f"{release}/one.{name}.json" for release in ("R4", "R5") for name in ("sheet", "sheet-alone", "ticks")}
LONG = "a-name-that-goes-on-and-on-and-on-until-nobody-can-remember-it-any-more"
REFUSED = (
    f"exercises/one/{LONG}.yml:1: FHIR takes names of 64 letters, and “one/{LONG}” is 11 too long for it: clinic "
    "software would not get this exercise. Give the file or its folder a shorter name, or take `fhir` out of "
    "`formats` in brand.yml."
)


def with_questionnaires(folder: Path) -> Path:
    """The folder of a small site whose copy wants questionnaires."""
    root = small_site(folder)
    with (root / "brand.yml").open("a", encoding="utf-8") as brand:
        brand.write("formats: [fhir]\n")
    write_page(root, "about/index", "Words.\n\n<!-- questionnaires -->")
    return root


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with questionnaires, built."""
    root = with_questionnaires(tmp_path_factory.mktemp("questionnaires") / "guide")
    done = mkdocs("build", "--strict", folder=root, SITE_URL="")
    assert done.returncode == 0, done.stderr
    return root


def test_one_zip_holds_every_exercise_twice_and_what_to_read_first(small: Path) -> None:
    with ZipFile(small / "site" / QUESTIONNAIRES) as archive:
        names = {name.removeprefix("questionnaires/") for name in archive.namelist()}
        readme = archive.read("questionnaires/README.txt").decode()
    assert names == SHEETS | {"README.txt"}
    for words in (
        "record of one person",
        "partner may be able to open",
        "A sheet, for two; instead, for one: one.sheet-alone.json",
        "When to stop: Stop when you",
    ):
        assert words in readme
    assert f'href="../{QUESTIONNAIRES}"' in (small / "site/about/index.html").read_text(encoding="utf-8")


def test_the_same_bytes_come_out_of_another_process(small: Path) -> None:
    edition, guide, problems = read_edition(Folders.of(small))
    assert edition
    assert problems == []
    templates = environment([small / "overrides/worksheets"], version(small), guide.drawings)
    renderer = Renderer(guide, templates, edition.brand, edition.words, {})
    again = packed(questionnaires(renderer, reviews(guide), "", version(small)))
    assert again == (small / "site" / QUESTIONNAIRES).read_bytes()


def test_a_copy_without_them_says_how_to_have_them(guide: Guide) -> None:
    shown = marker_content(renderer_for(guide), Marker("questionnaires", "", 1, 0), lambda path: path)
    assert "href" not in shown
    assert "“fhir” into the line “formats” of brand.yml" in shown


def commands(root: Path) -> Iterator[subprocess.CompletedProcess[str]]:
    """What an author runs on a guide: a build, and a check."""
    yield mkdocs("build", "--strict", folder=root)
    check = [sys.executable, "-m", "worksheets", "check"]
    yield subprocess.run(check, cwd=root, env={"PYTHONPATH": "hooks"}, capture_output=True, text=True)


KIND = (
    "exercises/one/sheet.yml:15: part 1 › field 2 “length” › kind: Clinic software would lose this: the kind `choice` "
    "has no `fhir.py` in its folder. Add it, use another kind, or take `fhir` out of `formats` in brand.yml."
)


def test_an_exercise_that_fhir_cannot_hold_is_named(tmp_path: Path) -> None:
    root = with_questionnaires(tmp_path / "guide")
    (root / "exercises/one/ticks.yml").rename(root / f"exercises/one/{LONG}.yml")
    replace(root / "docs/steps/one.md", "one/ticks", f"one/{LONG}")
    (root / "hooks/worksheets/exercises/kinds/choice/fhir.py").unlink()
    for done in commands(root):
        assert done.returncode == 1
        assert REFUSED in done.stderr
        assert KIND in done.stderr
    replace(root / "brand.yml", "formats: [fhir]", "formats: []")
    edition, guide, _ = read_edition(Folders.of(root))
    assert edition
    assert list(misfits(guide.catalogue, edition.brand)) == []


def test_the_guide_itself_makes_none(site: Path) -> None:
    assert not (site / QUESTIONNAIRES).exists()


def test_its_zip_opens_anywhere() -> None:
    with ZipFile(BytesIO(packed({"folder/b.txt": "ü", "folder/a/c.txt": ""}))) as archive:
        assert archive.namelist() == ["folder/a/c.txt", "folder/b.txt"]
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert archive.read("folder/b.txt").decode() == "ü"
