"""One sheet made into a PDF/UA: tagged, fillable, with the same bytes each time.

WeasyPrint lays out and writes; this module names the fields, gathers radio buttons, and refuses what does not fit.
"""

import logging
import os
from collections.abc import Collection, Hashable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
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
from .form_fields import (
    Control,
    begin_at_the_right,
    controls,
    end_names_with,
    name_fields,
    share_what_is_typed,
)
from .joined_pages import has_room, with_foot, with_links_resolved, with_note
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
    raise_headings,
    say_dead_links_as_words,
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
    """The layouts of one process, so that no document and no picture that several sheets hold is laid out twice.

    `shared` are the documents that will be asked for again; the others are let go of.
    """

    def __init__(self, folder: Path, own_fonts: Path | None = None, shared: Collection[str] = ()) -> None:
        self.folder = folder
        self.own_fonts = own_fonts
        self.shared = shared
        self.kept: dict[Hashable, Layout] = {}
        self.pictures: dict[str, object] = {}

    def of(self, written: str, sheet: Sheet, close: bool = False) -> Layout:
        """A document of a sheet whose pages stand, if wished set closer."""
        key = (written, sheet.styles, sheet.own_styles, sheet.fillable, close)
        found = self.kept.get(key) or self._laid_out(written, sheet, close)
        if written in self.shared:
            self.kept[key] = found
        return found

    def best_of(self, written: str, sheet: Sheet) -> Layout:
        """A document of a sheet, set closer where that saves a page that is hardly filled."""
        normal = self.of(written, sheet)
        if not wastes_a_page(normal.document):
            return normal
        return min(normal, self.of(written, sheet, close=True), key=lambda one: len(one.document.pages))

    def _laid_out(self, written: str, sheet: Sheet, close: bool) -> Layout:
        html = HTML(string=written, base_url=f"{self.folder.as_uri()}/", url_fetcher=_Folder(self.folder, None))
        _unlink(html.etree_element)
        isolate(html.etree_element)
        names = controls(html.etree_element)
        right_to_left = html.etree_element.get("dir") == "rtl"
        styles = turned(sheet.styles) if right_to_left else sheet.styles
        fonts, common = _common(styles, self.folder, self.own_fonts)
        own = [CSS(string=text, font_config=fonts) for text in (sheet.own_styles, CLOSE * close) if text]
        document = html.render(
            stylesheets=[common, *own], font_config=fonts, pdf_forms=sheet.fillable, cache=self.pictures
        )
        make_marks_whole(document)
        document = with_grids_turned(document) if RIGHT_TO_LEFT in written else document
        return Layout(document, names, right_to_left)


def make_pdf(sheet: Sheet, layouts: Layouts) -> tuple[bytes, int, list[str]]:
    """The PDF of a sheet, its number of pages, and what is wrong with it in words.

    `layouts` are those of sheets that were made before.
    """
    wrong: list[str] = []
    log = _Listener(wrong)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(log)
    logger.propagate = False
    try:
        laid_out, pages = _bound(sheet, layouts)
        document = _titled(laid_out[0].document, sheet.binding.title).copy(pages)
        fill_in_page_numbers(document.pages)
        wrong += _cut_off(document)

        def finish(written: Document, pdf: pydyf.PDF) -> None:
            names = {name: control for one in laid_out for name, control in one.controls.items()}
            begin_at_the_right(pdf, names)
            name_fields(pdf, names)
            show_what_is_typed(pdf)
            share_what_is_typed(pdf)
            end_names_with(pdf, sheet.binding.fields)
            set_furniture_apart(pdf)
            pair_terms(pdf)
            complete_lists(pdf)
            complete_tables(pdf)
            keep_outer_links(pdf)
            say_dead_links_as_words(pdf)
            print_links(pdf)
            if sheet.binding.raised:
                raise_headings(pdf)
            if len(document.pages) > MANY_PAGES:
                open_with_contents(pdf)
            if laid_out[0].right_to_left:
                turn_pages_to_the_right(pdf)
            say_what_glyphs_stand_for(written, pdf)

        written = document.write_pdf(pdf_forms=sheet.fillable, pdf_variant="pdf/ua-1", finisher=finish)
        return written, len(document.pages), wrong
    finally:
        logger.removeHandler(log)


def _bound(sheet: Sheet, layouts: Layouts) -> tuple[list[Layout], list[Any]]:
    """The documents of a sheet as they are laid out, and its pages."""
    binding = sheet.binding
    leaves = [layouts.best_of(one, sheet) for one in sheet.leaves]
    foot = layouts.of(binding.foot, sheet).document.pages if binding.foot else []
    if foot and not has_room(leaves[-1].document.pages[-1], foot[0]):
        closer = layouts.of(sheet.leaves[-1], sheet, close=True)
        if has_room(closer.document.pages[-1], foot[0]):
            leaves[-1] = closer
    pages = [page for one in leaves for page in one.document.pages]
    if foot and has_room(pages[-1], foot[0]):
        pages[-1] = with_foot(pages[-1], foot[0])
    else:
        pages += foot
    if binding.note:
        pages[0] = with_note(pages[0], layouts.of(binding.note, sheet).document.pages[0])
    if binding.example:
        leaves.append(layouts.of(binding.example, sheet))
        pages += leaves[-1].document.pages
    return leaves, with_links_resolved(pages, binding.elsewhere)


def _titled(document: Document, title: str) -> Document:
    """A document with a title of its own, if there is one."""
    titled = document.copy()
    titled.metadata = copy(document.metadata)
    titled.metadata.title = title or document.metadata.title
    return titled


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


def _unlink(root: Element) -> None:
    """Make words of each link that leads nowhere from paper: a screen reader would call it a link."""
    for link in list(root.iter("a")):
        if not link.get("href", "").startswith(("https://", "#")):
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
