"""One sheet made into a PDF/UA: tagged, fillable, with the same bytes each time.

WeasyPrint lays out and writes; this module names the fields, gathers radio buttons, and refuses what does not fit.
"""

import logging
import os
import re
from collections.abc import Container, Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname
from xml.etree.ElementTree import Element

import pydyf
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from .field_appearances import show_what_is_typed
from .font_files import FOLDER
from .form_fields import Control, begin_at_the_right, controls, name_fields, share_what_is_typed
from .letter_maps import say_what_glyphs_stand_for
from .nested_links import keep_outer_links
from .page_economy import CLOSE, wastes_a_page
from .page_references import fill_in_page_numbers
from .pdf_tags import (
    complete_lists,
    complete_tables,
    open_with_contents,
    pair_terms,
    print_links,
    set_furniture_apart,
    turn_pages_to_the_right,
)
from .right_to_left import isolate, turned, with_grids_turned
from .sheet import Sheet
from .whole_marks import make_marks_whole

ROOM = 1.0
"""How far something may stick out of the page's margins, in CSS pixels, before it counts as cut off."""

MANY_PAGES = 6
"""A file of more pages opens with its contents beside it: nobody reads it from front to back."""

ID, LEADS = re.compile(r"""\bid=["']([^"']+)"""), re.compile(r"""\bhref=["']#([^"']+)""")
"""Where something in a document stands, and where its links lead."""

RIGHT_TO_LEFT = ' dir="rtl"'
"""How a document says that it, or something in it, is written from right to left."""

os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # fontTools would write the time into each font


@dataclass(frozen=True)
class Layout:
    """A document whose pages stand, and the controls on them by their name."""

    document: Document
    controls: dict[str, Control]
    right_to_left: bool


class Layouts:
    """The layouts of one process, so that no document and no picture that several sheets hold is laid out twice."""

    def __init__(self) -> None:
        self.layouts: dict[Hashable, Layout] = {}
        self.pictures: dict[str, object] = {}


def make_pdf(
    sheet: Sheet, folder: Path, own_fonts: Path | None = None, layouts: Layouts | None = None
) -> tuple[bytes, int, list[str]]:
    """The PDF of a sheet, its number of pages, and what is wrong with it in words.

    `folder` is the only one that its stylesheet and pictures may be read from, and `own_fonts` a clinic's folder, whose
    files are read in the place of those in `fonts/`. `layouts` are those of sheets that were made before.
    """
    wrong: list[str] = []
    log = _Listener(wrong)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(log)
    logger.propagate = False
    try:
        laid_out = _laid_out(sheet, folder, own_fonts, layouts or Layouts())
        document = laid_out[0].document.copy([page for one in laid_out for page in one.document.pages])
        fill_in_page_numbers(document.pages)
        wrong += _cut_off(document)

        def finish(written: Document, pdf: pydyf.PDF) -> None:
            names = {name: control for one in laid_out for name, control in one.controls.items()}
            begin_at_the_right(pdf, names)
            name_fields(pdf, names)
            show_what_is_typed(pdf)
            share_what_is_typed(pdf)
            set_furniture_apart(pdf)
            pair_terms(pdf)
            complete_lists(pdf)
            complete_tables(pdf)
            keep_outer_links(pdf)
            print_links(pdf)
            if len(document.pages) > MANY_PAGES:
                open_with_contents(pdf)
            if laid_out[0].right_to_left:
                turn_pages_to_the_right(pdf)
            say_what_glyphs_stand_for(written, pdf)

        written = document.write_pdf(pdf_forms=sheet.fillable, pdf_variant="pdf/ua-1", finisher=finish)
        return written, len(document.pages), wrong
    finally:
        logger.removeHandler(log)


def _laid_out(sheet: Sheet, folder: Path, own_fonts: Path | None, layouts: Layouts) -> list[Layout]:
    """The documents of a sheet, each with its pages."""
    base, fetcher = f"{folder.as_uri()}/", _Folder(folder, None)
    anchors = frozenset(ID.findall("".join(sheet.documents)))
    found = []
    for written in sheet.documents:
        key = (written, sheet.styles, sheet.own_styles, sheet.fillable, anchors.intersection(LEADS.findall(written)))
        if key not in layouts.layouts:
            html = HTML(string=written, base_url=base, url_fetcher=fetcher)
            _unlink(html.etree_element, anchors)
            isolate(html.etree_element)
            names = controls(html.etree_element)
            right_to_left = html.etree_element.get("dir") == "rtl"
            fonts, styles = _common(turned(sheet.styles) if right_to_left else sheet.styles, folder, own_fonts)
            options = {"font_config": fonts, "pdf_forms": sheet.fillable, "cache": layouts.pictures}
            sheets = [styles, CSS(string=sheet.own_styles, font_config=fonts)]
            document = html.render(stylesheets=sheets, **options)
            if wastes_a_page(document):
                closer = html.render(stylesheets=[*sheets, CSS(string=CLOSE, font_config=fonts)], **options)
                document = min(document, closer, key=lambda one: len(one.pages))
            make_marks_whole(document)
            document = with_grids_turned(document) if RIGHT_TO_LEFT in written else document
            layouts.layouts[key] = Layout(document, names, right_to_left)
        found.append(layouts.layouts[key])
    return found


@cache
def _common(styles: str, folder: Path, own_fonts: Path | None) -> tuple[FontConfiguration, CSS]:
    """What all sheets share, read once in a process."""
    fonts = FontConfiguration()
    fetcher = _Folder(folder, own_fonts)
    return fonts, CSS(string=styles, base_url=f"{folder.as_uri()}/", font_config=fonts, url_fetcher=fetcher)


class _Listener(logging.Handler):
    """Hears what WeasyPrint could not do. Warnings are about properties that only screens know, unless about a font."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR or record.msg.startswith("Font-face"):
            self.heard.append(f"{record.getMessage()}.")


class _Folder(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Reads files of one folder, a clinic's fonts, and what an address itself holds, and nothing else."""

    def __init__(self, folder: Path, own_fonts: Path | None) -> None:
        super().__init__(allowed_protocols={"file", "data"})
        self.folder = folder.resolve()
        self.own_fonts = own_fonts.resolve() if own_fonts else None

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if not url.startswith("data:"):
            path = Path(url2pathname(urlsplit(url).path)).resolve()
            if not path.is_relative_to(self.folder):
                raise ValueError(f"{url} is not in the folder of the guide")
            url = self._own(path) or url
        return super().fetch(url, headers)

    def _own(self, path: Path) -> str | None:
        """Where a clinic's font lies that takes the place of this file, if there is one."""
        if self.own_fonts is None or path.parent != self.folder / FOLDER:
            return None
        own = (self.own_fonts / path.name).resolve()
        return own.as_uri() if own.is_file() and own.is_relative_to(self.own_fonts) else None


def _unlink(root: Element, anchors: Container[str]) -> None:
    """Make words of each link that would lead nowhere on paper: a screen reader would call it a link.

    `anchors` are the ids in all documents of the PDF.
    """
    for link in list(root.iter("a")):
        address = link.get("href", "")
        if not address.startswith("https://") and not (address.startswith("#") and address[1:] in anchors):
            link.attrib.pop("href", None)
            link.tag = "span"


def _cut_off(document: Document) -> Iterator[str]:
    """The words and controls outside the margins of their page."""
    for number, page in enumerate(document.pages, 1):
        paper = page._page_box
        left, right = paper.content_box_x() - ROOM, paper.content_box_x() + paper.width + ROOM
        bottom = paper.content_box_y() + paper.height + ROOM
        for content in paper.children:
            for box in content.descendants() if content.element_tag == "html" else ():
                said = box.text if isinstance(box, TextBox) else box.element.get("title") if box.is_input() else None
                inside = left <= box.position_x and box.position_x + box.width <= right
                if said and not (inside and box.position_y + box.height <= bottom):
                    yield f"“{said}” does not fit on page {number}."
