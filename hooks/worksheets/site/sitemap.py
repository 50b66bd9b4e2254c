"""The site map of a site in several languages: every page in each language in which it is written."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from xml.etree import ElementTree

from ..editions.site_languages import SiteLanguage

MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def with_languages(sitemap: str, top: str, languages: Sequence[SiteLanguage], paths: Mapping[str, str]) -> str:
    """The site map of the first language with the pages of all others.

    `top` is the address of the whole site, and `paths` has the path in `docs/` of each page by its address below that.
    """
    ElementTree.register_namespace("", MAP)
    ElementTree.register_namespace("xhtml", XHTML)
    root = ElementTree.fromstring(sitemap)
    for entry in list(root):
        below = (entry.findtext(f"{{{MAP}}}loc") or "").removeprefix(top)
        found = {one.code: top + one.folder + below for one in languages if paths.get(below) in one.translated}
        if len(found) > 1:
            for code, address in found.items():
                ElementTree.SubElement(entry, f"{{{XHTML}}}link", rel="alternate", hreflang=code, href=address)
        for address in list(found.values())[1:]:
            other = deepcopy(entry)
            other.find(f"{{{MAP}}}loc").text = address  # type: ignore[union-attr]
            root.append(other)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
