"""Sheets as the build of the guide makes them, one at a time: no test has to wait for all PDFs."""

from functools import cache

from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import Edition, read_edition
from worksheets.exercises.catalogue import Entry
from worksheets.exercises.examples import SECTION
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.kinds import kinds_style
from worksheets.paper.all_sheets import all_sheets
from worksheets.paper.font_faces import sheet_style
from worksheets.paper.font_files import read_fonts
from worksheets.paper.layouts import Layouts
from worksheets.paper.leaf_writer import SheetContext
from worksheets.paper.pdf_maker import make_pdf
from worksheets.paper.sheet import Sheet
from worksheets.pyproject import version
from worksheets.rendering.renderer import Renderer
from worksheets.rendering.templates import environment

from tests.support.project import ROOT
from tests.support.renderers import renderer_for, renderer_of
from tests.support.stylesheets import STYLES

ADDRESS = "https://example.org/"


@cache
def real_sheets() -> dict[str, Sheet]:
    """Every sheet of the guide by its path in the site, which has an address."""
    edition, _, problems = read_edition(Folders.of(ROOT))
    assert edition, [str(problem) for problem in problems]
    renderer = renderer_for(edition.guide)
    renderer.address = ADDRESS
    context = SheetContext(ADDRESS, styles_of(renderer), edition.reviews, str)
    return {one.path: one for one in all_sheets(renderer, context)}


@cache
def edition_in(language: str) -> Edition:
    """The guide in one of its languages, with which nothing is wrong."""
    edition, _, problems = read_edition(Folders.of(ROOT), code=language)
    assert edition
    assert not problems, [str(problem) for problem in problems]
    return edition


def renderer_in(edition: Edition) -> Renderer:
    """What writes the guide in the language of an edition."""
    templates = environment([ROOT / "overrides" / "worksheets"], version(ROOT), edition.guide.drawings)
    return Renderer(edition.guide, templates, edition.brand, edition.words, {}, address=ADDRESS)


def sheets_of(edition: Edition) -> dict[str, Sheet]:
    """Every sheet of the guide in the language of an edition, by its path below the folder of that language."""
    renderer = renderer_in(edition)
    styles = styles_of(renderer) + "".join(edition.stylesheets.values())
    context = SheetContext(ADDRESS, styles, edition.reviews, str)
    return {one.path: one for one in all_sheets(renderer, context)}


@cache
def real_pdf(path: str) -> bytes:
    """The PDF of a sheet of the guide, by its path in the site."""
    return pdf_of(real_sheets()[path])


def sheet_of(exercise: Exercise, large: bool = False) -> Sheet:
    """A sheet of one exercise on A4, in the styles of the real ones."""
    entry = Entry("examples/sheet", SECTION, exercise)
    renderer = renderer_of(entry)
    leaf = renderer.exercise_alone(entry, 1, str)
    html = (
        f'<html lang="en" class="sheet{" sheet--large" if large else ""}"><head><title>A sheet</title>'
        f'<style>@page {{ size: A4 }}</style></head><body><section class="leaf">{leaf}</section></body></html>'
    )
    return Sheet("worksheets/sheet.pdf", "sheet.yml", html, styles_of(renderer), renderer.stylesheet(entry))


def pdf_of(sheet: Sheet) -> bytes:
    """The PDF of a sheet, with which nothing is wrong."""
    pdf, _, wrong = make_pdf(sheet, Layouts(ROOT))
    assert not wrong, wrong
    return pdf


def styles_of(renderer: Renderer) -> str:
    """The CSS of all sheets, in the colours of a renderer's brand."""
    fonts, _ = read_fonts(Folders.of(ROOT))
    return "".join([renderer.palette(), STYLES, kinds_style(), sheet_style(fonts)])
