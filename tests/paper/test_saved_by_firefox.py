"""What is ticked, chosen and typed in Firefox, and saved there, is in sight in every other viewer."""

import time
from base64 import b64decode
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from tests.support.firefox import Firefox, firefox
from tests.support.pdf_viewers import BUTTON, VIEWERS, ink, widgets
from tests.support.real_sheets import real_pdf

SHEETS = ["repair/pause-plan", "boundaries/before-i-say-it", "growth/my-year", "repair/pause-plan-large"]
"""Between them they have ticks, choices, lines, boxes of several lines, sentences and dates, on several pages."""

WORDS = "Zażółć, Καλημέρα, їжак"
TYPED, MARKED = 3.0, 2.0
"""What an answer adds to its field at least, in square millimetres of ink: the words above, and a mark."""

DPI = 150
CONTROLS = "document.querySelectorAll('.page[data-page-number=\"{page}\"] .annotationLayer :is(input, textarea)')"
PDF_JS = "PDFViewerApplication"
LETTERS = "bytes => btoa(Array.from(bytes, one => String.fromCharCode(one)).join(''))"
SAVED = f"{PDF_JS}.pdfDocument.saveDocument().then({LETTERS})"
"""What the button “Save” of the viewer writes, before Firefox asks where to."""


def _saved(folder: Path, sheet: str) -> bytes:
    """A sheet in which every control of every page was clicked on, and typed into where one can, and which was saved.

    Each has a browser of its own: one that is asked to leave a form asks back first, and waits.
    """
    pdf = real_pdf(f"worksheets/{sheet}.pdf")
    (folder / "sheet.pdf").write_bytes(pdf)
    (folder / "profile").mkdir()
    with firefox(folder / "profile") as browser:
        browser.open((folder / "sheet.pdf").as_uri())
        _wait_for(browser, f"{PDF_JS}.pdfViewer?.pagesCount > 0")
        for page, expected in Counter(one.page + 1 for one in widgets(pdf)).items():
            browser.ask_scripts(f"{PDF_JS}.page = {page}")
            controls = CONTROLS.format(page=page)
            _wait_for(browser, f"{controls}.length === {expected}")
            for number, kind in enumerate(browser.ask(f"[...{controls}].map(one => one.type)")):
                browser.click(f"{controls}[{number}]")
                if kind not in ("checkbox", "radio"):
                    browser.press(WORDS)
        return b64decode(browser.ask_scripts(SAVED))


def _wait_for(browser: Firefox, truth: str) -> None:
    for _ in range(200):
        if browser.ask_scripts(truth):
            return
        time.sleep(0.05)
    raise TimeoutError(truth)


@cache
def _drawn(viewer: str, pdf: bytes, page: int) -> Image.Image:
    return VIEWERS[viewer](pdf, page, DPI)


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_answer_is_in_sight(tmp_path: Path, sheet: str) -> None:
    blank = real_pdf(f"worksheets/{sheet}.pdf")
    saved = _saved(tmp_path, sheet)
    last = {one.name: one for one in widgets(saved)}
    assert last.keys() == {one.name for one in widgets(blank)}
    for viewer in VIEWERS:
        added = {
            one.name: ink(_drawn(viewer, saved, one.page), one.box, DPI)
            - ink(_drawn(viewer, blank, one.page), one.box, DPI)
            for one in last.values()
        }
        least = {one.name: MARKED if one.kind == BUTTON else TYPED for one in last.values()}
        assert not {one: more for one, more in added.items() if more < least[one]}, viewer
