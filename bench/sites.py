"""Built sites made ready to be measured."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from worksheets.guide.page_files import TEXTS
from worksheets.site.compression import pack
from worksheets.site.pruning.stylesheet import read_stylesheet
from worksheets.site.pruning.whole_page import STYLESHEETS, whole

from .projects import build


def packed(site: Path) -> Path:
    """A site whose texts lie packed beside themselves, as ours do; a good server would pack them all the same."""
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXTS | {".js"}:
            path.with_name(f"{path.name}.br").write_bytes(pack(path.read_bytes()).brotli)
    return site


def linked(guide: Path, target: Path) -> Path:
    """Our site, given a guide without its last stage, with its styles in one file that browsers keep.

    The file is as small as it can be without looking at pages, and the pages are as light as ours.
    """
    build(guide, target)
    sheets = [read_stylesheet(path.read_text(encoding="utf-8")) for path in sorted(target.rglob("*.css"))]
    (target / "all.css").write_text("".join(sheet.text(sheet.mentions) for sheet in sheets), encoding="utf-8")
    for path in target.rglob("*.html"):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for link in page.css(STYLESHEETS):
            link.decompose()
        light = whole(page.html or "", [])
        path.write_text(light.replace("<title>", '<link rel="stylesheet" href="/all.css"><title>', 1), encoding="utf-8")
    return packed(target)
