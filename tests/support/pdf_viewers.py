"""PDFs as viewers treat them: PDFium, which is Chromium's, fills them in; it, poppler and MuPDF draw them."""

import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pymupdf
import pypdf
import pypdfium2
from PIL import Image

BUTTON = "/Btn"
INCH = 25.4
POINT = INCH / 72
"""In millimetres."""


@dataclass(frozen=True)
class Widget:
    """A place of a form to press or type in: page from 0; left, bottom, right, top in points; the name of its field."""

    page: int
    box: tuple[float, float, float, float]
    kind: str
    name: str
    state: str

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        left, bottom, right, top = self.box
        return (right - left) * POINT, (top - bottom) * POINT

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle in points."""
        left, bottom, right, top = self.box
        return (left + right) / 2, (bottom + top) / 2


def widgets(pdf: bytes, kind: str = "") -> Iterator[Widget]:
    """Every widget of a form, or those of one kind (`/Btn`, `/Tx`, `/Ch`)."""
    for number, page in enumerate(pypdf.PdfReader(BytesIO(pdf)).pages):
        annotations: Any = page.get("/Annots", ())
        for one in (reference.get_object() for reference in annotations):
            if one["/Subtype"] != "/Widget":
                continue
            field = one if "/T" in one else one["/Parent"].get_object()
            x, y = (sorted(float(side) for side in one["/Rect"][at::2]) for at in (0, 1))
            widget = Widget(number, (x[0], y[0], x[1], y[1]), str(field["/FT"]), str(field["/T"]), str(one.get("/AS")))
            if kind in ("", widget.kind):
                yield widget


def form_fields(reader: pypdf.PdfReader) -> dict[str, Any]:
    """The fields of a form by name; radio buttons are one field, and so are all places of a name."""
    form: Any = reader.root_object.get("/AcroForm")
    fields = [reference.get_object() for reference in form["/Fields"]] if form else []
    names = [str(field["/T"]) for field in fields]
    assert len(names) == len(set(names)), "two fields share a name"
    return dict(zip(names, fields, strict=True))


def pressed(pdf: bytes, spots: Iterable[tuple[int, float, float]], words: str = "") -> bytes:
    """The PDF as Chromium saves it after pressing at each spot (page, and x and y in points) and typing there.

    A page is opened once, as in a viewer: what was typed into one that is opened again is not drawn.
    """
    raw, document = pypdfium2.raw, pypdfium2.PdfDocument(pdf)
    document.init_forms()
    pages = [document[number] for number in range(len(document))]
    for number, x, y in spots:
        raw.FORM_OnLButtonDown(document.formenv, pages[number], 0, x, y)
        raw.FORM_OnLButtonUp(document.formenv, pages[number], 0, x, y)
        for letter in words:
            raw.FORM_OnChar(document.formenv, pages[number], ord(letter), 0)
        raw.FORM_ForceToKillFocus(document.formenv)
    saved = BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def poppler(pdf: bytes, page: int, dpi: int) -> Image.Image:
    """A page, from 0, in shades of grey."""
    command = ["pdftoppm", "-gray", "-r", str(dpi), "-f", str(page + 1), "-l", str(page + 1), "-"]
    return Image.open(BytesIO(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout))


def poppler_text(pdf: bytes, page: int) -> str:
    """The words of a page, from 0, those in the drawings of its fields too."""
    command = ["pdftotext", "-f", str(page + 1), "-l", str(page + 1), "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def mupdf_pages(pdf: bytes) -> list[Any]:
    """The pages as MuPDF reads them, which has no types."""
    document: Any = pymupdf.open(stream=pdf)  # type: ignore[no-untyped-call]
    return list(document)


def mupdf(pdf: bytes, page: int, dpi: int) -> Image.Image:
    """A page, from 0, in shades of grey."""
    drawn = mupdf_pages(pdf)[page].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)


def pdfium(pdf: bytes, page: int, dpi: int) -> Image.Image:
    """A page, from 0, in shades of grey."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    drawn: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
    document.close()
    return drawn


VIEWERS: dict[str, Callable[[bytes, int, int], Image.Image]] = {"poppler": poppler, "MuPDF": mupdf, "PDFium": pdfium}


def ink(pages: Image.Image, box: tuple[float, float, float, float], dpi: int) -> float:
    """How many square millimetres of a box, in points from the page's lower left, are dark."""
    dot = 72 / dpi
    left, bottom, right, top = box
    part = pages.crop(
        (round(left / dot), pages.height - round(top / dot), round(right / dot), round(pages.height - bottom / dot))
    )
    dark = sum(part.histogram()[:128])
    return dark * (INCH / dpi) ** 2
