"""What a page may weigh: with its styles it arrives in the first flight of a new connection.

That flight has ten segments of 1,460 bytes (RFC 6928). We leave 800 bytes of it to the headers of the answer.
"""

import brotli
from selectolax.lexbor import LexborHTMLParser, LexborNode

from .compression import Packed

BROTLI = 13_800
GZIP = 17_000
"""In bytes, for the HTML of a page with its styles inside."""

PARTS = "style, header, footer, main > nav, main .prose > *"
HEAVIEST = 5


def over_budget(page: str, html: bytes, packed: Packed) -> str | None:
    """What to say of a page that is too heavy, with its heaviest parts; None if it is not."""
    if len(packed.brotli) <= BROTLI and len(packed.gzip) <= GZIP:
        return None
    size = f"{len(packed.brotli):,} bytes by brotli (at most {BROTLI:,}), {len(packed.gzip):,} by gzip ({GZIP:,})"
    lines = [f"  {weight:,} bytes: {part}" for part, weight in heaviest_parts(html.decode())]
    return "\n".join(
        [
            f"{page}: this page is too heavy to arrive at once: {size}. Its heaviest parts:",
            *lines,
            "  Let a link lead to the page of an exercise instead of showing it here, or make two pages of this one.",
        ]
    )


def heaviest_parts(html: str) -> list[tuple[str, int]]:
    """The parts without which a page would be lightest: a name for each, and the bytes that it adds, by brotli."""
    page = LexborHTMLParser(html)
    text = page.html or ""
    whole = len(brotli.compress(text.encode()))
    weights = [
        (_name(part), whole - len(brotli.compress(text.replace(part.html or "", "", 1).encode())))
        for part in page.css(PARTS)
    ]
    return sorted(weights, key=lambda one: -one[1])[:HEAVIEST]


def _name(part: LexborNode) -> str:
    """A part as its author knows it: by its id, or by how it begins."""
    named = f" {part.id}" if part.id else ""
    begins = "" if named or part.tag == "style" else f" “{' '.join(part.text().split()[:6])} …”"
    return f"<{part.tag}>{named}{begins}"
