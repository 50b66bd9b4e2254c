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
from worksheets.authoring.source_files import Folders
from worksheets.build_start import TEMPLATES
from worksheets.editions.edition import read_edition
from worksheets.exercises.exercise_addresses import PAPERS, exercise_pdf
from worksheets.guide.guide_reader import read_guide
from worksheets.paper.all_sheets import all_sheets
from worksheets.paper.leaf_writer import SheetContext
from worksheets.paper.pdf_cache import PdfStore
from worksheets.paper.pdf_pool import cores, make_pdfs
from worksheets.paper.sheet import Sheet
from worksheets.pyproject import version
from worksheets.rendering.downloads import Pdf
from worksheets.rendering.renderer import Renderer
from worksheets.rendering.templates import environment

from tests.support.project import ROOT
from tests.support.real_sheets import styles_of

from .row import Row

COMMAND = "python -m bench sheets"
BARE = "bare WeasyPrint in a loop"
Made = TypeVar("Made")


def rows(folder: Path) -> Iterator[Row]:
    """Every exercise on A4: made on all cores, on one, and by bare WeasyPrint. Then all sheets, and all again."""
    every, reading = _timed(_sheets)
    wanted = {exercise_pdf(id_, PAPERS[0]) for id_ in read_guide(Folders.of(ROOT))[0].catalogue.entries}
    sheets = [sheet for sheet in every if sheet.path in wanted]
    bare, alone = _timed(lambda: [_bare(sheet) for sheet in sheets])
    for workers in sorted({1, cores()}):
        store = PdfStore(folder / f"{workers}-workers", [])
        done, taken = _timed(partial(_make, sheets, store, workers))
        what = f"A sheet, made on {workers} of {cores()} cores"
        yield Row(what, taken / len(sheets), alone / len(sheets), "s", BARE, COMMAND)
    size = median(pdf.size for pdf in done)
    yield Row("A sheet (the middle one)", size / 1000, median(map(len, bare)) / 1000, "kB", BARE, COMMAND)
    clinic = _sheets(ROOT / "clinics" / "example-us")
    whole, loop = _timed(lambda: [_bare(sheet) for sheet in clinic if not sheet.folded])
    _, taken = _timed(lambda: _make(clinic, PdfStore(folder / "clinic", []), 1))
    yield Row(f"The {len(whole)} PDFs of a clinic with one paper, on one core", taken, loop, "s", BARE, COMMAND)
    _, first = _timed(lambda: _make(every, PdfStore(folder / "all", []), cores()))
    kept, second = _timed(lambda: list(map(PdfStore(folder / "all", []).load, _sheets())))
    yield Row("The stage of PDFs, second build", second, first + reading, "s", "the first build", COMMAND)
    yield Row("PDFs made in a second build", kept.count(None), len(every), "sheets", "the first build", COMMAND)


def _sheets(clinic: Path | None = None) -> list[Sheet]:
    edition, _, _ = read_edition(Folders.of(ROOT), clinic)
    assert edition
    templates = environment([ROOT / TEMPLATES], version(ROOT), edition.guide.drawings)
    renderer = Renderer(edition.guide, templates, edition.brand, edition.words, {})
    return list(all_sheets(renderer, SheetContext("", styles_of(renderer), {}, lambda text: text)))


def _make(sheets: list[Sheet], store: PdfStore, workers: int) -> list[Pdf]:
    results = [result for _, result in make_pdfs(sheets, store, ROOT, workers, lambda done, of: None)]
    assert all(isinstance(result, Pdf) for result in results)
    return [result for result in results if isinstance(result, Pdf)]


def _bare(sheet: Sheet) -> bytes:
    """As WeasyPrint's documentation says to do it."""
    fonts = FontConfiguration()
    base = f"{ROOT.as_uri()}/"
    styles = [CSS(string=text, base_url=base, font_config=fonts) for text in (sheet.styles, sheet.own_styles)]
    bodies = (html.split("<body>")[1].split("</body>")[0] for html in sheet.documents[1:])
    html = HTML(string=sheet.html.replace("</body>", "".join(bodies) + "</body>"), base_url=base)
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    return bytes(html.write_pdf(stylesheets=styles, font_config=fonts, pdf_forms=True, pdf_variant="pdf/ua-1"))


def _timed(make: Callable[[], Made]) -> tuple[Made, float]:
    start = time.perf_counter()
    return make(), time.perf_counter() - start
