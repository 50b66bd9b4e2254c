"""The foot of real PDFs, as a reader's program shows it: whole, and with the numbers of the paper's country."""

import subprocess
from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.exercises.exercise_addresses import LARGE_PRINT, PAPERS, Paper, exercise_pdf
from worksheets.guide.whole_guide import Guide
from worksheets.paper.font_faces import sheet_style
from worksheets.paper.font_files import read_fonts
from worksheets.paper.layouts import Layouts
from worksheets.paper.leaf_writer import SheetContext
from worksheets.paper.pdf_maker import make_pdf
from worksheets.paper.sheet import Sheet
from worksheets.paper.sheet_writer import SheetWriter

from tests.support.project import ROOT
from tests.support.renderers import renderer_for
from tests.support.stylesheets import STYLES

EXERCISE = "safe-space/before-i-start"
NUMBER = "0808 2000 247"


@pytest.fixture(scope="module")
def sheets(guide: Guide) -> dict[str, Sheet]:
    renderer = renderer_for(guide)
    styles = renderer.palette() + STYLES + sheet_style(read_fonts(Folders.of(ROOT))[0])
    wanted = {exercise_pdf(EXERCISE, paper) for paper in (*PAPERS, *LARGE_PRINT)}
    found: dict[str, Sheet] = {}
    for sheet in SheetWriter(renderer, SheetContext("https://example.org/", styles, {}, str)).all():
        if sheet.path in wanted:
            found[sheet.path] = sheet
        if len(found) == len(wanted):
            break
    return found


@pytest.mark.parametrize("paper", [*PAPERS, *LARGE_PRINT], ids=lambda paper: f"{paper.name}{'-large' * paper.large}")
def test_every_page_has_the_numbers_of_its_country_and_no_others(
    paper: Paper, sheets: dict[str, Sheet], tmp_path: Path
) -> None:
    pdf, pages, wrong = make_pdf(sheets[exercise_pdf(EXERCISE, paper)], Layouts(ROOT))
    assert not wrong
    (tmp_path / "sheet.pdf").write_bytes(pdf)
    shown = subprocess.run(
        ["pdftotext", "-raw", tmp_path / "sheet.pdf", "-"], capture_output=True, text=True, check=True
    )
    texts = [" ".join(page.split()) for page in shown.stdout.split("\f")][:pages]
    ends = {
        "A4": f"{NUMBER} (for women, mainly in England)",
        "Letter": "United States: 911, 988 · Canada: 911, 988",
    }
    for text in texts:
        assert text.removesuffix(f" {texts.index(text) + 1} / {pages}").endswith(ends[paper.name]), text[-200:]
        assert ("999" in text) == (paper.name == "A4"), text
        assert ("911" in text) == (paper.name == "Letter"), text
        assert "Numbers checked" not in text
    for page in shown.stdout.split("\f")[:pages]:
        lines = page.splitlines()
        assert any(NUMBER in line for line in lines) == (paper.name == "A4"), "a number is broken over two lines"
    whole = " ".join(texts)
    assert "Looked up on 22 November 2026, not yet called." in whole
    assert "When to stop" in whole
