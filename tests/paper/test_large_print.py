"""Large print is large everywhere: no letter on any page is smaller than 18 points, what is typed included."""

import re
from io import BytesIO

import pypdf
import pytest
from worksheets.exercises.exercise_addresses import LARGE_PRINT, Paper, exercise_pdf
from worksheets.exercises.kinds import KINDS

from tests.support.pdf_viewers import mupdf_pages
from tests.support.real_sheets import pdf_of, real_pdf, sheet_of
from tests.support.renderers import example

LARGE = 18
TYPED = re.compile(r"(?P<size>[\d.]+) Tf")
SHEETS = [
    "repair/cards-for-a-bad-moment",
    "boundaries/what-i-will-do",
    "support/first-call",
    "safe-space/before-we-start",
]


def smaller(pdf: bytes) -> set[tuple[float, str]]:
    """The texts of a PDF in letters that are too small, with the size of each in points."""
    return {
        (round(span["size"], 1), span["text"])
        for page in mupdf_pages(pdf)
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        if span["text"].strip() and span["size"] < LARGE - 0.05
    }


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_kind_of_field_has_small_letters(kind: str) -> None:
    pdf = pdf_of(sheet_of(example(kind), large=True))
    assert smaller(pdf) == set()
    fields = pypdf.PdfReader(BytesIO(pdf)).get_fields() or {}
    typed = [float(found["size"]) for one in fields.values() if (found := TYPED.search(str(one.get("/DA", ""))))]
    assert all(size >= LARGE for size in typed)


@pytest.mark.parametrize("paper", LARGE_PRINT, ids=lambda paper: paper.name)
@pytest.mark.parametrize("exercise", SHEETS)
def test_no_sheet_has_small_letters_in_its_margins_or_between(exercise: str, paper: Paper) -> None:
    assert smaller(real_pdf(exercise_pdf(exercise, paper))) == set()


def test_a_list_of_ticks_begins_on_the_first_page_and_keeps_each_mark_with_its_words() -> None:
    for paper in LARGE_PRINT:
        every = mupdf_pages(real_pdf(exercise_pdf("safe-space/before-we-start", paper)))
        pages = [page for page in every if "Example: " not in page.get_text()]
        assert len(pages) == 2
        marks = [(page, mark.rect) for page in pages for mark in page.widgets()]
        assert len(marks) == 8
        for page, mark in marks:
            middle = (mark.y0 + mark.y1) / 2
            beside = [word for word in page.get_text("words") if word[1] < middle < word[3] and word[0] > mark.x1]
            assert beside
            assert min(word[0] for word in beside) - mark.x1 < 20
        assert sum(page == pages[0] for page, _ in marks) >= 5
