"""What a page may weigh: with its styles it arrives in the first flight of a new connection.

That flight has ten segments of 1,460 bytes (RFC 6928). We leave 800 bytes of it to the headers of the answer.

The verdict is the same in every build. A page is weighed with the links to all its PDFs, whether or not this build
makes any, and their lengths count as figures that no real ones outweigh: `overrides/worksheets/downloads.html`
writes both.

A page of the guide leaves room for what a copy adds to it: its name, its address, its credit. So the guide is weighed
without its own, too. A copy is only told of a page that has become too heavy: that is seldom a page of its own.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import brotli
from selectolax.lexbor import LexborHTMLParser, LexborNode

from .compression import Packed, most

MOST_BY_BROTLI = 13_800
MOST_BY_GZIP = 17_000
"""In bytes, for the HTML of a page with its styles inside."""

ROOM = 800
"""How many bytes of that a page of the guide leaves to the frame of a copy."""

FRAME = re.compile(r"<!--frame-->.*?<!--/frame-->", re.DOTALL)
"""What differs between two copies of a page: its templates mark it."""

WEIGHED = re.compile(r"<!--weighed (.*?)-->.*?<!--/weighed-->", re.DOTALL)
"""What counts in the weight of a page, before what is published in its place."""

STYLES_OF_LINKS = 760
"""No fewer bytes than all rules that a page needs for links to PDFs and for nothing else."""

PARTS = "style, header, footer, main > nav, main .prose > *"
HEAVIEST = 5
ADVICE = "Let a link lead to the page of an exercise instead of showing it here, or make two pages of this one."


@dataclass(frozen=True)
class Heavy:
    """A page that is too heavy: its path in the site, its bytes when packed, how many of the budget it must leave free,
    and the names and bytes of its heaviest parts."""

    page: str
    by_brotli: int
    by_gzip: int
    room: int
    parts: Sequence[tuple[str, int]]

    def __str__(self) -> str:
        what = "is too heavy to arrive at once"
        if self.room:
            what = (
                f"leaves less than {self.room} bytes for the name and address of a copy. Without them it is too heavy"
            )
        size = f"{self.by_brotli:,} bytes by brotli (at most {MOST_BY_BROTLI - self.room:,})"
        size += f", {self.by_gzip:,} by gzip ({MOST_BY_GZIP - self.room:,})"
        lines = [f"{self.page}: this page {what}: {size}. Links to PDFs count. Its heaviest parts:"]
        lines += [f"  {weight:,} bytes: {part}" for part, weight in self.parts]
        return "\n".join([*lines, f"  {ADVICE}"])


def as_weighed(html: str) -> str:
    """The page that counts, given a page as it leaves the templates."""
    return WEIGHED.sub(r"\1", html)


def without_frame(html: str) -> str:
    """A page without what a copy adds to it."""
    return FRAME.sub("", html)


def may_be_over(html: str, by_brotli: int, by_gzip: int, room: int = 0) -> bool:
    """Whether the page that counts could be over the budget, given a page from the templates and its bytes when packed.

    Nothing adds more to a page than it takes when it is packed alone; so few pages need to be packed twice.
    """
    text = "".join(match[1] for match in WEIGHED.finditer(html))
    added = most(text.encode()) + STYLES_OF_LINKS if text else 0
    return not fits(by_brotli + added, by_gzip + added, room)


def fits(by_brotli: int, by_gzip: int, room: int = 0) -> bool:
    """Whether a page of so many bytes arrives at once, and leaves room for more."""
    return by_brotli <= MOST_BY_BROTLI - room and by_gzip <= MOST_BY_GZIP - room


def over_budget(page: str, html: Callable[[], bytes], packed: Packed, room: int = 0) -> Heavy | None:
    """A page that is too heavy, with the heaviest parts of `html`; None if it is not."""
    if fits(len(packed.brotli), len(packed.gzip), room):
        return None
    return Heavy(page, len(packed.brotli), len(packed.gzip), room, heaviest_parts(html().decode()))


def note_of(heavy: Sequence[Heavy]) -> str:
    """What a copy is told of its pages that are too heavy: it is no mistake."""
    first, *others = sorted(heavy, key=lambda one: -one.by_brotli)
    names = [f"{one.page} ({one.by_brotli:,} bytes)" for one in (first, *others[: HEAVIEST - 1])]
    more = f" and {len(heavy) - HEAVIEST} more" if len(heavy) > HEAVIEST else ""
    return (
        f"With what this copy adds, some pages are over {MOST_BY_BROTLI:,} bytes and need a second round trip on a "
        f"slow line: {', '.join(names)}{more}. Shorter contacts, a shorter disclaimer or less CSS in `stylesheets/` "
        "would mend it; a page of your own may lead to an exercise instead of showing it. Nothing else is wrong with "
        "them."
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
