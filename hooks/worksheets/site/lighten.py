"""A built site made light: every page in one piece and within its budget, every text packed beside itself."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from os import cpu_count
from pathlib import Path
from urllib.parse import unquote, urljoin

from ..cache import cached, digest
from .compression import TEXT, already_packed, packed
from .page_budget import over_budget
from .pruning.stylesheet import Stylesheet, read_stylesheet
from .pruning.tightening import StylesheetError
from .pruning.whole_page import linked_styles, whole


class UnreadableError(ValueError):
    """A page that is not UTF-8, by its path in the site."""


class BudgetError(ValueError):
    """What keeps pages from arriving at once, one paragraph for each."""


def lighten(site: Path, root: str = "/") -> None:
    """Put the styles into the pages of a folder, pack its texts; BudgetError, StylesheetError or
    UnreadableError if that cannot be.

    `root` is the path under which the folder is served: the page for lost addresses names its styles from there.
    """
    sheets = _Sheets(site)
    inside: set[Path] = set()
    for page in sorted(site.rglob("*.html")):
        html = _html(site, page)
        addresses = [urljoin(f"{root}{page.relative_to(site).as_posix()}", link) for link in linked_styles(html)]
        linked = [site / unquote(address).removeprefix(root).lstrip("/") for address in addresses]
        light = cached(["whole", html, *map(sheets.digest, linked)], partial(_light, html, linked, sheets))
        page.write_bytes(light)
        inside.update(linked)
    for path in inside:
        path.unlink()
    _pack(site)


def _html(site: Path, page: Path) -> str:
    try:
        return page.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        name = page.relative_to(site).as_posix()
        raise UnreadableError(f"{name}: the file is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error


def _light(html: str, linked: Sequence[Path], sheets: "_Sheets") -> bytes:
    return whole(html, [sheets.rules(path) for path in linked]).encode()


class _Sheets:
    """The stylesheets of a site, each parsed once and only if a page is new. StylesheetError says which is at fault."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.digests: dict[Path, str] = {}
        self.parsed: dict[Path, Stylesheet] = {}

    def digest(self, path: Path) -> str:
        if path not in self.digests:
            self.digests[path] = digest(self._text(path))
        return self.digests[path]

    def rules(self, path: Path) -> Stylesheet:
        if path not in self.parsed:
            try:
                self.parsed[path] = read_stylesheet(self._text(path))
            except StylesheetError as error:
                raise self._named(path, error) from error
        return self.parsed[path]

    def _text(self, path: Path) -> str:
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeError) as error:
            raise self._named(path, error) from error

    def _named(self, path: Path, error: Exception) -> StylesheetError:
        return StylesheetError(f"{path.relative_to(self.site).as_posix()}: {error}")


def _pack(site: Path) -> None:
    """Write `.br` and `.gz` beside each text. Packing lets go of the interpreter, so threads share it out."""
    texts = [path for path in sorted(site.rglob("*")) if path.suffix in TEXT]
    with ThreadPoolExecutor(cpu_count()) as pool:
        heavy = list(filter(None, pool.map(partial(_pack_one, site), texts)))
    if heavy:
        raise BudgetError("\n".join(heavy))


def _pack_one(site: Path, path: Path) -> str | None:
    """Pack one text; what to say of a page that is too heavy."""
    content = path.read_bytes()
    found = already_packed(content) or packed(content)
    path.with_name(f"{path.name}.br").write_bytes(found.brotli)
    path.with_name(f"{path.name}.gz").write_bytes(found.gzip)
    return over_budget(path.relative_to(site).as_posix(), content, found) if path.suffix == ".html" else None
