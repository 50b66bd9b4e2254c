"""A built site made light: every page in one piece and within its budget, every text packed beside itself."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path
from urllib.parse import unquote, urljoin

from ..cache import cached
from ..guide.page_files import TEXTS
from .compression import Packed, most, pack
from .linked_stylesheets import LinkedSheets
from .page_budget import Heavy, as_weighed, may_be_over, over_budget, without_frame
from .pruning.whole_page import linked_styles, whole


class UnreadableError(ValueError):
    """A page that is not UTF-8, by its path in the site."""


Room = Callable[[str], int]
"""How many bytes of the budget a page, given its path in the site, leaves to the frame of a copy."""


def no_room(page: str) -> int:
    """Nothing is left to others."""
    return 0


def lighten(site: Path, root: str = "/", room: Room = no_room) -> list[Heavy]:
    """Put the styles into the pages of a folder, pack its texts, and give back the pages that are too heavy.

    StylesheetError or UnreadableError if that cannot be. `root` is the path under which the folder is served: the page
    for lost addresses names its styles from there.
    """
    doubtful: dict[Path, _Page] = {}  # the others are let go of: all pages together take much memory
    inside: set[Path] = set()
    for page in _pages(site, root, room):
        light = page.light()
        page.path.write_bytes(light)
        inside.update(page.linked)
        if page.may_be_too_heavy(light):
            doubtful[page.path] = page
    for path in inside:
        path.unlink()
    texts = [path for path in sorted(site.rglob("*")) if path.suffix in TEXTS]
    with ThreadPoolExecutor(cpu_count()) as pool:  # packing lets go of the interpreter, so threads share it out
        copies = list(pool.map(_pack, texts))
    found = zip(texts, copies, strict=True)
    return list(filter(None, (doubtful[path].too_heavy(packed) for path, packed in found if path in doubtful)))


def heavy_pages(site: Path, root: str = "/", room: Room = no_room) -> list[Heavy]:
    """What `lighten` would give back for a preview; nothing in the folder is changed.

    Most pages are so light that a quick look tells, and what was found of the others is cached.
    """
    doubtful = ((page, light) for page in _pages(site, root, room) if page.may_be_too_heavy(light := page.light()))
    return list(filter(None, (page.too_heavy(pack(light)) for page, light in doubtful)))


@dataclass(frozen=True)
class _Page:
    """A page from the templates. `linked` are its stylesheets, whose rules `sheets` knows; a frame has `room`."""

    name: str
    path: Path
    html: str
    linked: tuple[Path, ...]
    sheets: LinkedSheets
    room: int

    def light(self) -> bytes:
        """The page as it is published."""
        return self._whole(self.html)

    def too_heavy(self, packed: Packed) -> Heavy | None:
        """The page, given its packed copies, if it is over the budget as published, as counted, or without a frame."""
        sizes = len(packed.brotli), len(packed.gzip)
        heavy = over_budget(self.name, self.light, packed)
        if not heavy and may_be_over(self.html, *sizes):
            heavy = self._over(as_weighed(self.html), 0)
        if not heavy and self.room and may_be_over(self.html, *sizes, self.room):
            heavy = self._over(without_frame(as_weighed(self.html)), self.room)
        return heavy

    def _over(self, html: str, room: int) -> Heavy | None:
        counted = self._whole(html)
        return over_budget(self.name, lambda: counted, pack(counted), room)

    def may_be_too_heavy(self, light: bytes) -> bool:
        """Whether a quick look at the page, as it is published, leaves a doubt."""
        size = most(light)
        return may_be_over(self.html, size, size, self.room)

    def _whole(self, html: str) -> bytes:
        digests = map(self.sheets.digest, self.linked)
        return cached(
            ["whole", html, *digests], lambda: whole(html, list(map(self.sheets.rules, self.linked))).encode()
        )


def _pages(site: Path, root: str, room: Room) -> Iterator[_Page]:
    sheets = LinkedSheets(site)
    for path in sorted(site.rglob("*.html")):
        name, html = path.relative_to(site).as_posix(), _html(site, path)
        addresses = [urljoin(f"{root}{name}", link) for link in linked_styles(html)]
        linked = [site / unquote(address).removeprefix(root).lstrip("/") for address in addresses]
        yield _Page(name, path, html, tuple(linked), sheets, room(name))


def _html(site: Path, page: Path) -> str:
    try:
        return page.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        name = page.relative_to(site).as_posix()
        raise UnreadableError(f"{name}: the file is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error


def _pack(path: Path) -> Packed:
    """Write `.br` and `.gz` beside a text."""
    found = pack(path.read_bytes(), path.suffix)
    path.with_name(f"{path.name}.br").write_bytes(found.brotli)
    path.with_name(f"{path.name}.gz").write_bytes(found.gzip)
    return found
