"""A copy has the book that its brand.yml asks for: in neutral words if it wants them, and the same at any time."""

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pypdf
from worksheets.exercises.exercise_addresses import EBOOK, PAPERS, book_pdf

from tests.support.project import mkdocs
from tests.support.small_site import small_site_with_pdfs, write_page

NEUTRAL = "Notes"
NAME = "Rupture and repair"
BOOKS = [EBOOK, *map(book_pdf, PAPERS)]


def test_a_copy_with_a_neutral_title_has_neutral_books_and_the_same_in_another_year(tmp_path: Path) -> None:
    """In one test, because its two builds take most of the time."""
    root = small_site_with_pdfs(tmp_path)
    write_page(root, "worksheets/index", "<!-- worksheets -->")
    with (root / "brand.yml").open("a", encoding="utf-8") as file:
        file.write(f"neutral-title: {NEUTRAL}\nformats: [book, epub]\n")
    books = built(root)
    assert_nothing_else_is_made(root / "site")
    assert_the_list_of_sheets_offers_them(root / "site")
    assert_titles_and_covers_are_neutral(root / "site")
    shutil.rmtree(root / ".cache")
    again = built(root, "faketime", "2031-05-05 10:00:00", seed="2")
    assert {path for path in BOOKS if again[path] != books[path]} == set()


def built(root: Path, *before: str, seed: str = "1") -> dict[str, bytes]:
    """The finished books, by their path in the site."""
    done = mkdocs("build", "--strict", folder=root, sheets=True, before=before, PYTHONHASHSEED=seed)
    assert done.returncode == 0, done.stderr
    return {path: (root / "site" / path).read_bytes() for path in BOOKS}


def assert_nothing_else_is_made(site: Path) -> None:
    every = [path for path in site.rglob("*") if path.suffix in (".pdf", ".epub", ".docx")]
    assert sorted(path.relative_to(site).as_posix() for path in every) == sorted(BOOKS)


def assert_the_list_of_sheets_offers_them(site: Path) -> None:
    """And it says who may see an e-book."""
    page = (site / "worksheets" / "index.html").read_text(encoding="utf-8")
    for path in BOOKS:
        assert re.search(rf'href="?\.\./{re.escape(path)}', page), path
    assert f": {round((site / EBOOK).stat().st_size / 1000)} kB" in page
    assert "Others may see it there." in page
    assert "workbook" not in page.lower()


def assert_titles_and_covers_are_neutral(site: Path) -> None:
    for paper in PAPERS:
        reader = pypdf.PdfReader(site / book_pdf(paper))
        assert reader.metadata
        assert reader.metadata.title == NEUTRAL
        assert NAME not in reader.pages[0].extract_text()
        assert NEUTRAL in reader.pages[0].extract_text()
    with ZipFile(site / EBOOK) as archive:
        names = ("package.opf", "nav.xhtml", "cover.xhtml", "title.xhtml")
        shown = {name: archive.read(f"EPUB/{name}").decode() for name in names}
    assert [name for name, text in shown.items() if NAME in text] == []
    assert f"<dc:title>{NEUTRAL}</dc:title>" in shown["package.opf"]
