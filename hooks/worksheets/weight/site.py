"""A built site made light: every page in one piece and within its budget, every text packed beside itself."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from os import cpu_count
from pathlib import Path
from urllib.parse import unquote, urljoin

from .budget import over_budget
from .compression import TEXT, packed
from .document import whole
from .stylesheet import Stylesheet, read_stylesheet
from .tightening import StylesheetError


class BudgetError(ValueError):
    """What keeps pages from arriving at once, one paragraph for each."""


def lighten(site: Path, root: str = "/") -> None:
    """Put the styles into the pages of a folder, pack its texts; BudgetError or StylesheetError if that cannot be.

    `root` is the path under which the folder is served: the page for lost addresses names its styles from there.
    """
    pages = sorted(site.rglob("*.html"))
    inside: set[Path] = set()

    @cache
    def sheet(path: Path) -> Stylesheet:
        try:
            return read_stylesheet(path.read_text(encoding="utf-8"))
        except (StylesheetError, OSError) as error:
            raise StylesheetError(f"{path.relative_to(site).as_posix()}: {error}") from error

    for page in pages:
        base = f"{root}{page.relative_to(site).as_posix()}"

        def styles(address: str, base: str = base) -> Stylesheet:
            path = site / unquote(urljoin(base, address)).removeprefix(root).lstrip("/")
            inside.add(path)
            return sheet(path)

        page.write_text(whole(page.read_text(encoding="utf-8"), styles), encoding="utf-8")
    for path in inside:
        path.unlink()
    _pack(site)


def _pack(site: Path) -> None:
    """Write `.br` and `.gz` beside each text. Packing lets go of the interpreter, so threads share it out."""
    texts = sorted(path for path in site.rglob("*") if path.suffix in TEXT)

    def pack(path: Path) -> str | None:
        content = path.read_bytes()
        both = packed(content)
        path.with_name(f"{path.name}.br").write_bytes(both.brotli)
        path.with_name(f"{path.name}.gz").write_bytes(both.gzip)
        return over_budget(path.relative_to(site).as_posix(), content, both) if path.suffix == ".html" else None

    with ThreadPoolExecutor(cpu_count()) as pool:
        heavy = [said for said in pool.map(pack, texts) if said]
    if heavy:
        raise BudgetError("\n".join(heavy))
