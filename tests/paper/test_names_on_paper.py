"""The names of two people, typed once into a PDF, stand at the head of each side."""

from io import BytesIO
from typing import Any

import pypdf
import pytest
from PIL import ImageChops
from worksheets.exercises.exercise_addresses import LARGE_PRINT, PAPERS, exercise_pdf

from tests.support.pdf_viewers import VIEWERS, Widget, ink, mupdf_pages, poppler_text, pressed, widgets
from tests.support.real_sheets import real_pdf

SHEET = "repair/pause-plan"
PLACES = 4
"""Where a name stands on that sheet: the blank near its top, the heads of two questions, and what both agree."""

DPI = 100
A4 = (0, 0, 595, 841)


def places(pdf: bytes, who: int) -> list[Widget]:
    return [one for one in widgets(pdf, "/Tx") if one.name == f"w-{SHEET.replace('/', '--')}--{who}"]


def filled(pdf: bytes, *names: str, at: int = 0) -> bytes:
    for who, name in enumerate(names, 1):
        one = places(pdf, who)[at]
        pdf = pressed(pdf, [(one.page, *one.middle)], name)
    return pdf


@pytest.mark.parametrize("at", [0, PLACES - 1])
def test_a_name_that_is_typed_anywhere_stands_at_each_head(at: int) -> None:
    blank = real_pdf(exercise_pdf(SHEET, PAPERS[0]))
    assert [len(places(blank, who)) for who in (1, 2)] == [PLACES, PLACES]
    saved = filled(blank, "Zelda", "Quirin", at=at)
    pages = range(len(pypdf.PdfReader(BytesIO(saved)).pages))
    for name in ("Zelda", "Quirin"):
        assert sum(poppler_text(saved, page).count(name) for page in pages) == PLACES
        assert sum(one.get_text().count(name) for one in mupdf_pages(saved)) == PLACES


@pytest.mark.parametrize("viewer", VIEWERS)
def test_each_name_is_drawn_within_its_places(viewer: str) -> None:
    blank = real_pdf(exercise_pdf(SHEET, PAPERS[0]))
    saved = filled(blank, "Maximiliana Featherstonehaugh")
    for page in range(2):
        drawn, before = (VIEWERS[viewer](pdf, page, DPI) for pdf in (saved, blank))
        new = ImageChops.invert(ImageChops.difference(drawn, before))
        inks = [ink(new, one.box, DPI) for one in places(saved, 1) if one.page == page]
        assert inks
        assert all(one > 2 for one in inks), "in each of them"
        assert ink(new, A4, DPI) - sum(inks) < 0.5, "and nothing outside"


@pytest.mark.parametrize("paper", [*PAPERS, *LARGE_PRINT], ids=str)
def test_what_the_first_place_takes_fits_into_all_others(paper: Any) -> None:
    for who in (1, 2):
        first, *others = places(real_pdf(exercise_pdf(SHEET, paper)), who)
        assert len(others) == PLACES - 1
        for one in others:
            assert all(there >= here - 0.2 for here, there in zip(first.size, one.size, strict=True)), (first, one)


def test_all_places_of_a_name_are_one_field() -> None:
    form: Any = pypdf.PdfReader(BytesIO(real_pdf(exercise_pdf(SHEET, PAPERS[0])))).root_object["/AcroForm"]
    fields = [one.get_object() for one in form["/Fields"]]
    names = [str(one["/T"]) for one in fields]
    assert len(names) == len(set(names))
    shared = [one for one in fields if one["/FT"] == "/Tx" and "/Kids" in one]
    assert [str(one["/TU"]) for one in shared] == ["Name: Partner A", "Name: Partner B"]
    for field in shared:
        for place in (kid.get_object() for kid in field["/Kids"]):
            assert place["/Parent"].get_object() == field
            assert not {"/T", "/V", "/FT", "/Ff"} & place.keys(), "these belong to the field"
            assert place["/TU"] == field["/TU"]


def test_copies_share_the_names_and_nothing_else() -> None:
    pdf = real_pdf(exercise_pdf(SHEET, PAPERS[0], copies=True))
    saved = filled(pdf, "Zelda", "Quirin")
    reader = pypdf.PdfReader(BytesIO(saved))
    pages = [poppler_text(saved, page) for page in range(len(reader.pages))]
    first, second = (next(words for words in pages if f"Private copy: Partner {who}" in words) for who in "AB")
    assert "Zelda" in first
    assert "Quirin" not in first
    assert "Quirin" in second
    assert "Zelda" not in second
    shared = "".join(words for words in pages if "Shared page." in words)
    assert shared.count("Zelda") == shared.count("Quirin") == PLACES
    form: Any = reader.root_object["/AcroForm"]
    fields = form["/Fields"]
    assert sum("/Kids" in one.get_object() and one.get_object()["/FT"] == "/Tx" for one in fields) == 2
