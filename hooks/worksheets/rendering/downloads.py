"""What a page offers to download: the PDFs that there are, with their length and size."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..paper.sheet import LARGE, PAPERS, Paper, Pressed, exercise_sheet, section_sheet, workbook

Sheets = Mapping[str, Pressed | None]
"""The PDFs of a site by address; None for one that is still being made."""


@dataclass(frozen=True)
class Download:
    """A link to a PDF: its paper, whether that is the usual one, whether the PDF holds private copies, its address, and
    the PDF itself if it is finished."""

    paper: Paper
    usual: bool
    copies: bool
    href: str
    pressed: Pressed | None


class Downloads:
    """The links of one page, those for the `usual` paper first; `link` makes an address relative to that page."""

    def __init__(self, sheets: Sheets, usual: str, link: Callable[[str], str]) -> None:
        self.sheets = sheets
        self.link = link
        self.papers = sorted(PAPERS, key=lambda paper: paper.name != usual)
        self.large = sorted(LARGE, key=lambda paper: paper.name != usual)

    def exercise(self, id_: str) -> list[Download]:
        """An exercise on every paper, and as private copies if there are some."""
        found = [(paper, False, exercise_sheet(id_, paper)) for paper in (*self.papers, *self.large)]
        return self._of(found + [(paper, True, exercise_sheet(id_, paper, copies=True)) for paper in self.papers])

    def section(self, id_: str) -> list[Download]:
        """All exercises of a section in one."""
        return self._of((paper, False, section_sheet(id_, paper)) for paper in self.papers)

    def workbook(self) -> list[Download]:
        """Everything in one."""
        return self._of((paper, False, workbook(paper)) for paper in self.papers)

    def _of(self, found: Iterable[tuple[Paper, bool, str]]) -> list[Download]:
        return [
            Download(paper, paper == self.papers[0], copies, self.link(path), self.sheets[path])
            for paper, copies, path in found
            if path in self.sheets
        ]
