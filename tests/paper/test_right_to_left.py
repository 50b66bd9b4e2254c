"""A sheet in Arabic: its letters, its direction on the page and in its fields, and what other programs read of it.

All tests share one sheet, which takes a second to press. Besides it there are an English one, pressed twice, and three
documents of some words.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

import pypdf
import pypdfium2
import pytest
from page import ValidationProfile, validate_pdf
from PIL import Image
from worksheets.authoring.source_files import Folders
from worksheets.paper.book.cover_picture import cover_picture
from worksheets.paper.booklet import folded
from worksheets.paper.font_faces import font_rules, lacking
from worksheets.paper.font_files import font_paths, read_fonts
from worksheets.paper.layouts import Layouts
from worksheets.paper.missing_glyphs import missing_glyphs
from worksheets.paper.pdf_maker import make_pdf
from worksheets.paper.right_to_left import turned
from worksheets.paper.sheet import Binding, Sheet

from tests.support.arabic_sheet import BY_HAND, NAME, WORD, arabic_sheet
from tests.support.one_sheet import sheet
from tests.support.pdf_viewers import BUTTON, Widget, mupdf_pages, poppler_text, widgets
from tests.support.project import ROOT
from tests.support.real_sheets import pdf_of, sheet_of
from tests.support.renderers import BRAND, example

FONTS = read_fonts(Folders.of(ROOT))[0]
"""Those of the guide's sheets."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points."""


@cache
def arabic() -> bytes:
    """The PDF of the sheet."""
    return pdf_of(arabic_sheet())


@cache
def words(page: int) -> dict[str, Box]:
    """The places of the words of a page, from 0; of the same word, the last."""
    return {word: box for *box, word in (one[:5] for one in mupdf_pages(arabic())[page].get_text("words"))}


def fields(part: str) -> list[Widget]:
    """The places to press or type in whose name has this part, in the order in which a reader comes to them."""
    return [one for one in widgets(arabic()) if part in one.name]


def test_every_letter_is_from_a_font_of_the_sheets() -> None:
    listed = subprocess.run(["pdffonts", "-"], input=arabic(), capture_output=True, check=True).stdout.decode()
    names = {row.split()[0].partition("+")[2] for row in listed.splitlines()[2:]}
    assert {"Sheet", "Sheet-2", "Sheet-2-Bold"} <= names <= {"Sheet", "Sheet-Bold", "Sheet-2", "Sheet-2-Bold"}


def test_letters_join_in_words() -> None:
    widths = [
        right - left for left, _, right, _, word, *_ in mupdf_pages(arabic())[0].get_text("words") if word == WORD
    ]
    assert len(widths) == 2
    assert min(widths) < 0.8 * max(widths)


UNREAD = ("Mn", "Cf")
"""Unicode's categories of marks, which programs put before a letter or after it, and of signs for a direction."""

READERS: dict[str, Callable[[bytes], str]] = {
    "poppler": lambda pdf: poppler_text(pdf, 0),
    "MuPDF": lambda pdf: str(mupdf_pages(pdf)[0].get_text()),
    "PDFium": lambda pdf: str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()),
}


@pytest.mark.parametrize("reader", READERS)
def test_other_programs_read_each_letter_as_itself(reader: str) -> None:
    """Letters with a mark, and two letters in one sign: some got lost in words, and others stood twice.

    Where a mark is, poppler and PDFium see a gap, and so blanks do not count.
    """
    read = normalize("NFKC", READERS[reader](arabic()))
    letters = "".join(one for one in read if category(one) not in UNREAD and not one.isspace())
    for words in ("خطة للوقفة", "اتفقا قبل أن يشتد شجارا", "أولا وأخيرا", "لا تستعجلا", "لا تنفع", "الشرخ والإصلاح"):
        assert words.replace(" ", "") in letters, letters


def test_what_comes_first_is_at_the_right() -> None:
    pages = [words(0), words(1)]
    assert pages[0]["21"][0] > pages[0]["31"][2]
    assert pages[0]["3"][0] > pages[0]["4"][2] > pages[0]["9"][2]
    assert pages[0]["61"][0] > pages[0]["62"][2]
    assert pages[1]["88"][0] > pages[1]["71"][2] > pages[1]["72"][2]


def test_a_mark_is_at_the_right_of_its_words_and_a_number_below_its_own() -> None:
    twenty, thirty, _ = fields("--length")
    assert twenty.box[0] > words(0)["21"][2] > words(0)["21"][0] > thirty.box[0] > words(0)["31"][2]
    assert fields("--may-go")[0].box[0] > words(0)["51"][2]
    for number, point in [*enumerate(fields("--heat"))][3:10]:  # others stand elsewhere too
        left, _, right, _ = words(0)[str(number)]
        assert abs((left + right) / 2 - point.middle[0]) < 1, number


def test_fields_come_in_the_order_of_reading() -> None:
    points = [one.middle[0] for one in fields("--heat")[:-1]]
    assert points == sorted(points, reverse=True)
    assert [one.box[0] for one in fields("--where")] == sorted([one.box[0] for one in fields("--where")], reverse=True)
    cells = [one.middle[0] for one in fields("--help")]
    assert cells[0] > cells[1]


def test_the_margins_of_pages_are_turned() -> None:
    middle = 595 / 2
    assert all(words(page)["/"][2] < middle for page in (0, 1))
    runs = [line for block in mupdf_pages(arabic())[1].get_text("dict")["blocks"] for line in block.get("lines", ())]
    head = [(line["bbox"][0], "".join(span["text"] for span in line["spans"])) for line in runs if line["bbox"][3] < 50]
    sides = {normalize("NFKC", text).strip(): left > middle for left, text in head}
    assert sides[NAME]
    assert [side for text, side in sides.items() if text != NAME] == [False], "the title of the sheet"


def test_what_is_typed_begins_at_the_right_and_the_sheet_says_to_write_by_hand() -> None:
    pages: Any = pypdf.PdfReader(BytesIO(arabic())).pages
    places = [one.get_object() for page in pages for one in page["/Annots"]]
    texts = [one for one in places if one.get("/FT", one.get("/Parent", {}).get("/FT")) == "/Tx"]
    assert len(texts) > 10
    assert {one["/Q"] for one in texts} == {2}
    assert any("إلى أين أذهب" in str(one["/TU"]) for one in texts)
    assert f'<p class="typing">{BY_HAND}</p>' in arabic_sheet().binding.note
    assert [one.kind for one in fields("--may-go")] == [BUTTON]


def test_a_latin_name_at_the_foot_stops_no_build_wherever_its_line_ends() -> None:
    said = (
        '<p class="foot">{}, <bdi dir="ltr">https://example.org/guide/fa/</bdi>. <span lang="en" dir="ltr">Last read '
        'through on 22 نوامبر 2026.</span> <span lang="en" dir="ltr">No clinician has reviewed this yet.</span> '
        '<span lang="en" dir="ltr">Help (Elsewhere): <bdi>Emergency</bdi> <bdi dir="ltr">112</bdi>.</span></p>'
    )
    arabic = arabic_sheet()
    before, _, after = str(arabic.binding.foot).partition('<p class="paper-only foot">')
    feet = "".join(said.format("i" * letters) for letters in range(1, 120))
    html = before + feet + after.partition("</p>")[2]
    _, pages, wrong = make_pdf(replace(arabic, html=html, binding=Binding()), Layouts(ROOT))
    assert pages > 3
    assert wrong == []


def test_the_file_says_its_language_and_that_its_pages_turn_to_the_right() -> None:
    root: Any = pypdf.PdfReader(BytesIO(arabic())).root_object
    assert (str(root["/Lang"]), str(root["/ViewerPreferences"]["/Direction"])) == ("ar", "/R2L")


def test_two_checkers_find_it_to_be_pdf_ua(tmp_path: Path) -> None:
    file, report = tmp_path / "sheet.pdf", tmp_path / "report.json"
    file.write_bytes(arabic())
    program = "from outloud.cli import main; main()"
    subprocess.run([sys.executable, "-c", program, "--json", report, file], capture_output=True, check=False)
    (result,) = json.loads(report.read_text(encoding="utf-8"))["results"]
    assert [one for one in result["findings"] if one["severity"] == "error"] == []
    assert [(one.rule_id, one.message) for one in validate_pdf(file, profile=ValidationProfile.PDF_UA_1).failures] == []


def test_a_sheet_without_arabic_letters_has_nothing_of_their_font() -> None:
    english = sheet_of(example("text"))
    without = [font for font in FONTS if font.family != "Vazirmatn"]
    rules = font_rules(FONTS)
    assert rules in english.styles
    less = replace(english, styles=english.styles.replace(rules, font_rules(without)).replace(", Sheet-2;", ";"))
    assert pdf_of(english) == pdf_of(less)


@pytest.mark.parametrize("letter", "ŵŷŴŶپگےۆـ؟،")
def test_the_fonts_have_letters_of_welsh_persian_urdu_and_kurdish(letter: str) -> None:
    assert lacking(FONTS, letter) is None


def test_a_letter_of_a_script_without_a_font_is_told() -> None:
    (problem,) = missing_glyphs([sheet("<p>ש</p>")], FONTS, ROOT, [])
    assert problem.wrong == "The fonts of the printed sheets have no “ש” (U+05E9)."
    assert "put a font that has it (.ttf or .otf) into fonts/" in problem.write


def test_the_first_page_of_a_booklet_is_behind_its_right_edge() -> None:
    """It is opened from the other side: the cover lies in the left half."""
    body = "".join(f"<section style='break-before: page'>number {page}</section>" for page in range(1, 5))
    booklet, sides = folded(handmade(body, ""))
    assert sides == 2
    numbers = {word: box for word, box in places(booklet).items() if word.isdigit()}
    assert sorted(numbers, key=lambda word: numbers[word]) == ["1", "4"]


def handmade(body: str, rules: str) -> bytes:
    """The PDF of a document from right to left with a margin of 50 points."""
    html = f'<html lang="ar" dir="rtl"><head><title>One</title></head><body style="margin: 0">{body}</body></html>'
    styles = f"{font_rules(FONTS)} * {{ font: 11pt Sheet }} @page {{ size: A5; margin: 50pt }} {rules}"
    return pdf_of(Sheet("one.pdf", "one.yml", html, styles, "", fillable=False))


def places(pdf: bytes) -> dict[str, Box]:
    """Where the words of the first page are."""
    return {word: box for *box, word in (one[:5] for one in mupdf_pages(pdf)[0].get_text("words"))}


def test_the_number_of_a_page_ends_its_line_of_dots_at_the_left() -> None:
    body = "<p><a href='#end'>أول</a></p><p id='end' style='break-before: page'>آخر</p>"
    found = places(handmade(body, "a::after { content: leader(dotted) '000' }"))
    (number,) = [box for word, box in found.items() if word.strip(".") == "2"]
    assert abs(number[0] - 50) < 1


def test_what_follows_the_number_of_a_page_closes_up() -> None:
    body = "<p><a href='#end'>أول</a> <span>ثم</span></p><p id='end' style='break-before: page'>آخر</p>"
    found = places(handmade(body, "a::after { content: ' 000' }"))
    assert 0 < found["2"][0] - found["ثم"][2] < 8


def test_the_cover_of_the_e_book_has_its_stripe_and_its_words_at_the_right() -> None:
    files = {path.name: path for path in font_paths(Folders.of(ROOT))}
    brand = BRAND.model_copy(update={"name": NAME, "description": f"{NAME} (2026)."})
    drawn = cover_picture(brand, {font: files[font.name] for font in FONTS}, right_to_left=True)
    cover = Image.open(BytesIO(drawn)).convert("RGB")
    assert (
        cover.getpixel((cover.width - 5, 900)) == cover.getpixel((cover.width - 100, 900)) != cover.getpixel((5, 900))
    )
    name = cover.crop((0, 460, cover.width - 150, 640)).convert("L").point(lambda shade: 255 * (shade < 128)).getbbox()
    assert name
    assert 960 < name[2] < 990
    assert name[0] > 200, "letters that do not join are wider"


def test_boxes_in_the_margins_change_their_sides_once() -> None:
    styles = "@page { @top-left { width: 1mm } @bottom-right-corner { margin-left: 0 } }"
    assert turned(styles).startswith("@page { @top-right { width: 1mm } @bottom-left-corner { margin-left: 0 } }\n")
