"""What is typed into a PDF shows whole, in Latin, Greek and Cyrillic letters of all kinds, or no more is taken."""

import re
import subprocess
from io import BytesIO
from typing import Any

import pypdf
import pytest
from worksheets.guide.whole_guide import Guide
from worksheets.paper.leaf_writer import SheetContext
from worksheets.paper.sheet_writer import SheetWriter

from tests.support.one_sheet import ROOT, Layouts, make_pdf, sheet
from tests.support.pdf_viewers import pressed, widgets
from tests.support.renderers import renderer_for

WORDS = " ".join(f"word{number}" for number in range(1, 301))
LETTERS = [
    "Zażółć gęślą jaźń, İğdır ışık, țară, õhtu",
    "Καλημέρα, ήταν ώρα, Ωμέγα",
    "Привіт, їжак, ґанок, Є, съешь ещё, љубав ђак, ў",
    "Ngā mihi o te ata, kōrero, Āio, ŵy tŷ, eĥoŝanĝo ĉiuĵaŭde, Ŋálbmi, ŋoarru",
    "Nguyễn Thị Phượng, xin chào, mình đã nghĩ về bữa tối, ỗ ự ẵ",
    "Ɗan ƙasa, ɓera, Ẹ kú àárọ̀, Ṣadé, Ŋuti, ɖe, ƒe, ɛyɛ, ɔdɔ, Məhəbbət",
]
BOX = "<label for=a>Why?</label><textarea id=a name=a style='{}'></textarea>"
SMALL, TALL, LARGE = "height: 9mm", "height: 27mm", "height: 40mm; font-size: 18pt"
TICK = "<input type=checkbox id=a name=a><label for=a>Done</label>"


def _made(body: str) -> bytes:
    pdf, _, wrong = make_pdf(sheet(f"<form>{body}</form>"), Layouts(ROOT))
    assert not wrong
    return pdf


def _field(pdf: bytes) -> Any:
    form: Any = pypdf.PdfReader(BytesIO(pdf)).root_object["/AcroForm"]
    (field,) = form["/Fields"]
    return field.get_object()


def _typed(pdf: bytes, words: str) -> bytes:
    """Click into the one field of a PDF, type, and save, as in Chromium."""
    (field,) = widgets(pdf)
    return pressed(pdf, [(field.page, *field.middle)], words)


def _poppler(pdf: bytes, *command: str) -> bytes:
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout


def _words_in_sight(pdf: bytes) -> list[str]:
    """The words in the one field of a PDF whose letters are at most a hair outside of it."""
    sides = [float(side) for side in _field(pdf)["/Rect"]]
    height = float(pypdf.PdfReader(BytesIO(pdf)).pages[0].mediabox.height)
    top, bottom = height - max(sides[1], sides[3]), height - min(sides[1], sides[3])
    words = re.findall(
        r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(word\d+)<',
        _poppler(pdf, "pdftotext", "-bbox", "-", "-").decode(),
    )
    return [word for low, high, word in words if float(low) > top - 3 and float(high) < bottom + 3]


@pytest.mark.parametrize("box", [SMALL, TALL, LARGE])
def test_what_a_box_takes_is_in_sight(box: str) -> None:
    saved = _typed(_made(BOX.format(box)), WORDS)
    taken = str(_field(saved)["/V"]).split()
    seen = _words_in_sight(saved)
    assert 10 < len(taken) < 300
    assert taken[:-1] == seen[: len(taken) - 1], "the last word may be a part of one"


def test_letters_shrink_before_a_box_is_full_and_large_print_keeps_its_size() -> None:
    taken = {box: len(str(_field(_typed(_made(BOX.format(box)), WORDS))["/V"]).split()) for box in (TALL, LARGE)}
    assert taken[TALL] > 150
    assert taken[LARGE] < 50


@pytest.mark.parametrize("letters", LETTERS, ids=["Latin", "Greek", "Cyrillic", "Māori", "Vietnamese", "African"])
def test_letters_that_people_type_show(letters: str) -> None:
    saved = _typed(_made(BOX.format(TALL)), letters)
    assert str(_field(saved)["/V"]) == letters
    assert letters in " ".join(_poppler(saved, "pdftotext", "-", "-").decode().split())
    assert {"Sheet"} == {font.split("+")[1] for font in _fonts_drawn_with(saved)}, "a substitute is drawn"


@pytest.mark.parametrize("letters", ["ḍ ʻ r\u0325", "Ἀθῆναι", "Қазақ", "שלום", "你好", "😀"])
def test_a_letter_that_the_font_lacks_is_never_drawn_as_another(letters: str) -> None:
    saved = _typed(_made(BOX.format(TALL)), letters)
    seen = "".join(_poppler(saved, "pdftotext", "-", "-").decode().split()).replace("Why?", "")
    assert set(seen) <= set(letters)


@pytest.mark.parametrize("letters", ["ʻ", "Қ", "שלום", "مرحبا"])
def test_an_empty_square_says_that_a_letter_lacks(letters: str) -> None:
    assert _ink(_typed(_made(BOX.format(TALL)), letters)) > _ink(_made(BOX.format(TALL)))


def _ink(pdf: bytes) -> int:
    return sum(dot < 128 for dot in _poppler(pdf, "pdftoppm", "-r", "144", "-gray", "-"))


def _fonts_drawn_with(pdf: bytes) -> set[str]:
    drawing = _field(pdf)["/AP"]["/N"].get_object()
    names = re.findall(r"(/\S+) [\d.]+ Tf", drawing.get_data().decode("latin-1"))
    return {str(drawing["/Resources"]["/Font"][name]["/BaseFont"]) for name in names}


def test_a_sheet_says_what_its_boxes_do_not_show(guide: Guide) -> None:
    said = (
        "words that you cannot see in a box are not printed; scripts other than Latin, Greek and Cyrillic may not show"
    )
    context = SheetContext("", "", {}, lambda text: text)
    for one in SheetWriter(renderer_for(guide), context).all():
        has_boxes = any("<textarea" in html for html in one.documents)
        told = sum(said in html for html in one.documents)
        assert told == (one.fillable and has_boxes), f"{one.path}: once is enough"


def test_poppler_draws_a_tick_that_was_made_in_chromium() -> None:
    blank = _made(TICK)
    saved = _typed(blank, "")
    assert str(_field(saved)["/AS"]) == "/on"
    assert _ink(saved) > _ink(blank) + 10
