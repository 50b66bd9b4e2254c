"""The list of all exercises on a page of its own, with all of its CSS, as a browser reads it."""

import re
from pathlib import Path

from playwright.sync_api import Page
from worksheets.exercises.exercise_addresses import Printing
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.downloads import Pdf, planned_pdfs

from tests.support.project import ROOT
from tests.support.renderers import renderer_for

SHEETS = ("page", "frame", "drawings", "shelf", "print")
SHOWN = "[...document.querySelectorAll('{}')].filter(one => one.checkVisibility()).map(one => one.textContent.trim())"
TITLES = SHOWN.format(".shelf__row div > a")
HEADINGS = SHOWN.format(".shelf section > :first-child a")
NOTHING = SHOWN.format(".shelf__nothing")


def write_shelf(folder: Path, guide: Guide, without: str = "") -> str:
    """Write the page and give back its address. Each exercise has a PDF of two pages.

    `without="has"` stands for a browser that does not know that function of CSS.
    """
    renderer = renderer_for(guide)
    renderer = renderer.with_pdfs(dict.fromkeys(planned_pdfs(guide.catalogue, Printing()), Pdf("x.pdf", 2, 34_000)))
    sheets = [(ROOT / f"docs/assets/stylesheets/{name}.css").read_text() for name in SHEETS]
    css = "".join([renderer.palette(), *sheets, renderer.filters_style()])
    if without:
        css, found = re.subn(rf"\b{without}(?=\()", "unheard-of", css)
        assert found
    shelf = renderer.worksheets(2, lambda path: f"site/{path.removesuffix('.md')}")
    (folder / "shelf.html").write_text(
        '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Worksheets</title>'
        f'<meta name="viewport" content="width=device-width"><style>{css}</style>'
        f"<main><h1>Worksheets</h1>{shelf}</main></html>",
        encoding="utf-8",
    )
    return (folder / "shelf.html").as_uri()


def choose(page: Page, *answers: str) -> None:
    """Choose some answers by their names, and any for all other questions."""
    for name in ("minutes", "for", "when"):
        page.evaluate("document.querySelectorAll('.shelf__fold').forEach(one => { one.open = true })")
        mine = next((one for one in answers if one.startswith(f"{name}-")), "")
        page.locator(f"#choose-{mine}" if mine else f"[name=choose-{name}]:not([id])").check()
