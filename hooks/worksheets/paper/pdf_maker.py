"""One sheet made into a PDF/UA: tagged, fillable, with the same bytes each time.

WeasyPrint lays out and writes; this module completes its form and its tags, and refuses what does not fit.
"""

import logging
from collections.abc import Iterator
from copy import copy
from typing import Any

import pydyf
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import TextBox

from .field_appearances import show_what_is_typed
from .form_fields import (
    begin_at_the_right,
    end_names_with,
    gather_radio_buttons,
    share_what_is_typed,
)
from .joined_pages import has_room, with_foot, with_links_resolved, with_note
from .layouts import Layout, Layouts
from .letter_maps import say_what_glyphs_stand_for
from .nested_links import keep_outer_links
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
from .sheet import Sheet

ROOM = 1.0
"""How far something may stick out of the page's margins, in CSS pixels, before it counts as cut off."""

SPACE = 0.4
"""As wide as a space at the most, in the size of its letters."""

MANY_PAGES = 6
"""A file of more pages opens with its contents beside it: nobody reads it from front to back."""


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
        fill_in_page_numbers(pages)
        pages = with_links_resolved(pages, sheet.binding.elsewhere)
        document = _titled(laid_out[0].document, sheet.binding.title).copy(pages)
        wrong += _cut_off(document, laid_out[0].right_to_left)

        def finish(written: Document, pdf: pydyf.PDF) -> None:
            names = {name: control for one in laid_out for name, control in one.controls.items()}
            begin_at_the_right(pdf, names)
            gather_radio_buttons(pdf, names)
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
        leaves[-1] = _with_room(foot[0], leaves[-1], sheet, layouts)
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
    return leaves, pages


def _with_room(foot: Any, chosen: Layout, sheet: Sheet, layouts: Layouts) -> Layout:
    """The last leaf of a sheet, set so that its foot finds room below it; as it was chosen if it cannot be.

    Closer, if that makes room. Or else as wide as it was written: where it then goes on over to one page more, the foot
    is not alone there.
    """
    closer = layouts.of(sheet.leaves[-1], sheet, close=True)
    if has_room(closer.document.pages[-1], foot):
        return closer
    wide = layouts.of(sheet.leaves[-1], sheet)
    is_as_short = len(wide.document.pages) <= len(chosen.document.pages) + 1
    return wide if is_as_short and has_room(wide.document.pages[-1], foot) else chosen


def _titled(document: Document, title: str) -> Document:
    """A document with a title of its own, if there is one."""
    titled = document.copy()
    titled.metadata = copy(document.metadata)
    titled.metadata.title = title or document.metadata.title
    return titled


class _Listener(logging.Handler):
    """Hears what WeasyPrint could not do. Warnings are about properties that only screens know, unless about a font."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR or record.msg.startswith("Font-face"):
            self.heard.append(f"{record.getMessage()}.")


def _cut_off(document: Document, right_to_left: bool) -> Iterator[str]:
    """The words and controls outside the margins of their page.

    From right to left a line may hang by a space: WeasyPrint cuts that off where other words end a line,
    and sets the others as if it were there.
    """
    for number, page in enumerate(document.pages, 1):
        paper = page._page_box
        left, right = paper.content_box_x() - ROOM, paper.content_box_x() + paper.width + ROOM
        bottom = paper.content_box_y() + paper.height + ROOM
        for content in paper.children:
            for box in content.descendants() if content.element_tag == "html" else ():
                said = box.text if isinstance(box, TextBox) else box.element.get("title") if box.is_input() else None
                space = SPACE * box.style["font_size"] if right_to_left else 0
                inside = left - space <= box.position_x and box.position_x + box.width <= right + space
                if said and not (inside and box.position_y + box.height <= bottom):
                    yield f"“{said}” does not fit on page {number}."
