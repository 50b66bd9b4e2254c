"""A sheet takes no more pages than its author allows, and none runs on over a page that it hardly fills."""

from pathlib import Path

import pypdfium2
from worksheets.exercises.exercise_addresses import PAPERS, exercise_pdf, workbook_pdf
from worksheets.paper.page_count import too_long
from worksheets.rendering.downloads import Pdf

from tests.support.real_guide import real_guide

GUIDE = real_guide()
ONE, WITH_AN_EXAMPLE = "self-care/care-list", "safe-space/before-i-start"
PAGES_A_SHEET = 2.4
"""Of the workbook, its front and its dividers included."""


def _told(pages: int, in_clinic: bool, sheet: str = ONE) -> list[str]:
    path = exercise_pdf(sheet, PAPERS[0])
    return [str(problem) for problem in too_long({path: Pdf("a.pdf", pages, 1000)}, GUIDE.catalogue, in_clinic)]


def test_a_sheet_with_too_many_pages_is_told_with_what_to_write() -> None:
    (said,) = _told(3, in_clinic=False)
    assert said.startswith("exercises/self-care/care-list.yml:")
    assert "takes 3 pages of A4, and `pages` allows 2." in said
    assert "Or write `pages: 3`." in said


def test_an_example_has_a_page_of_its_own() -> None:
    assert _told(3, in_clinic=False, sheet=WITH_AN_EXAMPLE) == []
    (said,) = _told(4, in_clinic=False, sheet=WITH_AN_EXAMPLE)
    assert "The sheet with its example takes 4 pages of A4, and `pages` allows 2 and one for the example." in said
    assert "Or write `pages: 3`." in said


def test_a_sheet_within_its_pages_and_the_guides_in_a_clinics_copy_are_not() -> None:
    assert _told(2, in_clinic=False) == _told(3, in_clinic=True) == []


def test_most_sheets_take_two_pages_at_most_and_no_last_one_is_nearly_empty(site: Path) -> None:
    fills = {id_: _fill(site / exercise_pdf(id_, PAPERS[0])) for id_ in GUIDE.catalogue.entries}
    pages = {id_: fill[:-1] if GUIDE.catalogue.entries[id_].exercise.example else fill for id_, fill in fills.items()}
    assert sum(len(fill) <= 2 for fill in pages.values()) >= 0.9 * len(pages)
    assert {id_: fill for id_, fill in pages.items() if len(fill) > 1 and (fill[-1] < 0.15 or fill[0] < 0.35)} == {}
    assert len(pypdfium2.PdfDocument(site / workbook_pdf(PAPERS[0]))) <= PAGES_A_SHEET * len(pages)


def _fill(path: Path) -> list[float]:
    """How far down each page of a PDF is written on, from 0 to 1, without its margins."""
    found = []
    for page in pypdfium2.PdfDocument(path):
        picture = page.render(scale=0.25, grayscale=True).to_pil()
        inside = picture.crop((15, picture.height // 17, picture.width - 15, int(picture.height * 0.93)))
        ink = inside.point(lambda value: 255 * (value < 215)).getbbox()
        found.append((ink[3] if ink else 0) / inside.height)
    return found
