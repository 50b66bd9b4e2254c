"""A booklet: pages made for half of the paper, for a pen, two on a side in an order that is right once it is folded."""

import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from worksheets.paper.booklet import folded, order
from worksheets.paper.pdf_cache import PdfStore
from worksheets.paper.pdf_pool import make_pdfs
from worksheets.paper.sheet import Sheet
from worksheets.rendering.downloads import Pdf

from tests.support.one_sheet import STYLES
from tests.support.pdf_viewers import mupdf_pages
from tests.support.project import ROOT
from tests.support.real_sheets import real_pdf, real_sheets

SMALLEST = 10
"""In points."""
PACK = "packs/first-evening"


def read_in_order(sides: list[tuple[int | None, int | None]]) -> list[int | None]:
    """The pages as somebody meets them who prints on both sides, flips on the short edge, folds and turns the leaves.

    A sheet of paper has two sides; its right half in front is one leaf, with the left half of its back behind it.
    """
    fronts, backs = sides[::2], sides[1::2]
    first = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    second = [page for front, back in zip(fronts[::-1], backs[::-1], strict=True) for page in (back[1], front[0])]
    return first + second


@pytest.mark.parametrize("pages", range(1, 26))
def test_a_folded_booklet_is_read_from_its_first_page_to_its_last(pages: int) -> None:
    read = read_in_order(list(order(pages)))
    assert [page for page in read if page is not None] == list(range(pages))
    assert read[:pages] == list(range(pages)), "empty pages come last"
    assert len(read) % 4 == 0
    assert len(read) - pages < 4


@pytest.mark.parametrize("pages", [64, 65, 80, 155, 190])
def test_a_thick_booklet_comes_in_bundles_that_can_be_folded(pages: int) -> None:
    sides = list(order(pages))
    bundle = 20 if pages > 64 else len(sides)
    read = [page for first in range(0, len(sides), bundle) for page in read_in_order(sides[first : first + bundle])]
    assert [page for page in read if page is not None] == list(range(pages))
    assert len(read) - pages < 4


def pressed(folder: Path, pages: int) -> tuple[Path, Path]:
    """Some numbered pages, and the booklet of them, as a build makes both."""
    body = "".join(f"<section style='break-after: page'>This is number {page}</section>" for page in range(1, pages))
    html = f'<html lang="en"><head><title>One</title></head><body>{body}This is number {pages}</body></html>'
    flat = Sheet("one-a5.pdf", "one.yml", html, f"{STYLES} @page {{ size: 148.5mm 210mm }}", "", fillable=False)
    store = PdfStore(folder, (ROOT / "fonts").glob("*.ttf"))
    sheets = [replace(flat, path="one-booklet.pdf", folded=True), flat]
    made = {sheet.path: pdf for sheet, pdf in make_pdfs(sheets, store, ROOT, 1, lambda done, of: None)}
    one, other = made["one-a5.pdf"], made["one-booklet.pdf"]
    assert isinstance(one, Pdf)
    assert isinstance(other, Pdf)
    assert (one.pages, other.pages) == (pages, -(-pages // 4) * 2)
    return Path(one.file), Path(other.file)


def numbers(path: Path, page: int) -> list[str]:
    """The numbers on a page, from left to right, as poppler finds them."""
    command = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), str(path), "-"]
    return re.findall(r"number (\d+)", subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_each_side_of_the_paper_holds_its_two_pages(tmp_path: Path) -> None:
    _, booklet = pressed(tmp_path, 7)
    assert [numbers(booklet, side) for side in range(1, 5)] == [["1"], ["2", "7"], ["6", "3"], ["4", "5"]]
    side = pypdf.PdfReader(booklet).pages[0]
    assert [round(float(length) / 72 * 25.4) for length in side.mediabox[2:]] == [297, 210]


def test_a_printer_is_told_to_flip_on_the_short_edge_and_not_to_shrink(tmp_path: Path) -> None:
    _, booklet = pressed(tmp_path, 3)
    reader = pypdf.PdfReader(booklet)
    root: Any = reader.root_object
    assert root["/ViewerPreferences"] == {"/Duplex": "/DuplexFlipShortEdge", "/PrintScaling": "/None"}
    assert str(root["/Lang"]) == "en"
    assert reader.metadata
    assert reader.metadata.title == "One"


def test_the_same_pages_make_the_same_booklet(tmp_path: Path) -> None:
    flat, _ = pressed(tmp_path, 5)
    assert folded(flat.read_bytes()) == folded(flat.read_bytes())


def sizes(pdf: bytes) -> set[float]:
    """The sizes of all letters, in points."""
    blocks = [block for page in mupdf_pages(pdf) for block in page.get_text("dict")["blocks"]]
    return {
        round(span["size"], 1)
        for block in blocks
        for line in block.get("lines", ())
        for span in line["spans"]
        if span["text"].strip()
    }


def test_a_page_is_made_for_its_size_and_says_what_it_cannot_do() -> None:
    pdf = real_pdf(f"{PACK}-a5.pdf")
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert "/AcroForm" not in reader.root_object
    assert [round(float(length) / 72 * 25.4, 1) for length in reader.pages[0].mediabox[2:]] == [148.5, 210.0]
    assert min(sizes(pdf)) >= SMALLEST
    words = " ".join(reader.pages[0].extract_text().split())
    assert "This booklet is for a pen. It has no boxes to type in: the same sheets as a PDF have them." in words


def test_a_booklet_is_made_on_the_paper_of_the_copy_and_only_there() -> None:
    booklets = {path for path, sheet in real_sheets().items() if sheet.folded}
    assert {f"{PACK}-booklet.pdf", "worksheets/growth-booklet.pdf"} <= booklets
    assert not [path for path in booklets if "letter" in path or "copies" in path]
