"""What a first visit to a page brings over the line, packed: HTML, styles, scripts, fonts; no pictures."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import brotli
from selectolax.lexbor import LexborHTMLParser
from worksheets.site.page_budget import MOST_BY_BROTLI

from .row import Row

PAGES = ("index.html", "steps/self-care/index.html", "guides/repair-worksheets/index.html", "article/index.html")
COMMAND = "python -m bench page_weight"


def rows(sites: dict[str, Path]) -> Iterator[Row]:
    """The pages against stock Material, and against their words alone."""
    for page in PAGES:
        ours = weight(sites["ours"], page)
        yield Row(
            f"Weight of `{page}`", ours, weight(sites["material"], page), "bytes, brotli", "stock Material", COMMAND
        )
        words = LexborHTMLParser((sites["ours"] / page).read_text(encoding="utf-8")).body
        text = (words.text(separator=" ") if words else "").encode()
        yield Row(f"Weight of `{page}`", ours, len(brotli.compress(text)), "bytes, brotli", "its words alone", COMMAND)
    heaviest = max(path.stat().st_size for path in sites["ours"].rglob("*.html.br"))
    yield Row("The heaviest page", heaviest, MOST_BY_BROTLI, "bytes, brotli", "what a page may weigh", COMMAND)


def weight(site: Path, page: str) -> int:
    """The bytes of a page with every stylesheet and script that it asks this site for."""
    html = (site / page).read_bytes()
    tree = LexborHTMLParser(html)
    asked = [node.attributes.get("href") for node in tree.css("link[rel=stylesheet]")]
    asked += [node.attributes.get("src") for node in tree.css("script[src]")]
    paths = {(site / urljoin(f"/{page}", address).lstrip("/")) for address in asked if address and "//" not in address}
    return sum(len(brotli.compress(content)) for content in (html, *(path.read_bytes() for path in sorted(paths))))
