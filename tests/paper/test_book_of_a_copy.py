"""A copy has the book that its brand.yml asks for: in neutral words if it wants them, and the same at any time."""

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest
from worksheets.exercises.exercise_addresses import EBOOK, PAPERS, book_pdf

from tests.support.project import mkdocs
from tests.support.small_site import small_site_with_pdfs, write_page

NEUTRAL = "Notes"
NAME = "Rupture and repair"
BOOKS = [EBOOK, *map(book_pdf, PAPERS)]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small guide with a neutral title whose copy makes the book in all its forms, and a list of sheets."""
    root = small_site_with_pdfs(tmp_path_factory.mktemp("copy"))
    write_page(root, "worksheets/index", "<!-- worksheets -->")
    with (root / "brand.yml").open("a", encoding="utf-8") as file:
        file.write(f"neutral-title: {NEUTRAL}\nformats: [book, epub]\n")
    return root


@pytest.fixture(scope="module")
def files(root: Path) -> dict[str, bytes]:
    """The finished books, by their path in the site."""
    return built(root)


def built(root: Path, *before: str, seed: str = "1") -> dict[str, bytes]:
    shutil.rmtree(root / ".cache", ignore_errors=True)
    done = mkdocs("build", "--strict", folder=root, sheets=True, before=before, PYTHONHASHSEED=seed)
    assert done.returncode == 0, done.stderr
    return {path: (root / "site" / path).read_bytes() for path in BOOKS}


def test_in_another_year_the_same_bytes_are_made(root: Path, files: dict[str, bytes]) -> None:
    again = built(root, "faketime", "2031-05-05 10:00:00", seed="2")
    assert {path for path in BOOKS if again[path] != files[path]} == set()


@pytest.mark.usefixtures("files")
def test_titles_and_covers_are_neutral(root: Path) -> None:
    site = root / "site"
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


@pytest.mark.usefixtures("files")
def test_the_list_of_sheets_offers_the_book_and_says_who_may_see_it(root: Path) -> None:
    page = (root / "site" / "worksheets" / "index.html").read_text(encoding="utf-8")
    for path in BOOKS:
        assert re.search(rf'href="?\.\./{re.escape(path)}', page), path
    size = round((root / "site" / EBOOK).stat().st_size / 1000)
    assert f": {size} kB" in page
    assert "Others may see it there." in page
    assert "workbook" not in page.lower()


@pytest.mark.usefixtures("files")
def test_nothing_else_is_made(root: Path) -> None:
    every = [path for path in (root / "site").rglob("*") if path.suffix in (".pdf", ".epub", ".docx")]
    assert sorted(path.relative_to(root / "site").as_posix() for path in every) == sorted(BOOKS)
