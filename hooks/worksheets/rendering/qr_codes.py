"""A square code by which a phone finds an address, as shapes for a drawing."""

from dataclasses import dataclass

import segno
from markupsafe import Markup

from .renderer import Renderer

QUIET = 4
"""Empty modules around a code, as ISO/IEC 18004 asks for."""


@dataclass(frozen=True)
class QrCode:
    """A code of `size` × `size` modules with its quiet zone; `dark` are the dark ones as path data of SVG."""

    size: int
    dark: str


def qr_code(address: str) -> QrCode:
    """The code of an address; it can be read with a seventh of it gone, as by a fold."""
    rows = [bytes(row) for row in segno.make(address, micro=False, error="m", boost_error=False).matrix]
    runs = (f"M{x} {y}h{length}v1h-{length}z" for y, row in enumerate(rows, QUIET) for x, length in _dark_runs(row))
    return QrCode(len(rows) + 2 * QUIET, "".join(runs))


def _dark_runs(row: bytes) -> list[tuple[int, int]]:
    """Where the runs of dark modules of a row begin, quiet zone included, and how long they are."""
    runs, start = [], None
    for x, module in enumerate((*row, 0)):
        if module and start is None:
            start = x
        elif not module and start is not None:
            runs.append((start + QUIET, x - start))
            start = None
    return runs


def code_for(renderer: Renderer, page: str) -> Markup:
    """The drawing of a code that leads to a page of the site, given its path in `docs/`.

    Nothing if the brand asks for no codes, or the site has no address.
    """
    if not renderer.brand.qr_codes or not renderer.address:
        return Markup()
    address = f"{renderer.address}{page.removesuffix('.md')}/"
    return renderer.html("qr-code.html", code=qr_code(address), address=address)
