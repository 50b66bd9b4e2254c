"""A filled-in example is one last leaf of its sheet's own PDF, and of no other."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
import pytest
from selectolax.lexbor import LexborHTMLParser
from weasyprint import HTML
from worksheets.exercises.exercise_addresses import LARGE_PRINT, PAPERS, exercise_pdf
from worksheets.paper.layouts import Layouts
from worksheets.paper.page_count import too_long
from worksheets.paper.pdf_maker import make_pdf
from worksheets.paper.sheet import Binding
from worksheets.rendering.downloads import Pdf

from tests.support.one_sheet import sheet
from tests.support.project import ROOT
from tests.support.real_guide import real_guide
from tests.support.real_sheets import real_pdf, real_sheets

GUIDE = real_guide()
WITH_EXAMPLE = [id_ for id_, entry in GUIDE.catalogue.entries.items() if entry.exercise.example]
ONE = "repair/pause-plan"


def example_of(path: str) -> str:
    (leaf,) = LexborHTMLParser(real_sheets()[path].binding.example).css("section.leaf")
    return str(leaf.html)


def test_the_sheets_own_pdfs_have_it_and_no_others() -> None:
    wanted = {exercise_pdf(id_, paper) for id_ in WITH_EXAMPLE for paper in (*PAPERS, *LARGE_PRINT)}
    assert {path for path, sheet in real_sheets().items() if "answers__made-up" in "".join(sheet.documents)} == wanted
    assert f"worksheets/{ONE}-copies.pdf" in real_sheets().keys() - wanted


def test_it_is_a_page_of_its_own_at_the_end_with_the_title_of_the_sheet_in_its_head() -> None:
    reader = pypdf.PdfReader(BytesIO(real_pdf(exercise_pdf(ONE, PAPERS[0]))))
    *sheet, last = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert last.index("Example: Pause plan") < last.index("Made up") < last.index("Kettle")
    assert [words for words in sheet if "Made up" in words or "Kettle" in words] == []
    assert "Help (United Kingdom)" in sheet[-1], "who prints only the sheet still has its foot"
    fields: Any = reader.pages[-1].get("/Annots", [])
    assert [one for one in fields if one.get_object().get("/Subtype") == "/Widget"] == [], "nobody can fill it in"


def test_each_takes_one_page_of_the_lower_paper() -> None:
    paths = [exercise_pdf(id_, PAPERS[1]) for id_ in WITH_EXAMPLE]
    sheet = real_sheets()[paths[0]]
    html = str(sheet.binding.example).split('<section class="leaf')[0] + "".join(map(example_of, paths)) + "</body>"
    _, pages, wrong = make_pdf(replace(sheet, html=html, binding=Binding(title="All")), Layouts(ROOT))
    assert (pages, wrong) == (len(paths), [])


def test_an_example_that_runs_on_does_not_have_its_sheet_set_closer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A leaf is laid out a second time for that; in large print nearly each example would be."""
    rendered: list[HTML] = []
    render = HTML.render

    def counted(html: HTML, **given: Any) -> Any:
        rendered.append(html)
        return render(html, **given)

    monkeypatch.setattr(HTML, "render", counted)
    long = "<p style='height: 900px'>A</p><p style='height: 20px; margin-top: 200px'>B</p>"
    one, runs_on = sheet("<p>One"), sheet(f"<section class='leaf'>{long}</section>").html
    for made, times in ((replace(one, html=runs_on), 2), (replace(one, binding=Binding(example=runs_on)), 2)):
        rendered.clear()
        _, pages, _ = make_pdf(made, Layouts(ROOT))
        assert (len(rendered), pages) == (times, 2 if made.html == runs_on else 3)


def test_the_pages_that_a_sheet_may_take_are_counted_without_it() -> None:
    def told(pages: int) -> list[str]:
        pdfs = {exercise_pdf(ONE, PAPERS[0]): Pdf("a.pdf", pages, 1000)}
        return [str(problem) for problem in too_long(pdfs, GUIDE.catalogue, in_clinic=False)]

    assert told(3) == []
    (said,) = told(4)
    assert "The sheet with its example takes 4 pages of A4, and `pages` allows 2 and one for the example." in said
    assert "Or write `pages: 3`." in said
