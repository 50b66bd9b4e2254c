"""A booklet: pages two on a side of paper, in an order that is right once the pile is folded in the middle.

Nothing of a page is drawn anew: each becomes a form XObject (ISO 32000-2, 8.10), placed as it is. Tags, links and the
outline of the pages do not come along, for they would be out of order; anyone who listens has the PDF to fill in.
"""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, StreamObject, TextStringObject

ON_A_SHEET = 4
"""Two pages on each side of a sheet of paper."""

THICKEST = 16 * ON_A_SHEET
"""A booklet of more pages than this does not fold well, and no office stapler gets through it."""

BUNDLE = 10 * ON_A_SHEET
"""It is made of bundles of so many pages then, each folded by itself, that are sewn or stapled one after the other."""


def order(pages: int) -> Iterator[tuple[int | None, int | None]]:
    """The pages, from 0, left and right on each side of paper, front and back by turns; None is left empty.

    Where they are turned to the right, left is right.

    The first side of a bundle holds its last page and its first, the side behind it its second and its last but one.
    """
    bundle = BUNDLE if pages > THICKEST else pages
    for first in range(0, pages, bundle):
        held = min(bundle, pages - first)
        last = -(-held // ON_A_SHEET) * ON_A_SHEET - 1
        for side in range((last + 1) // 2):
            pair = (last - side, side) if side % 2 == 0 else (side, last - side)
            left, right = (first + page if page < held else None for page in pair)
            yield left, right


def folded(pdf: bytes) -> tuple[bytes, int]:
    """A PDF of pages of one size as a booklet on paper twice as wide, and the number of sides that it has."""
    reader, writer = PdfReader(io.BytesIO(pdf)), PdfWriter()
    right_to_left = _is_right_to_left(reader)
    forms = [_as_form(page, writer) for page in reader.pages]
    width, height = map(float, reader.pages[0].mediabox[2:])
    sides = list(order(len(forms)))
    for pair in sides:
        side = writer.add_blank_page(2 * width, height)
        in_place = reversed(pair) if right_to_left else pair
        _draw(side, [(forms[page], left * width) for left, page in enumerate(in_place) if page is not None], writer)
    _say_what_it_is(reader, writer)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue(), len(sides)


def _is_right_to_left(reader: PdfReader) -> bool:
    """Whether the pages of a PDF are turned to the right."""
    preferences: Any = reader.root_object.get("/ViewerPreferences", {})
    return bool(preferences.get("/Direction") == "/R2L")


def _as_form(page: PageObject, writer: PdfWriter) -> StreamObject:
    """A page as something that can be placed on another."""
    form = StreamObject()
    contents = page.get_contents()
    form.set_data(b"" if contents is None else contents.get_data())
    form = form.flate_encode()
    form |= {
        NameObject("/Type"): NameObject("/XObject"),
        NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/BBox"): ArrayObject(map(FloatObject, page.mediabox)),
        NameObject("/Resources"): page["/Resources"].clone(writer),
    }
    return form


def _draw(side: PageObject, placed: list[tuple[StreamObject, float]], writer: PdfWriter) -> None:
    """Place forms on a side, each with its left edge so far from that of the side."""
    names, drawing = DictionaryObject(), ""
    for number, (form, left) in enumerate(placed):
        names[NameObject(f"/P{number}")] = writer._add_object(form)
        drawing += f"q 1 0 0 1 {left:.3f} 0 cm /P{number} Do Q\n"
    stream = StreamObject()
    stream.set_data(drawing.encode())
    side[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): names})
    side[NameObject("/Contents")] = writer._add_object(stream)


def _say_what_it_is(reader: PdfReader, writer: PdfWriter) -> None:
    """Title and author, and that a printer turns the paper over on its short edge."""
    said = reader.metadata
    writer.add_metadata({key: str(said[key]) for key in ("/Title", "/Author") if said and key in said})
    preferences = {"/Duplex": NameObject("/DuplexFlipShortEdge"), "/PrintScaling": NameObject("/None")}
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject(key): value for key, value in preferences.items()}
    )
    if language := reader.root_object.get("/Lang"):
        writer.root_object[NameObject("/Lang")] = TextStringObject(str(language))
