"""Where in the site exercises have their pages, styles and PDFs, and where the book is. Nothing else spells these."""

from dataclasses import dataclass

FOLDER = "worksheets"
PACKS = "packs"

BRAND_STYLE = "assets/stylesheets/brand.css"
"""The path of the stylesheet with the colours of the brand."""

KINDS_STYLE = "assets/stylesheets/kinds.css"
"""The path of the stylesheet of all kinds of field; each page keeps what it uses of it."""

FILTERS_STYLE = "assets/stylesheets/filters.css"
"""The path of the stylesheet by which the list of all exercises shows what a reader has chosen."""

QUESTIONNAIRES = "questionnaires.zip"
"""The path of the zip with all exercises for clinic software."""


@dataclass(frozen=True)
class Paper:
    """A size of paper: its name in brand.yml, its size in CSS, the suffix of its PDFs; `large` print has 18 points.

    `half` is a page of a booklet, and `folded` the whole paper on which two of those stand side by side.
    """

    name: str
    css: str
    suffix: str
    large: bool = False
    half: bool = False
    folded: bool = False


PAPERS = (Paper("A4", "210mm 297mm", ""), Paper("Letter", "8.5in 11in", "-letter"))
LARGE_PRINT = tuple(Paper(paper.name, paper.css, f"{paper.suffix}-large", large=True) for paper in PAPERS)
HALVES = (Paper("A4", "148.5mm 210mm", "-a5", half=True), Paper("Letter", "5.5in 8.5in", "-half-letter", half=True))
BOOKLETS = tuple(Paper(paper.name, paper.css, f"-booklet{paper.suffix}", folded=True) for paper in PAPERS)
"""The papers on which the pages of a booklet stand two by two, to be folded."""


def booklet_papers(name: str) -> tuple[Paper, ...]:
    """The pages of a booklet on a paper, given its name in brand.yml, and that paper itself; none for no name."""
    return tuple(paper for paper in (*HALVES, *BOOKLETS) if paper.name == name)


@dataclass(frozen=True)
class Printing:
    """Which PDFs a copy has: on which papers, the usual first; whether also in large print, as copies for two
    and as booklets."""

    papers: tuple[Paper, ...] = PAPERS
    with_large_print: bool = True
    copies: bool = True
    booklets: bool = False

    @property
    def booklet(self) -> tuple[Paper, ...]:
        """The pages of booklets and the paper that is folded, on the usual paper; or none."""
        return booklet_papers(self.papers[0].name) if self.booklets else ()

    @property
    def large_print(self) -> tuple[Paper, ...]:
        """The same papers in large print, or none."""
        names = [paper.name for paper in self.papers if self.with_large_print]
        return tuple(paper for name in names for paper in LARGE_PRINT if paper.name == name)


def exercise_page(exercise: str) -> str:
    """The path of an exercise's own page, as if it stood in `docs/`."""
    return f"{FOLDER}/{exercise}.md"


def exercise_anchor(exercise: str) -> str:
    """The place of an exercise in a page, with which the ids and names of all its controls begin.

    Two hyphens divide the parts and are never inside one, so no two exercises can share an id.
    """
    return "w-" + exercise.replace("/", "--")


def exercise_of(page: str) -> str | None:
    """The id of the exercise whose own page has this path, if it is such a page."""
    inside = page.startswith(f"{FOLDER}/") and page.endswith(".md")
    return page.removeprefix(f"{FOLDER}/").removesuffix(".md") if inside else None


def exercise_style(exercise: str) -> str:
    """The path of the CSS that an exercise needs for itself."""
    return f"assets/stylesheets/exercises/{exercise}.css"


def exercise_pdf(exercise: str, paper: Paper, copies: bool = False) -> str:
    """The path of an exercise's PDF, or of the PDF with a private copy for each of two people."""
    return f"{FOLDER}/{exercise}{'-copies' if copies else ''}{paper.suffix}.pdf"


def section_pdf(section: str, paper: Paper) -> str:
    """The path of the PDF with all exercises of a section."""
    return f"{FOLDER}/{section}{paper.suffix}.pdf"


def workbook_pdf(paper: Paper) -> str:
    """The path of the PDF with every exercise."""
    return f"{FOLDER}/workbook{paper.suffix}.pdf"


def clinician_pdf(paper: Paper) -> str:
    """The path of the PDF with what clinicians should know of every exercise."""
    return f"{FOLDER}/for-clinicians{paper.suffix}.pdf"


def exercise_word(exercise: str) -> str:
    """The path of an exercise's document for Word."""
    return f"{FOLDER}/{exercise}.docx"


def section_word(section: str) -> str:
    """The path of the document for Word with all exercises of a section."""
    return f"{FOLDER}/{section}.docx"


def pack_word(pack: str) -> str:
    """The path of a pack's document for Word."""
    return f"{PACKS}/{pack}.docx"


def pack_page(pack: str) -> str:
    """The path of a pack's page, as if it stood in `docs/`."""
    return f"{PACKS}/{pack}.md"


def pack_pdf(pack: str, paper: Paper) -> str:
    """The path of the PDF with all exercises of a pack."""
    return f"{PACKS}/{pack}{paper.suffix}.pdf"


EBOOK = "book.epub"
"""The path of the guide as an e-book. Its name says no more than it must: libraries show it."""


def book_pdf(paper: Paper) -> str:
    """The path of the PDF with every page for readers."""
    return f"book{paper.suffix}.pdf"
