"""What every server is told of a site: where it lies, what goes with it, what leads where, what it hides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from ...guide.aliases import Move

LOST = "404.html"
"""The page for an address that is not there."""

CACHED = "public, max-age=86400"
"""Cache-Control of pictures, which are asked about once a day."""
ASKED = "no-cache"
"""Cache-Control of all else: asked about each time, which is a short answer if nothing changed."""
PICTURES = ("svg", "png", "jpg", "jpeg", "webp", "ico")
"""The endings of pictures; only those in `assets/` are cached."""
ASSETS = "assets"

TYPES = {"webmanifest": "application/manifest+json", "epub": "application/epub+zip"}
"""Endings that not every server knows."""

HIDDEN = ("_headers", "_redirects", "_rules")
"""How the names begin of what is for servers and not for readers. What begins with a dot is hidden too, but for:"""
WELL_KNOWN = ".well-known"
"""RFC 8615: the one hidden folder that the web asks for, such as for a certificate."""
WEB_CONFIG = "web.config"
REDIRECTS = "_redirects"
"""What Netlify, Cloudflare Pages and others read; an author's own lines come first."""
FOR_SERVERS = (
    *("_headers", "_headers.caddy", "_headers.nginx", "_rules.caddy", "_rules.nginx"),
    *(".htaccess", WEB_CONFIG, REDIRECTS),
)
"""The files of a site that no reader asks for."""


@dataclass(frozen=True)
class ServedSite:
    """A site as a server sees it.

    `root` is the path of its first page, `/` or such as `/guide/`; `headers` go with every answer; `redirects` lead
    from an old address to a new one, both from `/` on and as people write them.
    """

    root: str
    headers: Mapping[str, str]
    redirects: Mapping[str, str]

    @property
    def is_whole_host(self) -> bool:
        """Whether the host has nothing else, so that what is said of the host can be said here."""
        return self.root == "/"

    def inside(self, path: str) -> str:
        """A path from `/` on, as it stands in the site."""
        return path.removeprefix(self.root)


def served_site(site: Path, root: str, headers: Mapping[str, str], moves: Iterable[Move]) -> ServedSite:
    """A built site under a path. A file that it has no more leads to the page that may have another."""
    found: dict[str, str] = {}
    for move in moves:
        page = root + move.new
        folder = root + move.old
        found |= dict.fromkeys([folder, folder.rstrip("/"), f"{folder}index.html"], page)
        found |= {root + old: root + new if (site / new).is_file() else page for old, new in move.files}
    return ServedSite(root, headers, found)


def as_sent(address: str) -> str:
    """An address as it stands in a header."""
    return quote(address, safe="/")
