"""What templates place on screens leaves no trace in a PDF, whose maker knows no colours of a page inside a drawing."""

import pypdfium2
import pytest
from worksheets.paper.layouts import Layouts
from worksheets.paper.pdf_maker import make_pdf
from worksheets.paper.sheet import Sheet

from tests.support.one_sheet import STYLES
from tests.support.project import ROOT
from tests.support.renderers import DRAWINGS, renderer_of

STYLESHEETS = ROOT / "docs" / "assets" / "stylesheets"


@pytest.mark.parametrize(("styles", "inked"), [(("drawings.css", "print.css"), False), (("drawings.css",), True)])
def test_a_sheet_shows_no_drawing(styles: tuple[str, ...], inked: bool) -> None:
    """Without the rule for paper there would be black shapes: so the test sees what it looks for."""
    place = renderer_of().templates.globals["drawing"]
    assert callable(place)
    shown = "".join(
        place(name) for name in DRAWINGS if not name.startswith("easy-read/")
    )  # those stay with their words
    css = STYLES + "".join((STYLESHEETS / name).read_text(encoding="utf-8") for name in styles)
    html = f'<html lang="en"><head><title>One</title></head><body>{shown}</body></html>'
    data, _, _ = make_pdf(
        Sheet("worksheets/one.pdf", "one.yml", html, f"{css} @page {{ @bottom-right {{ content: none }} }}", ""),
        Layouts(ROOT),
    )
    page = pypdfium2.PdfDocument(data)[0]
    darkest, _ = page.render(scale=1).to_pil().convert("L").getextrema()
    assert (darkest < 255) is inked
