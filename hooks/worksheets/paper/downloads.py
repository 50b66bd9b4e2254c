"""What a page offers to download: the PDFs that there are, with their length and size."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from .sheet import LARGE, PAPERS, Paper, Pressed, exercise_sheet, section_sheet, workbook

Sheets = Mapping[str, Pressed | None]
"""The PDFs of a site by address; None for one that is still being made."""


@dataclass(frozen=True)
class Download:
    """A link to a PDF: the paper, whether it holds private copies, the address; pages and kB if it is finished."""

    paper: str
    copies: bool
    href: str
    pages: int | None
    kilobytes: int | None


class Downloads:
    """The links of one page; `link` makes an address in the site relative to that page."""

    def __init__(self, sheets: Sheets, link: Callable[[str], str]) -> None:
        self.sheets = sheets
        self.link = link

    def exercise(self, id_: str) -> list[Download]:
        """An exercise on every paper, the usual paper first."""
        found = [(paper, False, exercise_sheet(id_, paper)) for paper in (*PAPERS, *LARGE)]
        return self._of(found + [(paper, True, exercise_sheet(id_, paper, copies=True)) for paper in PAPERS])

    def section(self, id_: str) -> list[Download]:
        """All exercises of a section in one."""
        return self._of((paper, False, section_sheet(id_, paper)) for paper in PAPERS)

    def workbook(self) -> list[Download]:
        """Everything in one."""
        return self._of((paper, False, workbook(paper)) for paper in PAPERS)

    def _of(self, found: Iterable[tuple[Paper, bool, str]]) -> list[Download]:
        return [
            Download(
                paper.name,
                copies,
                self.link(path),
                pressed.pages if (pressed := self.sheets[path]) else None,
                round(pressed.size / 1000) if pressed else None,
            )
            for paper, copies, path in found
            if path in self.sheets
        ]
