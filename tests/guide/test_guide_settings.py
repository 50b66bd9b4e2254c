"""What this guide alone decides is in guide.yml, and what no copy can remove is decided there."""

from pathlib import Path

import pytest
from worksheets.authoring.yaml_document import Document
from worksheets.editions.brand import Removal, read_brand
from worksheets.editions.new_clinic_folder import new_clinic
from worksheets.editions.removal import removals
from worksheets.guide.whole_guide import Guide
from worksheets.schema import guide_schema

from tests.support.project import ROOT
from tests.support.renderers import BRAND, SETTINGS

SAFE = ("safety/help-now.md", "safety/is-this-safe.md", "safety/leave-this-page.md", "right-now.md")
LINKED = ("index.md", "a-z.md", "references.md", "about/index.md", "about/privacy.md", "worksheets/index.md")


def test_the_schema_is_in_step_with_the_model_and_the_file_names_it() -> None:
    assert (ROOT / "guide.schema.json").read_text(encoding="utf-8") == guide_schema(), "run `make schema`"
    first = (ROOT / "guide.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=guide.schema.json"


@pytest.mark.parametrize("path", [*SAFE, *LINKED])
def test_no_copy_of_this_guide_can_remove(path: str, guide: Guide) -> None:
    brand = BRAND.model_copy(update={"remove": Removal(pages=(path,))})
    problems = removals(brand, Document("brand.yml", {}), guide)[1]
    assert [problem.wrong for problem in problems] == [f"`{path}` cannot be removed: guide.yml keeps it in every copy."]


def test_what_is_not_kept_can_be_removed(guide: Guide) -> None:
    brand = BRAND.model_copy(update={"remove": Removal(pages=("glossary.md",))})
    assert removals(brand, Document("brand.yml", {}), guide)[1] == []


def test_a_new_copy_leaves_out_what_is_for_authors(tmp_path: Path) -> None:
    new_clinic(ROOT, tmp_path / "harbour")
    brand, _, problems = read_brand(tmp_path / "harbour" / "brand.yml", "brand.yml")
    assert (brand and brand.remove.pages, problems) == (("contributing/", "clinics/"), [])


def test_a_name_keeps_the_spelling_of_its_owner(guide: Guide) -> None:
    assert SETTINGS.names == ("World Health Organization",)
    assert any("World Health Organization" in page.body for page in guide.pages)
