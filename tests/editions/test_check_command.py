"""`check` tells everything that is wrong with a page in one run, and never stumbles over what it has just told."""

import re
from pathlib import Path

import pytest

from tests.support.command_line import run
from tests.support.small_site import small_site_with_pdfs, write_page

MISTAKES = {
    "[@nothing2000] says so.": "[@nothing2000]: This key is not in sources/references.bib.",
    "[@brown2010calm; @nothing2000]": "[@nothing2000]: This key is not in sources/references.bib.",
    "<!-- exercise: one/nothing -->": "exercise: one/nothing: There is no such exercise.",
    "<!-- picture: nothing -->": "picture: nothing: There is no such picture.",
    "<!-- gallery: nothing -->": "gallery: nothing: There is no such gallery.",
    "<!-- referenecs -->": "<!-- referenecs -->: Unknown marker `referenecs`.",
    "[A link](../nowhere.md)": "nowhere.md, which does not exist.",
    "[A heading](#nowhere)": "There is no “#nowhere” in",
}
"""What an author may get wrong in a page, and a part of what is said of it."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = small_site_with_pdfs(tmp_path_factory.mktemp("check") / "guide")
    write_page(project, "right-now", "[There](help.md#help) and [back](index.md#index).")
    with (project / "guide.yml").open("a", encoding="utf-8") as settings:
        settings.write("workbook: [help.md]\n")
    return project


@pytest.mark.parametrize("page", ["help", "safety/help-now"])
def test_every_mistake_of_a_page_is_told_at_once(page: str, project: Path) -> None:
    write_page(project, page, "\n\n".join(MISTAKES))
    done = run(project, "check")
    write_page(project, page, "Words.")
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    for said in MISTAKES.values():
        assert said in done.stderr


@pytest.mark.parametrize(
    "mistake", ["[@nothing2000] says so.", "<!-- picture: nothing -->", "<!-- exercise: one/nothing -->"]
)
def test_each_mistake_alone_is_told_as_well(mistake: str, project: Path) -> None:
    write_page(project, "help", mistake)
    done = run(project, "check")
    write_page(project, "help", "Words.")
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("docs/help.md:10: ")
    assert MISTAKES[mistake] in done.stderr


@pytest.mark.parametrize("text", ["# help\n\n[@nothing2000]\n", "---\ntitle: x\n---\n<!-- picture: nothing -->\n"])
def test_a_page_without_front_matter_is_no_stumbling_block(text: str, project: Path) -> None:
    (project / "docs/help.md").write_text(text, encoding="utf-8")
    done = run(project, "check")
    write_page(project, "help", "Words.")
    assert done.stderr.startswith("docs/help.md:1: ")
    assert "Traceback" not in done.stderr


def test_letters_that_no_font_has_matter_only_where_there_are_pdfs(project: Path) -> None:
    brand = project / "brand.yml"
    before = brand.read_text(encoding="utf-8")
    brand.write_text(before.replace("name: Rupture and repair", "name: מרפאה"), encoding="utf-8")
    assert re.search("The fonts of the printed sheets have no “[א-ת]”", run(project, "check").stderr)
    brand.write_text(f"{brand.read_text(encoding='utf-8')}formats: []\n", encoding="utf-8")
    done = run(project, "check")
    brand.write_text(before, encoding="utf-8")
    assert done.returncode == 0, done.stderr
