"""The logo on the cover of the workbook: as large as there is room for, and in its own form."""

from base64 import b64encode
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from worksheets.paper.sheet import Sheet

from tests.support.one_sheet import ROOT, STYLES, Layouts, make_pdf

COVER = (ROOT / "hooks" / "worksheets" / "paper" / "sheet_fronts.css").read_text(encoding="utf-8")


def _drawn(width: int, height: int) -> tuple[int, int]:
    """How wide and high a red PNG of that size is on paper, in tenths of a millimetre."""
    file = BytesIO()
    Image.new("RGB", (width, height), "red").save(file, "PNG")
    logo = f"data:image/png;base64,{b64encode(file.getvalue()).decode()}"
    html = f'<html lang="en"><head><title>One</title></head><body><img class="front__logo" src="{logo}" alt="A mark">'
    pdf, _, wrong = make_pdf(Sheet("a.pdf", "a.yml", f"{html}</body></html>", STYLES + COVER, ""), Layouts(ROOT))
    assert wrong == []
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=10 / 72 * 25.4).to_pil().convert("RGB")
    box = picture.crop((0, 0, picture.width, 500)).getchannel("G").point(lambda value: 255 * (value < 128)).getbbox()
    assert box
    return box[2] - box[0], box[3] - box[1]


@pytest.mark.parametrize(
    ("size", "paper"), [((900, 60), (800, 53)), ((40, 40), (200, 200)), ((20, 200), (20, 200)), ((120, 40), (600, 200))]
)
def test_a_logo_keeps_its_form(size: tuple[int, int], paper: tuple[int, int]) -> None:
    assert _drawn(*size) == pytest.approx(paper, abs=4)
