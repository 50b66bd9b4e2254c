"""What a page may weigh: with its styles it arrives in the first flight of a new connection.

That flight has ten segments of 1,460 bytes (RFC 6928). We leave 800 bytes of it to the headers of the answer.
"""

from collections.abc import Iterator

import brotli
from selectolax.lexbor import LexborHTMLParser

from .compression import Packed

BROTLI = 13_800
GZIP = 17_000
"""In bytes, for the HTML of a page with its styles inside."""

PARTS = "style, body > *, main > *, main section, main h2, main form, main fieldset, main table, main figure, main ul"
HEAVIEST = 5


def over_budget(page: str, html: bytes, packed: Packed) -> str | None:
    """What to say of a page that is too heavy, with its heaviest parts; None if it is not."""
    if len(packed.brotli) <= BROTLI and len(packed.gzip) <= GZIP:
        return None
    size = f"{len(packed.brotli):,} bytes by brotli (at most {BROTLI:,}), {len(packed.gzip):,} by gzip ({GZIP:,})"
    lines = [f"  {weight:,} bytes: {part}" for part, weight in heaviest_parts(html.decode())]
    return "\n".join(
        [f"{page}: this page is too heavy to arrive at once: {size}. Its heaviest parts:", *lines]
        + ["  Let a link lead to the page of an exercise instead of showing it here, or make two pages of this one."]
    )


def heaviest_parts(html: str) -> list[tuple[str, int]]:
    """The parts without which a page would be lightest: a name for each, and the bytes that it adds, by brotli."""
    page = LexborHTMLParser(html)
    rest = len(brotli.compress(html.encode()))
    found = sorted(((rest - weight, name) for name, weight in _without_each(page)), reverse=True)
    return [(name, weight) for weight, name in found[:HEAVIEST]]


def _without_each(page: LexborHTMLParser) -> Iterator[tuple[str, int]]:
    html = page.html or ""
    for part in page.css("style, header, footer, main section, main figure, main nav, main ul, main table"):
        if part.parent is None or part.css_matches("section section, section ul, section table"):
            continue
        name = f"<{part.tag}>{''.join(f' {key}={value}' for key, value in part.attributes.items() if key == 'id')}"
        yield name, len(brotli.compress(html.replace(part.html or "", "", 1).encode()))
