"""The stylesheets that the pages of a site link: each is read once, and parsed once and only if a page is new."""

from pathlib import Path

from ..cache import digest
from .pruning.css_minifier import StylesheetError
from .pruning.stylesheet import Stylesheet, read_stylesheet


class LinkedSheets:
    """The stylesheets of a site by their file, which may be gone after its digest was asked for.

    StylesheetError says which one is at fault.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.texts: dict[Path, str] = {}
        self.digests: dict[Path, str] = {}
        self.parsed: dict[Path, Stylesheet] = {}

    def digest(self, path: Path) -> str:
        """What tells a stylesheet from all others."""
        if path not in self.digests:
            self.digests[path] = digest(self._text(path))
        return self.digests[path]

    def rules(self, path: Path) -> Stylesheet:
        """The rules of a stylesheet."""
        if path not in self.parsed:
            try:
                self.parsed[path] = read_stylesheet(self._text(path))
            except StylesheetError as error:
                raise self._named(path, error) from error
        return self.parsed[path]

    def _text(self, path: Path) -> str:
        if path not in self.texts:
            try:
                self.texts[path] = path.read_text(encoding="utf-8")
            except FileNotFoundError as error:
                missing = StylesheetError("there is no such stylesheet. Take the `<link>` to it out")
                raise self._named(path, missing) from error
            except (OSError, UnicodeError) as error:
                raise self._named(path, error) from error
        return self.texts[path]

    def _named(self, path: Path, error: Exception) -> StylesheetError:
        return StylesheetError(f"{path.relative_to(self.site).as_posix()}: {error}")
