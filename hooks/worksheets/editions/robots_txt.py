"""The file in which search engines look for what they may fetch: everything, and where the site map is.

RFC 9309, Robots Exclusion Protocol. Nothing is forbidden, also in a copy that is kept out of search engines: whoever
may not fetch a page never sees its `noindex`. Without the file, servers that answer with a page make robots guess.
"""

from urllib.parse import urljoin

ROBOTS = "robots.txt"


def robots_txt(address: str, noindex: bool) -> str:
    """The file for a site at this address, which may be unknown (empty)."""
    allowed = "User-agent: *\nAllow: /\n"
    is_mapped = address and not noindex
    return allowed + (f"Sitemap: {urljoin(address, 'sitemap.xml')}\n" if is_mapped else "")
