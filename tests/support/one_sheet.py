"""A sheet that is made by hand; programs that tests start import all that they need here."""

from worksheets.paper.layouts import Layouts
from worksheets.paper.pdf_cache import PdfStore
from worksheets.paper.pdf_maker import make_pdf
from worksheets.paper.pdf_pool import PdfError, make_pdfs
from worksheets.paper.sheet import Sheet

from tests.support.project import ROOT

__all__ = ["ROOT", "STYLES", "Layouts", "PdfError", "PdfStore", "make_pdf", "make_pdfs", "sheet"]

STYLES = (
    "@font-face { font-family: Sheet; src: url(fonts/AtkinsonHyperlegibleNext-Regular.ttf) } * { font: 11pt Sheet }"
)


def sheet(body: str) -> Sheet:
    """A sheet of this HTML."""
    html = f'<html lang="en"><head><title>One</title></head><body>{body}</body></html>'
    return Sheet("worksheets/one.pdf", "exercises/one/sheet.yml", html, STYLES, "")
