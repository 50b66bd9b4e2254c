"""PDFs in some of a site's languages alone, and what stands for those that `make test` does not press.

Two builds of the small site with a handful of PDFs, and six sheets of the real guide: half a minute of work.
"""

import re
import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from page import ValidationProfile, validate_pdf
from worksheets.exercises.exercise_addresses import PAPERS, exercise_pdf
from worksheets.paper.sheet import Sheet

from tests.support.pdf_viewers import form_fields
from tests.support.project import ROOT, mkdocs, replace
from tests.support.real_sheets import edition_in, pdf_of, real_pdf, sheets_of
from tests.support.renderers import BRAND
from tests.support.two_languages import two_languages

LANGUAGES = BRAND.all_languages[1:]


def built(project: Path, sheets: str) -> subprocess.CompletedProcess[str]:
    return mkdocs("build", "--strict", folder=project, sheets=sheets)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site in English and Persian that makes PDFs."""
    project = two_languages(tmp_path)
    shutil.copytree(ROOT / "fonts", project / "fonts")
    replace(project / "mkdocs.yml", "sheets: false", "sheets: !ENV SHEETS")
    return project


def test_a_language_is_pressed_alone_and_no_page_links_to_what_is_not_there(project: Path) -> None:
    done = built(project, "en")
    assert done.returncode == 0, done.stderr
    site = project / "site"
    pdfs = set(site.rglob("*.pdf"))
    linked = {
        (page.parent / link).resolve()
        for page in site.rglob("*.html")
        for link in re.findall(r'href="?([^" >]+\.pdf)', page.read_text(encoding="utf-8"))
    }
    assert set() != linked <= pdfs
    assert not any(path.is_relative_to(site / "fa") for path in pdfs)


def test_a_language_that_the_site_does_not_have_is_told(project: Path) -> None:
    done = built(project, "en,ef")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    said = "SHEETS=en,ef: this site has no language `ef`. Write one of: `en`, `fa`. Without PDFs: SHEETS=false."
    assert said in done.stderr
    assert not (project / "site").exists()


@cache
def translated(language: str) -> tuple[Sheet, Sheet]:
    """Of the sheets of exercises in a language, on A4, the shortest and the longest that are translated."""
    edition = edition_in(language)
    entries, every = edition.guide.catalogue.entries, sheets_of(edition)
    paths = [exercise_pdf(id_, PAPERS[0]) for id_, entry in entries.items() if entry.language == language]
    sheets = sorted((every[path] for path in paths), key=lambda sheet: len(sheet.html))
    return sheets[0], sheets[-1]


@pytest.mark.parametrize("which", [0, -1], ids=["shortest", "longest"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translated_sheet_is_pdf_ua_in_its_language_with_the_fields_of_its_original(
    language: str, which: int, tmp_path: Path
) -> None:
    sheet, file = translated(language)[which], tmp_path / "sheet.pdf"
    file.write_bytes(pdf_of(sheet))
    assert [(one.rule_id, one.message) for one in validate_pdf(file, profile=ValidationProfile.PDF_UA_1).failures] == []
    reader = pypdf.PdfReader(file)
    assert str(reader.root_object["/Lang"]) == language
    assert list(form_fields(reader)) == list(form_fields(pypdf.PdfReader(BytesIO(real_pdf(sheet.path)))))
