"""A sheet: a document that stands alone, for one size of paper."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """A size of paper: its name in brand.yml, how CSS says it, how addresses end; `large` print has 18 points."""

    name: str
    css: str
    suffix: str
    large: bool = False


PAPERS = (Paper("A4", "210mm 297mm", ""), Paper("Letter", "8.5in 11in", "-letter"))
LARGE = tuple(Paper(paper.name, paper.css, f"{paper.suffix}-large", large=True) for paper in PAPERS)


def exercise_sheet(exercise: str, paper: Paper, copies: bool = False) -> str:
    """The address of an exercise's PDF in the site."""
    return f"worksheets/{exercise}{'-copies' if copies else ''}{paper.suffix}.pdf"


def section_sheet(section: str, paper: Paper) -> str:
    """The address of the PDF with all exercises of a section."""
    return f"worksheets/{section}{paper.suffix}.pdf"


def workbook(paper: Paper) -> str:
    """The address of the PDF with everything."""
    return f"worksheets/workbook{paper.suffix}.pdf"


@dataclass(frozen=True)
class Sheet:
    """What is pressed into one PDF, and where it goes.

    `path` is relative to the site; `file` is the author's file that problems name; `styles` is the CSS of all sheets,
    `own_styles` that of this one.
    """

    path: str
    file: str
    html: str
    styles: str
    own_styles: str


@dataclass(frozen=True)
class Pressed:
    """A finished PDF: where it is kept, its number of pages, its size in bytes."""

    file: str
    pages: int
    size: int
