"""Removing something and having one's own copy of what names it are never at odds, whichever comes first."""

from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import Edition, read_edition
from worksheets.editions.new_clinic_folder import new_clinic
from worksheets.editions.originals import copy_to_own

from tests.support.project import ROOT, replace

LADDER = "self-care/urge-ladder"
COPIED = [
    "docs/steps/self-care.md", "docs/a-z.md", "docs/right-now.md", "docs/situations/phones.md",
    "docs/clinics/sheets/self-care.md", "exercises/self-care/slow-breathing.yml", "packs/first-evening.yml",
]  # fmt: skip
"""Files that show, list or name what is removed below."""


def read(clinic: Path) -> tuple[Edition, list[str]]:
    """A clinic's edition and what is wrong with it."""
    edition, _, problems = read_edition(Folders.of(ROOT), clinic)
    assert edition
    return edition, [str(problem).split("/quay/")[-1] for problem in problems]


def clinic_without(folder: Path, **remove: str) -> Path:
    clinic = folder / "quay"
    new_clinic(ROOT, clinic)
    lines = "".join(f"  {key}: [{names}]\n" for key, names in remove.items())
    replace(clinic / "brand.yml", "  pages: [contributing/, clinics/]\n", lines)
    return clinic


@pytest.mark.parametrize("file", COPIED)
def test_a_file_that_was_copied_needs_no_change_for_what_is_removed(file: str, tmp_path: Path) -> None:
    clinic = clinic_without(tmp_path, exercises=f"{LADDER}, patterns/what-helps-me", packs="six-weeks")
    before = len(read(clinic)[0].notices)
    copy_to_own(ROOT, clinic, Path(file))
    edition, problems = read(clinic)
    assert problems == []
    assert len(edition.notices) == before, "its places are still named, so that she can read them"


def test_whoever_follows_the_advice_is_done(tmp_path: Path) -> None:
    clinic = clinic_without(tmp_path, exercises=LADDER)
    copy_to_own(ROOT, clinic, Path("docs/steps/growth.md"))
    page = clinic / "pages" / "steps" / "growth.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n<!-- sheet: {LADDER} -->\n", encoding="utf-8")
    (problem,) = read(clinic)[1]
    assert problem.endswith("This exercise is removed. Nothing takes its place. Remove it.")
    replace(page, f"<!-- sheet: {LADDER} -->", "")
    assert read(clinic)[1] == []


def test_a_page_of_a_clinic_may_show_fewer_exercises(tmp_path: Path) -> None:
    clinic = clinic_without(tmp_path, pages="contributing/")
    copy_to_own(ROOT, clinic, Path("docs/steps/self-care.md"))
    page = clinic / "pages" / "steps" / "self-care.md"
    front_matter = page.read_text(encoding="utf-8").split("\n# ")[0]
    page.write_text(f"{front_matter}\n# Care for yourself, lean on each other\n\nOnly words.\n", encoding="utf-8")
    edition, problems = read(clinic)
    assert problems == []
    assert "self-care/two-way-care" in edition.guide.catalogue.entries, "it is in the list of worksheets"


@pytest.mark.parametrize(
    ("remove", "file"),
    [
        ({"sections": "growth"}, "docs/steps/growth.md"),
        ({"exercises": LADDER}, f"exercises/{LADDER}.yml"),
        ({"packs": "six-weeks"}, "packs/six-weeks.yml"),
    ],
)
def test_a_file_that_ones_own_brand_removes_is_told(remove: dict[str, str], file: str, tmp_path: Path) -> None:
    clinic = clinic_without(tmp_path, **remove)
    own = copy_to_own(ROOT, clinic, Path(file)).as_posix()
    edition, problems = read(clinic)
    assert problems == []
    assert [notice for notice in edition.notices if notice.startswith(own)] == [
        f"{own}:1: brand.yml removes this, so nobody sees it. Take it out of `remove`, or remove this file."
    ]
