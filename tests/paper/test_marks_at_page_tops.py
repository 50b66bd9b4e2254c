"""Marks whose row did not fit on the page before are as round as the others. It presses one real sheet."""

from tests.support.pdf_viewers import BUTTON, ink, poppler, widgets
from tests.support.real_sheets import real_pdf

SHEET = "worksheets/self-care/urge-ladder.pdf"
"""The first row of its second page was tried on the first."""

DPI = 200


def test_a_round_mark_has_no_corners() -> None:
    pdf = real_pdf(SHEET)
    rounds = [one for one in widgets(pdf, BUTTON) if one.name.endswith("--wait")]
    assert len(rounds) > 2
    for one in rounds:
        left, bottom, right, _ = one.box
        assert ink(poppler(pdf, one.page, DPI), one.box, DPI) > 1
        corner = (right - left) / 10
        assert ink(poppler(pdf, one.page, DPI), (left, bottom, left + corner, bottom + corner), DPI) == 0
