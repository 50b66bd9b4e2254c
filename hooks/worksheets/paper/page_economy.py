"""How full the pages of a document are, and whether it is worth setting it closer."""

from itertools import groupby
from pathlib import Path
from typing import Any

from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import LineBox, ReplacedBox

CLOSE = (Path(__file__).parent / "sheet_close.css").read_text(encoding="utf-8")
"""The rules that set a sheet closer: less space between things, letters half a point smaller."""

LEAST = 0.2
"""A sheet whose last page is less full than this, for paper's sake, had better end on the page before."""

LONGEST = 30
"""A document of more pages is not set twice: that would take as long again, and one page of many is little paper."""


def wastes_a_page(document: Document) -> bool:
    """Whether some sheet of a document runs on over a page that it hardly fills."""
    if len(document.pages) > LONGEST:
        return False
    sheets = [list(pages) for _, pages in groupby(document.pages, key=_leaf)]
    return any(len(pages) > 1 and fullness(pages[-1]) < LEAST for pages in sheets)


def fullness(page: Any) -> float:
    """How far down the words, boxes and pictures of a page reach, from 0 to 1."""
    paper = page._page_box
    top, height = paper.content_box_y(), paper.height
    ends = [
        box.position_y + box.height
        for content in paper.children
        if content.element_tag == "html"
        for box in content.descendants()
        if isinstance(box, LineBox | ReplacedBox) or box.is_input()
    ]
    return float((max(ends, default=top) - top) / height)


def _leaf(page: Any) -> int:
    """Which leaf of the document a page belongs to; 0 for none."""
    for content in page._page_box.children:
        for box in content.descendants() if content.element_tag == "html" else ():
            if box.element is not None and box.element.get("class") == "leaf":
                return id(box.element)
    return 0
