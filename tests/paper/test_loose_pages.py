"""Pages that are printed and parted: each says whose sheet it is from, and a private copy is a leaf of its own."""

import re
from io import BytesIO

import pypdf
import pytest
from worksheets.exercises.exercise_addresses import LARGE_PRINT, PAPERS, exercise_pdf, section_pdf
from worksheets.guide.whole_guide import Guide

from tests.support.exercise_pages import exercise_of
from tests.support.real_sheets import pdf_of, real_pdf, real_sheets, sheet_of

COPIES = sorted(path for path in real_sheets() if "-copies" in path)
WHOSE = re.compile(r"Private copy: [^.]+\.|Shared page\.")
"""How a copy begins, and what each page of it says."""


def words_of_pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("path", COPIES)
def test_no_two_people_share_a_leaf_that_is_printed_on_both_sides(path: str) -> None:
    pages = words_of_pages(real_pdf(path))
    whose = [found[0] if (found := WHOSE.search(words)) else "nobody's" for words in pages]
    first, second, shared = dict.fromkeys(whose)
    assert (first[:14], second[:14], shared) == ("Private copy: ", "Private copy: ", "Shared page.")
    leaves = [set(whose[at : at + 2]) for at in range(0, len(whose), 2)]
    assert [leaf for leaf in leaves if len(leaf) > 1] == []


@pytest.mark.parametrize("path", [exercise_pdf("repair/pause-plan", paper) for paper in (*PAPERS, *LARGE_PRINT)])
def test_every_page_of_a_sheet_says_its_title_once(path: str) -> None:
    pages = words_of_pages(real_pdf(path))
    assert len(pages) > 1
    assert [words.count("Pause plan") for words in pages] == [1] * len(pages)


def test_every_page_of_a_section_says_which_exercise_it_is_of(guide: Guide) -> None:
    titles = [entry.exercise.title for entry in guide.catalogue.of(guide.catalogue.sections[0])]
    front, *pages = words_of_pages(real_pdf(section_pdf(guide.catalogue.sections[0].id, PAPERS[0])))
    assert all(title in front for title in titles)
    told = [next(title for title in titles if title in words) for words in pages]
    assert sorted(set(told), key=titles.index) == list(dict.fromkeys(told)) == titles


def test_a_table_that_fits_on_no_page_begins_below_its_heading() -> None:
    rows = ", ".join("ABCDEFGHIJKL")
    table = f"- {{ kind: table, id: t, label: A table, columns: [One, Two], rows: [{rows}] }}"
    pages = pypdf.PdfReader(BytesIO(pdf_of(sheet_of(exercise_of(table))))).pages
    heads = [page.extract_text() for page in pages if "A part" in page.extract_text()]
    assert len(pages) == 2
    assert ["A table" in words for words in heads] == [True]


def test_what_stands_at_the_end_of_a_sheet_is_not_alone_on_a_page() -> None:
    """On US Letter this one had a last page with nothing but whose it is and whom to call."""
    *_, last = words_of_pages(real_pdf(exercise_pdf("growth/yearly-look-back", PAPERS[1])))
    assert "The ideas behind this sheet" in last
