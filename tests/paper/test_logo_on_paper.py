"""The logo on the cover of the workbook: as large as there is room for, and in its own form."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from worksheets.paper.page_pictures import picture_inside
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


@pytest.mark.parametrize("fill", ["url(#a)", "url( #a )", "url(&quot;#a&quot;)", "url( #a)"])
def test_a_colour_by_name_is_on_paper_however_it_is_spelt(fill: str, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><linearGradient id="a"><stop stop-color="#a00"/>'
        f'</linearGradient><path fill="{fill}" d="M0 0h90v90H0z"/></svg>',
        encoding="utf-8",
    )
    logo = f'<img src="{picture_inside(tmp_path / "logo.svg")}" alt="A mark" style="width: 30mm; height: 30mm">'
    html = f'<html lang="en"><head><title>One</title></head><body>{logo}</body></html>'
    pdf, _, wrong = make_pdf(Sheet("a.pdf", "a.yml", html, STYLES, ""), Layouts(ROOT))
    assert wrong == []
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("L")
    assert sum(picture.histogram()[:200]) > 80 * 80
