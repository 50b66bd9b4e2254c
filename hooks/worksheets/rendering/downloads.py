"""What a page offers to download: the PDFs that there are, with their length and size."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..exercises.addresses import LARGE_PRINT, PAPERS, Paper, exercise_pdf, section_pdf, workbook_pdf


@dataclass(frozen=True)
class Pdf:
    """A finished PDF: the file that holds it, its number of pages, its size in bytes."""

    file: str
    pages: int
    size: int


@dataclass(frozen=True)
class Download:
    """A link to a PDF: its paper, whether that is the usual one, whether the PDF holds private copies, its address, and
    the PDF itself if it is finished."""

    paper: Paper
    usual: bool
    copies: bool
    href: str
    pdf: Pdf | None


class Downloads:
    """The links of one page, those for the `usual` paper first; `link` makes an address relative to that page.

    `pdfs` has the PDFs of the site by path, None for one that is still being made.
    """

    def __init__(self, pdfs: Mapping[str, Pdf | None], usual: str, link: Callable[[str], str]) -> None:
        self.pdfs = pdfs
        self.link = link
        self.papers = sorted(PAPERS, key=lambda paper: paper.name != usual)
        self.large_print = sorted(LARGE_PRINT, key=lambda paper: paper.name != usual)

    def exercise(self, id_: str) -> list[Download]:
        """An exercise on every paper, and as private copies if there are some."""
        found = [(paper, False, exercise_pdf(id_, paper)) for paper in (*self.papers, *self.large_print)]
        return self._of(found + [(paper, True, exercise_pdf(id_, paper, copies=True)) for paper in self.papers])

    def section(self, id_: str) -> list[Download]:
        """All exercises of a section in one."""
        return self._of((paper, False, section_pdf(id_, paper)) for paper in self.papers)

    def workbook(self) -> list[Download]:
        """Everything in one."""
        return self._of((paper, False, workbook_pdf(paper)) for paper in self.papers)

    def _of(self, found: Iterable[tuple[Paper, bool, str]]) -> list[Download]:
        return [
            Download(paper, paper == self.papers[0], copies, self.link(path), self.pdfs[path])
            for paper, copies, path in found
            if path in self.pdfs
        ]
