"""What is typed into several boxes of one PDF, one after the other, is all drawn, on every page."""

from tests.support.one_sheet import ROOT, Layouts, make_pdf, sheet
from tests.support.pdf_viewers import poppler_text, pressed, widgets

BOX = "<p><label for={0}>Why {0}?</label><textarea id={0} name={0} style='height: 15mm'></textarea></p>"
LEAF = "<p style='break-before: page'>Next page</p>"


def test_every_box_that_was_typed_into_is_drawn() -> None:
    boxes = [BOX.format(name) for name in "abcd"]
    pdf, _, wrong = make_pdf(sheet(f"<form>{boxes[0]}{boxes[1]}{LEAF}{boxes[2]}{boxes[3]}</form>"), Layouts(ROOT))
    assert not wrong
    found = list(widgets(pdf))
    assert [one.page for one in found] == [0, 0, 1, 1]
    saved = pressed(pdf, [(one.page, *one.middle) for one in found], "kettle")
    assert [poppler_text(saved, page).count("kettle") for page in (0, 1)] == [2, 2]
