"""What is ticked or chosen in a PDF: large enough for an unsteady hand, and plain to see on paper."""

from functools import cache

import pytest
from worksheets.exercises.kinds import KINDS

from tests.support.pdf_viewers import BUTTON, POINT, VIEWERS, Widget, ink, poppler, pressed, widgets
from tests.support.real_sheets import pdf_of, sheet_of
from tests.support.renderers import example

DPI = 200
LEAST = {False: 4.0, True: 6.0}
"""The least width and height of what can be pressed, in millimetres, in usual and in large print."""

SPECK = 0.15
"""A mark covers at least this share of its box."""


MARKED = {"advice", "choice", "choices", "pause", "scale", "sentence", "sort", "sum", "tick"}
"""The kinds of field in whose examples something is ticked or chosen on paper."""


@cache
def made(kind: str, large: bool) -> bytes:
    return pdf_of(sheet_of(example(kind), large))


def test_no_kind_with_marks_is_left_out() -> None:
    assert {kind for kind in KINDS if any(widgets(made(kind, False), BUTTON))} == MARKED


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("kind", sorted(MARKED))
class TestMarks:
    def test_they_are_large_enough_to_hit(self, kind: str, large: bool) -> None:
        sizes = {one.size for one in widgets(made(kind, large), BUTTON)}
        assert min(min(size) for size in sizes) >= LEAST[large], sizes

    def test_a_press_just_inside_the_drawn_edge_ticks(self, kind: str, large: bool) -> None:
        pdf = made(kind, large)
        last = {one.name: one for one in widgets(pdf, BUTTON)}
        saved = pressed(pdf, [_left_edge(pdf, one) for one in last.values()])
        again = {one.name: one for one in widgets(saved, BUTTON)}
        assert [name for name, one in again.items() if one.state == "/Off"] == []

    @pytest.mark.parametrize("viewer", VIEWERS)
    def test_they_are_plain_to_see(self, kind: str, large: bool, viewer: str) -> None:
        pdf = made(kind, large)
        last = {one.name: one for one in widgets(pdf, BUTTON)}
        saved = pressed(pdf, [(one.page, *one.middle) for one in last.values()])
        for one in last.values():
            blank, filled = (ink(VIEWERS[viewer](which, one.page, DPI), one.box, DPI) for which in (pdf, saved))
            assert filled - blank > SPECK * LEAST[large] ** 2, one.name


def _left_edge(pdf: bytes, one: Widget) -> tuple[int, float, float]:
    """A spot 0.4 mm inside of the line that is drawn on the left of a box."""
    page = poppler(pdf, one.page, DPI)
    x, y = one.middle
    row = page.height - round(y / 72 * DPI)
    at = round(x / 72 * DPI)
    shades = page.tobytes()[row * page.width :]
    while shades[at] > 160:
        at -= 1
    return one.page, at / DPI * 72 + 0.4 / POINT, y
