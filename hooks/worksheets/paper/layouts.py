"""Documents whose pages stand, each laid out once for all PDFs that hold it."""

import os
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from .font_files import FOLDER
from .form_fields import Control, prepare_controls
from .page_economy import CLOSE, wastes_a_page
from .right_to_left import isolate, turned, with_grids_turned
from .sheet import Sheet
from .whole_marks import make_marks_whole

RIGHT_TO_LEFT = ' dir="rtl"'
"""How a document says that it, or something in it, is written from right to left."""

os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # fontTools would write the time into each font


@dataclass(frozen=True)
class Layout:
    """A document whose pages stand, and the controls on them by their name."""

    document: Document
    controls: dict[str, Control]
    right_to_left: bool


class Layouts:
    """The layouts of one process, so that no document and no picture that several sheets hold is laid out twice.

    `shared` are the documents that will be asked for again; the others are let go of.
    """

    def __init__(self, folder: Path, own_fonts: Path | None = None, shared: Collection[str] = ()) -> None:
        self.folder = folder
        self.own_fonts = own_fonts
        self.shared = shared
        self.kept: dict[Hashable, Layout] = {}
        self.pictures: dict[str, object] = {}

    def of(self, written: str, sheet: Sheet, close: bool = False) -> Layout:
        """A document of a sheet whose pages stand, if wished set closer."""
        key = (written, sheet.styles, sheet.own_styles, sheet.fillable, close)
        found = self.kept.get(key) or self._laid_out(written, sheet, close)
        if written in self.shared:
            self.kept[key] = found
        return found

    def best_of(self, written: str, sheet: Sheet) -> Layout:
        """A document of a sheet, set closer where that saves a page that is hardly filled.

        An example is not asked for so: in large print nearly each ends on such a page.
        """
        normal = self.of(written, sheet)
        if not wastes_a_page(normal.document):
            return normal
        return min(normal, self.of(written, sheet, close=True), key=lambda one: len(one.document.pages))

    def _laid_out(self, written: str, sheet: Sheet, close: bool) -> Layout:
        html = HTML(string=written, base_url=f"{self.folder.as_uri()}/", url_fetcher=_Folder(self.folder, None))
        _unlink(html.etree_element)
        isolate(html.etree_element)
        names = prepare_controls(html.etree_element)
        right_to_left = html.etree_element.get("dir") == "rtl"
        styles = turned(sheet.styles) if right_to_left else sheet.styles
        fonts, common = _common(styles, self.folder, self.own_fonts)
        own = [CSS(string=text, font_config=fonts) for text in (sheet.own_styles, CLOSE * close) if text]
        document = html.render(
            stylesheets=[common, *own], font_config=fonts, pdf_forms=sheet.fillable, cache=self.pictures
        )
        make_marks_whole(document)
        document = with_grids_turned(document) if RIGHT_TO_LEFT in written else document
        return Layout(document, names, right_to_left)


def _unlink(root: Element) -> None:
    """Make words of each link that leads nowhere from paper: a screen reader would call it a link."""
    for link in list(root.iter("a")):
        if not link.get("href", "").startswith(("https://", "#")):
            link.attrib.pop("href", None)
            link.tag = "span"


@cache
def _common(styles: str, folder: Path, own_fonts: Path | None) -> tuple[FontConfiguration, CSS]:
    """What all sheets share, read once in a process."""
    fonts = FontConfiguration()
    fetcher = _Folder(folder, own_fonts)
    return fonts, CSS(string=styles, base_url=f"{folder.as_uri()}/", font_config=fonts, url_fetcher=fetcher)


class _Folder(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Reads files of one folder, a clinic's fonts, and what an address itself holds, and nothing else."""

    def __init__(self, folder: Path, own_fonts: Path | None) -> None:
        super().__init__(allowed_protocols={"file", "data"})
        self.folder = folder.resolve()
        self.own_fonts = own_fonts.resolve() if own_fonts else None

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if not url.startswith("data:"):
            path = Path(url2pathname(urlsplit(url).path)).resolve()
            if not path.is_relative_to(self.folder):
                raise ValueError(f"{url} is not in the folder of the guide")
            url = self._own(path) or url
        return super().fetch(url, headers)

    def _own(self, path: Path) -> str | None:
        """Where a clinic's font lies that takes the place of this file, if there is one."""
        if self.own_fonts is None or path.parent != self.folder / FOLDER:
            return None
        own = (self.own_fonts / path.name).resolve()
        return own.as_uri() if own.is_file() and own.is_relative_to(self.own_fonts) else None
