"""The site map of a site in several languages: every page in each language in which it is written."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from xml.etree import ElementTree

from ..editions.site_languages import SiteLanguage

MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def with_languages(
    sitemap: str,
    top: str,
    languages: Sequence[SiteLanguage],
    paths: Mapping[str, str],
    elsewhere: Mapping[str, date | None],
) -> str:
    """The site map of the first language with the pages of all others, each in the languages in which it is written.

    `top` is the address of the whole site, and `paths` has the path in `docs/` of each page by its address below that.
    `elsewhere` are those that the first language does not have, with the day on which somebody last read them.
    """
    ElementTree.register_namespace("", MAP)
    ElementTree.register_namespace("xhtml", XHTML)
    root = ElementTree.fromstring(sitemap)
    for below, day in elsewhere.items():
        entry = ElementTree.SubElement(root, f"{{{MAP}}}url")
        ElementTree.SubElement(entry, f"{{{MAP}}}loc").text = top + below
        if day:
            ElementTree.SubElement(entry, f"{{{MAP}}}lastmod").text = day.isoformat()
    for entry in list(root):
        below = (entry.findtext(f"{{{MAP}}}loc") or "").removeprefix(top)
        found = {one.code: top + one.folder + below for one in languages if paths.get(below) in one.translated}
        if len(found) > 1:
            for code, address in found.items():
                ElementTree.SubElement(entry, f"{{{XHTML}}}link", rel="alternate", hreflang=code, href=address)
        for place, address in enumerate(found.values()):
            other = deepcopy(entry) if place else entry
            other.find(f"{{{MAP}}}loc").text = address  # type: ignore[union-attr]
            root.extend([other] if place else [])
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
