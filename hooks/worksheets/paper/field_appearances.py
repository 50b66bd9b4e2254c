"""How the fields of a PDF show what is typed: they shrink it, and ask viewers to take no more than is in view.

ISO 32000-2, 12.7: https://pdfa.org/resource/iso-32000-2/. What each viewer makes of it was tried; the page of
decisions on paper has what was seen.
"""

import re
from collections.abc import Sequence

import pydyf

TEXT = "/Tx"
CHOICE = "/Ch"
BUTTON = "/Btn"
MULTILINE = 1 << 12
DO_NOT_SCROLL = 1 << 23
"""The flag of a text field that takes no more than it shows; PDFium heeds it for what is typed, not what is pasted."""

LARGEST_AUTOMATIC = 12
"""Viewers choose no larger size than so many points for a box of several lines; large print keeps its own."""

FONT_NAME = "Wingdings"
"""What fields call their font. PDFium trusts a field's own font with letters beyond Latin-1 by this name only; by any
other, it draws Polish letters from a bold slanted font, and Turkish ones not at all."""

APPEARANCE = re.compile(rb"/(?P<font>\S+) (?P<size>[\d.]+) Tf")


def show_what_is_typed(pdf: pydyf.PDF) -> None:
    """Let text shrink until it fits, take no more when it cannot, and keep what a viewer has drawn."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    # Viewers that read this flag throw away what others have drawn: ticks are lost in poppler, Polish letters in MuPDF.
    del form["NeedAppearances"]
    fonts = pdf.objects[_number(pdf.objects[_number(form["DR"])]["Font"])]
    off = _empty(pdf, (0, 0, 1, 1))
    for field in [one for one in pdf.objects if isinstance(one, pydyf.Dictionary) and one.get("Subtype") == "/Widget"]:
        if field.get("FT") == TEXT:
            field["Ff"] = field.get("Ff", 0) | DO_NOT_SCROLL
        if field.get("FT") in (TEXT, CHOICE):
            field["AP"] = pydyf.Dictionary({"N": _empty(pdf, field["Rect"])})  # its own: viewers draw into it
        if field.get("FT") == BUTTON:
            # Without a look of its own when off, PDFium fills the button with grey.
            field["AP"]["N"]["Off"] = off
        if "DA" in field:
            _choose_font(field, fonts)


def _choose_font(field: pydyf.Dictionary, fonts: pydyf.Dictionary) -> None:
    written = field["DA"].string
    found = APPEARANCE.search(written)
    assert found, written
    fonts[FONT_NAME] = fonts[found["font"].decode()]
    shrinks = field.get("Ff", 0) & MULTILINE and float(found["size"]) <= LARGEST_AUTOMATIC
    font = b"/%s %s Tf" % (FONT_NAME.encode(), b"0" if shrinks else found["size"])
    field["DA"] = pydyf.String(written[: found.start()] + font + written[found.end() :])


def _empty(pdf: pydyf.PDF, rectangle: Sequence[float]) -> bytes:
    left, top, right, bottom = rectangle
    box = pydyf.Array((0, 0, abs(right - left), abs(top - bottom)))
    nothing = pydyf.Stream(extra={"Type": "/XObject", "Subtype": "/Form", "BBox": box})
    pdf.add_object(nothing)
    return bytes(nothing.reference)


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
