"""What a page may weigh: with its styles it arrives in the first flight of a new connection.

That flight has ten segments of 1,460 bytes (RFC 6928). We leave 800 bytes of it to the headers of the answer.

The verdict is the same in every build. A page is weighed with the links to all its PDFs, whether or not this build
makes any, and their lengths count as figures that no real ones outweigh: `overrides/worksheets/downloads.html`
writes both.
"""

import re
from collections.abc import Callable

import brotli
from selectolax.lexbor import LexborHTMLParser, LexborNode

from .compression import Packed, most

BROTLI = 13_800
GZIP = 17_000
"""In bytes, for the HTML of a page with its styles inside."""

WEIGHED = re.compile(r"<!--weighed (.*?)-->.*?<!--/weighed-->", re.DOTALL)
"""What counts in the weight of a page, before what is published in its place."""

STYLES_OF_LINKS = 760
"""No fewer bytes than all rules that a page needs for links to PDFs and for nothing else."""

PARTS = "style, header, footer, main > nav, main .prose > *"
HEAVIEST = 5


def as_weighed(html: str) -> str:
    """The page that counts, given a page as it leaves the templates."""
    return WEIGHED.sub(r"\1", html)


def may_be_over(html: str, by_brotli: int, by_gzip: int) -> bool:
    """Whether the page that counts could be over the budget, given a page from the templates and its bytes when packed.

    Nothing adds more to a page than it takes when it is packed alone; so few pages need to be packed twice.
    """
    text = "".join(match[1] for match in WEIGHED.finditer(html))
    added = most(text.encode()) + STYLES_OF_LINKS if text else 0
    return not fits(by_brotli + added, by_gzip + added)


def fits(by_brotli: int, by_gzip: int) -> bool:
    """Whether a page of so many bytes arrives at once."""
    return by_brotli <= BROTLI and by_gzip <= GZIP


def over_budget(page: str, html: Callable[[], bytes], packed: Packed) -> str | None:
    """What to say of a page that is too heavy, with the heaviest parts of `html`; None if it is not."""
    if fits(len(packed.brotli), len(packed.gzip)):
        return None
    size = f"{len(packed.brotli):,} bytes by brotli (at most {BROTLI:,}), {len(packed.gzip):,} by gzip ({GZIP:,})"
    lines = [f"  {weight:,} bytes: {part}" for part, weight in heaviest_parts(html().decode())]
    return "\n".join(
        [
            f"{page}: this page is too heavy to arrive at once: {size}. Links to PDFs count. Its heaviest parts:",
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
