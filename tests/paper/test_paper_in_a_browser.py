"""What a browser prints: all that was typed, on both papers, and lines where nothing was.

On the second paper an exercise with each kind of field stands for all; `make test-whole` prints all on both.
"""

import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from worksheets.exercises.exercise_addresses import PAPERS

from tests.support.project import one_for_each_kind
from tests.support.real_guide import real_guide
from tests.support.renderers import words
from tests.support.samples import WHOLE
from tests.support.translated_pages import as_in_the_original, is_translated, with_a_sample_of_translations

GUIDE = real_guide()
LONG = "I would like to say this slowly. " * 40
BLANK_PAGES = {
    "safe-space/before-we-start": 1,
    "safe-space/conversation-agreement": 3,
    "patterns/if-then-cards": 2,
    "boundaries/before-i-say-i-will": 1,
    "growth/monthly-minute": 1,
    "repair/my-repair-words": 2,
}
"""How many pages of A4 these take when nothing was typed."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def _printed(page: Page, path: Path, paper: str) -> str:
    page.pdf(path=path, format="Letter" if "Letter" in paper else "A4")
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(text.split())


@pytest.mark.parametrize("exercise", sorted(GUIDE.catalogue.entries))
def test_every_answer_is_on_paper_to_its_last_word(exercise: str, page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}worksheets/{exercise}/")
    last = page.evaluate(
        """long => [...document.querySelectorAll("form :is(input[type=text], textarea)")].map((one, number) => {
            one.value = one.type == "textarea" ? `${long} End${number}x` : `End${number}x`
            return one.getClientRects().length || one.closest("details") ? `End${number}x` : ""
        })""",
        LONG,
    )
    page.evaluate("() => document.querySelectorAll('form input[type=checkbox]').forEach(one => one.checked = true)")
    for paper in PAPERS if WHOLE or exercise in one_for_each_kind() else PAPERS[:1]:
        text = _printed(page, tmp_path / "printed.pdf", paper.name)
        assert not [word for word in last if word and word not in text]


@pytest.mark.parametrize(("exercise", "pages"), BLANK_PAGES.items())
def test_a_blank_sheet_takes_no_more_paper_than_it_needs(
    exercise: str, pages: int, page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}worksheets/{exercise}/")
    _printed(page, tmp_path / "blank.pdf", "A4")
    assert len(pypdfium2.PdfDocument(tmp_path / "blank.pdf")) == pages


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_what_to_do_in_a_row_is_one_card_to_cut_out(paper: str, page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}right-now/")
    _printed(page, tmp_path / "card.pdf", paper)
    first = pypdfium2.PdfDocument(tmp_path / "card.pdf")[0].get_textpage().get_text_range()
    for said in ("In danger? Call.", "I need a break", "Say one kind thing first", "bad enough."):
        assert said in first
    assert "Breathe with the circle, if you like" not in first


def test_a_time_that_was_typed_on_it_is_on_the_card_too(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}right-now/")
    page.locator("textarea[id$='--clock--back']").fill("half past nine")
    text = _printed(page, tmp_path / "card.pdf", "A4")
    assert "half past nine" in text
    assert "Breathe with the circle, if you like" not in text


def test_nothing_of_the_screen_is_on_paper(page: Page, address: str, pages: list[str], tmp_path: Path) -> None:
    for path in with_a_sample_of_translations(pages):
        about_pages = ("about/privacy/", "contributing/", "easy-read/what-is-private/", "safety/leave-this-page/")
        original = as_in_the_original(path)
        if original.startswith(about_pages) or original.count("/") > 2:
            continue  # they write about the parts of a page, or hold one exercise and no more
        page.goto(address + path)
        text = _printed(page, tmp_path / "page.pdf", "A4")
        t = words(path.split("/")[0] if is_translated(path) else "en")
        furniture = [str(t(key, what="")).strip() for key in ("leave", "skip-to-content", "clear", "pdf")]
        assert not [one for one in furniture if one in text], path
        if path != "404.html" and not is_translated(path):
            assert str(t("call-anywhere")) in text, path


def test_what_a_reader_folded_away_is_on_paper(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}steps/safe-space/")
    hidden = page.locator(".exercise--covered .exercise__purpose").first
    assert not hidden.is_visible()
    assert " ".join(hidden.inner_text().split())[:40] in _printed(page, tmp_path / "page.pdf", "A4")


def test_where_nothing_was_typed_are_lines_to_write_on(page: Page, address: str) -> None:
    page.goto(f"{address}worksheets/safe-space/conversation-agreement/")
    page.emulate_media(media="print")
    box = page.locator("form textarea:not([rows='1'])").first
    drawn = "one => getComputedStyle(one).backgroundImage"
    assert "repeating-linear-gradient" in box.evaluate(drawn)
    assert float(box.evaluate("one => one.getBoundingClientRect().height")) > 60
    box.evaluate("one => one.value = 'Walk first'")
    assert box.evaluate(drawn) == "none"
    page.emulate_media(media="null")


@pytest.mark.parametrize(
    ("above", "below", "lines"),
    [("Where do I go, and what", "What makes the wait", 3), ("What makes the wait", "When the time comes", 2)],
)
def test_as_many_lines_are_printed_as_the_question_has_rows(
    above: str, below: str, lines: int, page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}worksheets/repair/pause-plan/")
    page.pdf(path=tmp_path / "lines.pdf", format="A4")
    (sheet, text) = next(
        (sheet, text)
        for sheet in pypdfium2.PdfDocument(tmp_path / "lines.pdf")
        if (text := sheet.get_textpage()).search(above).get_next()
    )
    top, bottom = (sheet.get_height() - text.get_charbox(text.search(one).get_next()[0])[3] for one in (above, below))
    dark = sheet.render(scale=3).to_pil().convert("L").point(lambda shade: 255 * (shade < 200))
    column = dark.crop((dark.width // 7, int(top * 3), dark.width * 3 // 7, int(bottom * 3)))
    ruled = [shade > 200 for shade in column.resize((1, column.height), Image.Resampling.BOX).tobytes()]
    assert sum(here and not before for before, here in pairwise([False, *ruled])) == lines


def test_a_group_of_choices_stays_on_one_page(page: Page, address: str) -> None:
    page.goto(f"{address}worksheets/safe-space/conversation-agreement/")
    page.emulate_media(media="print")
    broken = page.evaluate(
        """() => [...document.querySelectorAll("form fieldset")]
            .filter(one => getComputedStyle(one).breakInside != "avoid").map(one => one.className)"""
    )
    assert broken == []
    page.emulate_media(media="null")
