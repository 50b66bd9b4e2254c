"""What a page offers to download: the PDFs that there are, with their length and size, and the files for Word."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..cache import digest
from ..exercises.exercise_addresses import (
    EBOOK,
    LARGE_PRINT,
    PAPERS,
    Paper,
    Printing,
    book_pdf,
    booklet_papers,
    clinician_pdf,
    exercise_pdf,
    exercise_word,
    pack_pdf,
    pack_word,
    section_pdf,
    section_word,
    workbook_pdf,
)
from ..guide.whole_guide import Guide


@dataclass(frozen=True)
class Pdf:
    """A PDF: the file that holds it, its number of pages, its size in bytes. One that is only planned has no file.

    An e-book has no pages until somebody opens it, and says 0.
    """

    file: str
    pages: int
    size: int

    @property
    def is_planned(self) -> bool:
        """Whether this build makes no such PDF, and only a page's weight counts the link to it."""
        return not self.file


@dataclass(frozen=True)
class Download:
    """A link to a PDF: its paper, whether that is the usual one, whether the PDF holds private copies, its address, and
    the PDF itself, or None while it is being made. `weighed` is what stands for the PDF in the weight of a page."""

    paper: Paper
    usual: bool
    copies: bool
    href: str
    pdf: Pdf | None
    weighed: Pdf


@dataclass(frozen=True)
class WordDownload:
    """A link to a file for Word: its paper, its address, its size in bytes."""

    paper: Paper
    href: str
    size: int


class Downloads:
    """The links of one page, those for the `usual` paper first; `link` makes an address relative to that page.

    `pdfs` has the PDFs of the site by path, None for one that is still being made. Planned ones give links too, which
    count in the weight of a page and are not published. `documents` has the sizes of the files for Word by path.
    """

    def __init__(
        self,
        pdfs: Mapping[str, Pdf | None],
        usual: str,
        link: Callable[[str], str],
        documents: Mapping[str, int] | None = None,
    ) -> None:
        self.pdfs = pdfs
        self.documents = documents or {}
        self.link = link
        self.papers = sorted(PAPERS, key=lambda paper: paper.name != usual)
        self.large_print = sorted(LARGE_PRINT, key=lambda paper: paper.name != usual)
        self.booklets = booklet_papers(usual)[::-1]

    def exercise(self, id_: str) -> list[Download]:
        """An exercise on every paper, and as private copies if there are some."""
        found = [(paper, False, exercise_pdf(id_, paper)) for paper in (*self.papers, *self.large_print)]
        return self._of(found + [(paper, True, exercise_pdf(id_, paper, copies=True)) for paper in self.papers])

    def section(self, id_: str) -> list[Download]:
        """All exercises of a section in one."""
        return self._of((paper, False, section_pdf(id_, paper)) for paper in self.papers)

    def pack(self, id_: str) -> list[Download]:
        """All exercises of a pack in one."""
        return self._of((paper, False, pack_pdf(id_, paper)) for paper in self.papers)

    def workbook(self) -> list[Download]:
        """Everything in one."""
        return self._of((paper, False, workbook_pdf(paper)) for paper in self.papers)

    def clinicians(self) -> list[Download]:
        """What clinicians should know of every exercise, in one."""
        return self._of((paper, False, clinician_pdf(paper)) for paper in self.papers)

    def section_booklets(self, id_: str) -> list[Download]:
        """All exercises of a section as a booklet: to fold, and as single pages, if there are some."""
        return self._of((paper, False, section_pdf(id_, paper)) for paper in self.booklets)

    def workbook_booklets(self) -> list[Download]:
        """Everything as a booklet."""
        return self._of((paper, False, workbook_pdf(paper)) for paper in self.booklets)

    def pack_booklets(self, id_: str) -> list[Download]:
        """The same of a pack."""
        return self._of((paper, False, pack_pdf(id_, paper)) for paper in self.booklets)

    def book(self) -> list[Download]:
        """Every page for readers in one."""
        return self._of((paper, False, book_pdf(paper)) for paper in self.papers)

    def ebook(self) -> list[Download]:
        """The same for e-readers, which know no paper; one at most."""
        return self._of([(self.papers[0], False, EBOOK)])

    def exercise_word(self, id_: str) -> WordDownload | None:
        """An exercise for Word, if it is offered."""
        return self._word(exercise_word(id_))

    def section_word(self, id_: str) -> WordDownload | None:
        """All exercises of a section for Word, if they are offered."""
        return self._word(section_word(id_))

    def pack_word(self, id_: str) -> WordDownload | None:
        """All exercises of a pack for Word, if they are offered."""
        return self._word(pack_word(id_))

    def _word(self, path: str) -> WordDownload | None:
        size = self.documents.get(path)
        return WordDownload(self.papers[0], self.link(path), size) if size else None

    def _of(self, found: Iterable[tuple[Paper, bool, str]]) -> list[Download]:
        return [
            Download(paper, paper == self.papers[0], copies, self.link(path), self.pdfs[path], planned(path))
            for paper, copies, path in found
            if path in self.pdfs
        ]


def planned(path: str) -> Pdf:
    """A PDF as it is weighed, given its path: its figures are as long as those of an exercise or a section can be.

    They differ from path to path as real ones do, for figures that are all alike would weigh next to nothing.
    """
    number = int(digest(path)[:12], 16)
    return Pdf("", 10 + number % 90, (100 + number // 90 % 900) * 1000)


def planned_downloads(guide: Guide, printing: Printing, formats: Collection[str]) -> dict[str, Pdf]:
    """All that a build makes in some of the formats of brand.yml, by path, as it is weighed."""
    paths = [*map(book_pdf, printing.papers)] if "book" in formats else []
    paths += [EBOOK] if "epub" in formats else []
    sheets = planned_pdfs(guide, printing) if "pdf" in formats else {}
    return {**sheets, **{path: planned(path) for path in paths}}


def planned_pdfs(guide: Guide, printing: Printing) -> dict[str, Pdf]:
    """Every PDF that a build makes of a guide, by path, as it is weighed."""
    return {path: planned(path) for path in _paths(guide, printing)}


def _paths(guide: Guide, printing: Printing) -> Iterator[str]:
    catalogue, papers = guide.catalogue, printing.papers
    bound = (*papers, *printing.booklet)
    for entry in catalogue.entries.values():
        yield from (exercise_pdf(entry.id, paper) for paper in (*papers, *printing.large_print))
        if entry.exercise.writers and printing.copies:
            yield from (exercise_pdf(entry.id, paper, copies=True) for paper in papers)
    for section in catalogue.sections:
        if catalogue.of(section):
            yield from (section_pdf(section.id, paper) for paper in bound)
    for id_ in guide.packs.entries:
        yield from (pack_pdf(id_, paper) for paper in bound)
    yield from map(workbook_pdf, bound)
    yield from map(clinician_pdf, papers if guide.clinician_pages else ())
