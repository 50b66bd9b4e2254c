"""`number`: chosen with a keyboard, asked by advice, added by a sum, printed, and a named field of a PDF."""

import ctypes
import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from worksheets.authoring.source_files import Folders
from worksheets.authoring.strict_model import validate
from worksheets.authoring.yaml_document import Document
from worksheets.exercises.catalogue import Entry
from worksheets.exercises.examples import SECTION
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.kinds import kinds_style
from worksheets.paper.font_faces import sheet_style
from worksheets.paper.font_files import read_fonts
from worksheets.paper.layouts import Layouts
from worksheets.paper.pdf_maker import make_pdf
from worksheets.paper.sheet import Sheet
from worksheets.rendering.renderer import Renderer
from worksheets.site.pruning.stylesheet import read_stylesheet
from worksheets.site.pruning.whole_page import whole

from tests.support.project import ROOT
from tests.support.renderers import renderer_of
from tests.support.stylesheets import STYLES

SLEEP = {
    "kind": "number", "id": "sleep", "label": "How long did I sleep?", "hint": "A guess will do.",
    "from": 0, "to": 24, "unit": "hours", "skip": "Hard to say",
}  # fmt: skip
CUPS = {"kind": "number", "id": "cups", "label": "How many cups?", "from": 2, "to": 9, "unit": "cups"}
FIELDS: list[dict[str, Any]] = [
    SLEEP,
    CUPS,
    {"kind": "advice", "when": {"sleep": {"at-most": 5}}, "text": "A short night."},
    {"kind": "advice", "when": {"sleep": {"is": "Hard to say"}}, "text": "Never mind."},
    {"kind": "advice", "when": {"cups": {"at-least": 3, "at-most": 4}}, "text": "Some cups."},
    {
        "kind": "sum", "id": "both", "label": "Together", "of": ["sleep", "cups"],
        "bands": [{"from": 0, "to": 9, "text": "Low."}, {"from": 10, "to": 33, "text": "High."}],
    },
]  # fmt: skip
SAID = ("A short night.", "Never mind.", "Some cups.", "Low.", "High.")


def sheet(*fields: dict[str, Any]) -> Document:
    head = {"title": "A", "kind": "log", "for": "one", "minutes": 2, "purpose": "B.", "evidence": [], "stop": "C."}
    return Document("a.yml", {**head, "parts": [{"title": "D", "fields": list(fields)}]})


@pytest.fixture(scope="module")
def entry() -> Entry:
    exercise, problems = validate(Exercise, sheet(*FIELDS))
    assert exercise, problems
    assert [list(field.mistakes(exercise)) for field in exercise.fields] == [[]] * len(FIELDS)
    return Entry("examples/sheet", SECTION, exercise)


@pytest.fixture(scope="module")
def renderer(entry: Entry) -> Renderer:
    return renderer_of(entry)


@pytest.fixture
def page(entry: Entry, renderer: Renderer, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The sheet as a finished page: pruned, with scripts off, on a phone."""
    css = "".join([renderer.palette(), STYLES, kinds_style(), renderer.stylesheet(entry)])
    html = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<title>A sheet</title><link rel="stylesheet" href="x"></head><body><main>'
        f"{renderer.exercise(entry.id, 1, lambda path: f'#{path}')}</main></body></html>"
    )
    (tmp_path / "page.html").write_text(whole(html, [read_stylesheet(css)]), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    opened = context.new_page()
    opened.goto((tmp_path / "page.html").as_uri())
    yield opened
    context.close()


def shown(page: Page) -> tuple[str, ...]:
    return tuple(words for words in SAID if page.get_by_text(words, exact=True).is_visible())


def test_a_number_is_asked_and_added(page: Page) -> None:
    sleep, cups = page.get_by_label("How long did I sleep?"), page.get_by_label("How many cups?")
    assert sleep.input_value().strip() == "", "nothing is chosen at first"
    assert shown(page) == ("Low.", "High.")
    sleep.select_option("4")
    assert shown(page) == ("A short night.", "Low.", "High."), "no band is picked out before all is answered"
    cups.select_option("3")
    assert shown(page) == ("A short night.", "Some cups.", "Low.")
    sleep.select_option("8")
    assert shown(page) == ("Some cups.", "High.")
    sleep.select_option("Hard to say")
    assert shown(page) == ("Never mind.", "Some cups.", "Low."), "what is skipped counts nothing"
    cups.select_option("I would rather not say")
    assert shown(page) == ("Never mind.", "Low.", "High."), "nothing counts, so no band is picked out"


def test_a_number_is_reached_and_chosen_by_keyboard_and_heard_with_its_unit(page: Page) -> None:
    sleep = page.get_by_label("How long did I sleep?")
    sleep.focus()
    page.keyboard.type("7")
    assert sleep.input_value() == "7"
    box = sleep.bounding_box()
    assert box
    assert box["height"] >= 44
    assert 'combobox "How long did I sleep?"' in page.locator("form").aria_snapshot()
    described = str(sleep.get_attribute("aria-describedby")).split()
    assert [page.locator(f"[id='{id_}']").text_content() for id_ in described] == ["A guess will do.", "hours"]


def test_what_was_chosen_is_on_paper_with_its_unit(page: Page, tmp_path: Path) -> None:
    page.get_by_label("How long did I sleep?").select_option("7")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    said = subprocess.run(["pdftotext", "-layout", tmp_path / "page.pdf", "-"], capture_output=True, text=True).stdout
    assert [line.split() for line in said.splitlines() if "hours" in line] == [["7", "hours"]]
    assert [line.split() for line in said.splitlines() if line.strip().endswith("cups")] == [["cups"]], "a blank"


def test_a_number_is_a_named_list_in_a_pdf(entry: Entry, renderer: Renderer) -> None:
    styles = "".join([renderer.palette(), STYLES, kinds_style(), sheet_style(read_fonts(Folders.of(ROOT))[0])])
    html = f'<html lang="en" class="sheet"><title>A sheet</title>{renderer.exercise_alone(entry, 1, str)}</html>'
    data, _, wrong = make_pdf(Sheet("a.pdf", "a.yml", html, styles, renderer.stylesheet(entry)), Layouts(ROOT))
    assert wrong == []
    assert lists(data) == {
        "w-examples--sheet--sleep": ("How long did I sleep?", 27),
        "w-examples--sheet--cups": ("How many cups?", 10),
    }
    reader: Any = PdfReader(io.BytesIO(data))
    marks = [mark.get_object() for page in reader.pages for mark in page["/Annots"]]
    drawn = [mark["/AP"]["/N"] for mark in marks if mark["/Subtype"] == "/Widget"]
    assert len(drawn) >= 2, "each has a look of its own before anything is chosen"


def lists(data: bytes) -> dict[str, tuple[str, int]]:
    """The lists to choose from in a PDF, by name: what is said for each, and how many options it has."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    found = {}
    for page in document:
        for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
            mark = pdfium.FPDFPage_GetAnnot(page, place)
            if pdfium.FPDFAnnot_GetFormFieldType(document.formenv, mark) == pdfium.FPDF_FORMFIELD_COMBOBOX:
                ask = (pdfium.FPDFAnnot_GetFormFieldName, pdfium.FPDFAnnot_GetFormFieldAlternateName)
                name, said = (_text(one, document.formenv, mark) for one in ask)
                found[name] = (said, pdfium.FPDFAnnot_GetOptionCount(document.formenv, mark))
    return found


def _text(ask: Any, form: Any, mark: Any) -> str:
    length = ask(form, mark, None, 0)
    room = ctypes.create_string_buffer(length)
    ask(form, mark, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), length)
    return room.raw.decode("utf-16-le").rstrip("\0")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"to": 100},
            "From 0 to 100 is not a list of 2 to 61 numbers. Write `to: 60` or less; what is higher can be a `line`.",
        ),
        (
            {"from": 24},
            "From 24 to 24 is not a list of 2 to 61 numbers. Write `to: 84` or less; what is higher can be a `line`.",
        ),
        ({"unit": None}, "There is nothing after `unit:`."),
        ({"from": -1}, "“-1” does not fit: at least 0."),
    ],
)
def test_mistakes_are_reported(change: dict[str, Any], said: str) -> None:
    _, problems = validate(Exercise, sheet(SLEEP | change))
    assert [said in str(problem) for problem in problems] == [True], problems
