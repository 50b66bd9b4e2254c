"""A sheet that is made by hand, for tests of the press. Programs that tests start import all that they need here."""

from worksheets.paper.pdf_maker import press
from worksheets.paper.pdf_pool import PressError, press_all
from worksheets.paper.pdf_store import Store
from worksheets.paper.sheet import Sheet

from tests.support.project import ROOT

__all__ = ["ROOT", "STYLES", "PressError", "Store", "press", "press_all", "sheet"]

STYLES = (
    "@font-face { font-family: Sheet; src: url(fonts/AtkinsonHyperlegibleNext-Regular.ttf) } * { font: 11pt Sheet }"
)


def sheet(body: str) -> Sheet:
    """A sheet of this HTML."""
    html = f'<html lang="en"><head><title>One</title></head><body>{body}</body></html>'
    return Sheet("worksheets/one.pdf", "exercises/one/sheet.yml", html, STYLES, "")
