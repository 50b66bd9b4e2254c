"""Links that lead out of the guide, or nowhere: each has a host, somebody to write to, or a number to call."""

import re
from collections.abc import Iterable, Iterator

from ..authoring.problems import Problem
from ..authoring.web_addresses import DOMAIN, HIGHEST_PORT, scheme_of
from .page import Page

HOST = re.compile(
    r"https?://(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[^\W_]{2,}|\d+)\.?(?::(\d{1,5}))?(?=[/?#]|$)", re.IGNORECASE
)
"""A host with its dots, in the letters of any language, and perhaps a port."""

MAIL = re.compile(rf"mailto:[^@\s:]+@{DOMAIN}(?:\?.*)?", re.IGNORECASE)
NUMBER = re.compile(r"(?:tel|sms):\+?(?:[\d*().-]|%2[03]){2,}(?:[?&;].*)?", re.IGNORECASE)

EXAMPLES = {
    **dict.fromkeys(("http", "https"), "`https://example.org/`"),
    "mailto": "`mailto:hello@example.org`",
    "tel": "`tel:116123`",
    "sms": "`sms:85258`",
}
"""What a link of each scheme looks like."""


def links_to_nowhere(pages: Iterable[Page]) -> Iterator[Problem]:
    """Every link of Markdown has an address that a browser, a program for mail or a phone can follow."""
    for page in pages:
        for piece in page.blocks.pieces("link", "image"):
            target = piece.target.strip()
            if piece.source.startswith("<") or not (write := _what_to_write(target)):
                continue
            wrong = f"“{target}” leads nowhere." if target else "This leads nowhere."
            yield Problem(page.file, page.line(piece.start), " ".join(piece.words.split()), wrong, write)


def _what_to_write(target: str) -> str:
    """What to write in place of an address that leads nowhere; nothing for one that may lead somewhere."""
    scheme = scheme_of(target) or ""
    if target in ("", "#"):
        return "Write where it leads to, or take it out."
    if scheme in ("http", "https"):
        found = HOST.match(target)
        leads = found is not None and int(found[1] or 1) <= HIGHEST_PORT
    else:
        leads = scheme not in EXAMPLES or bool((MAIL if scheme == "mailto" else NUMBER).fullmatch(target))
    return "" if leads else f"Write it whole, such as {EXAMPLES[scheme]}."
