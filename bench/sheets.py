"""What the PDFs cost, against WeasyPrint called in a loop on the same sheets."""

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from worksheets.guide.whole_guide import Folders, read_guide
from worksheets.paper.pdf_documents import Documents, Imprint
from worksheets.paper.pdf_pool import cores, press_all
from worksheets.paper.pdf_store import Store
from worksheets.paper.sheet import PAPERS, Pressed, Sheet, exercise_sheet

from tests.support.renderers import renderer_for

from .projects import ROOT
from .row import Row

COMMAND = "python -m bench sheets"
BARE = "bare WeasyPrint in a loop"
Made = TypeVar("Made")
STYLES = [
    *(ROOT / "docs/assets/stylesheets" / f"{name}.css" for name in ("page", "exercise", "print")),
    ROOT / "hooks/worksheets/paper/sheet.css",
]


def rows(folder: Path) -> Iterator[Row]:
    """Every exercise on A4: pressed on all cores, on one, and by bare WeasyPrint. Then all sheets, and all again."""
    every, reading = _timed(_sheets)
    wanted = {exercise_sheet(id_, PAPERS[0]) for id_ in read_guide(Folders.of(ROOT))[0].catalogue.entries}
    sheets = [sheet for sheet in every if sheet.path in wanted]
    bare, alone = _timed(lambda: [_bare(sheet) for sheet in sheets])
    for workers in sorted({1, cores()}):
        store = Store(folder / f"{workers}-workers", [])
        done, taken = _timed(partial(_press, sheets, store, workers))
        what = f"A sheet, pressed on {workers} of {cores()} cores"
        yield Row(what, taken / len(sheets), alone / len(sheets), "s", BARE, COMMAND)
    size = median(pressed.size for pressed in done)
    yield Row("A sheet (the middle one)", size / 1000, median(map(len, bare)) / 1000, "kB", BARE, COMMAND)
    _, first = _timed(lambda: _press(every, Store(folder / "all", []), cores()))
    kept, second = _timed(lambda: list(map(Store(folder / "all", []).find, _sheets())))
    yield Row("The stage of PDFs, second build", second, first + reading, "s", "the first build", COMMAND)
    yield Row("Sheets pressed in a second build", kept.count(None), len(every), "sheets", "the first build", COMMAND)


def _sheets() -> list[Sheet]:
    guide, _ = read_guide(Folders.of(ROOT))
    renderer = renderer_for(guide)
    styles = renderer.palette() + "".join(path.read_text(encoding="utf-8") for path in STYLES)
    return list(Documents(renderer, Imprint("", styles, {}, lambda text: text)).all())


def _press(sheets: list[Sheet], store: Store, workers: int) -> list[Pressed]:
    results = [result for _, result in press_all(sheets, store, ROOT, workers, lambda done, of: None)]
    assert all(isinstance(result, Pressed) for result in results)
    return [result for result in results if isinstance(result, Pressed)]


def _bare(sheet: Sheet) -> bytes:
    """As WeasyPrint's documentation says to do it."""
    fonts = FontConfiguration()
    base = f"{ROOT.as_uri()}/"
    styles = [CSS(string=text, base_url=base, font_config=fonts) for text in (sheet.styles, sheet.own_styles)]
    html = HTML(string=sheet.html, base_url=base)
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    return bytes(html.write_pdf(stylesheets=styles, font_config=fonts, pdf_forms=True, pdf_variant="pdf/ua-1"))


def _timed(make: Callable[[], Made]) -> tuple[Made, float]:
    start = time.perf_counter()
    return make(), time.perf_counter() - start
