"""Finished PDFs, kept by what went into them, so that nothing is made twice."""

import os
from collections.abc import Iterable
from contextlib import suppress
from errno import EACCES, EPERM, EROFS
from pathlib import Path
from tempfile import TemporaryDirectory

from ..cache import ENTRY_LIFETIME, age, digest, key_of, write_whole
from ..rendering.downloads import Pdf
from ..shared_store import SharedStore
from .sheet import Sheet

ABANDONED = 3600
"""A part file older than this many seconds was left by a killed build; a younger one may be another's work."""

NOT_OURS = {EACCES, EPERM, EROFS}
"""Why a folder takes nothing, whatever room is on its disk."""

SWEPT = ".swept"
SWEEP_EVERY = 24 * 3600
"""Seconds between two looks for what nobody has asked for: a folder of a hundred thousand files takes a while."""


class PdfStore:
    """A folder of PDFs named by digest and number of pages, each written aside and then renamed: never half a PDF.

    Behind it may be a store that many machines share. What is there comes here when it is asked for, and what is made
    here goes there. Where nothing may be written, as in a checkout that a container may only read, what is made lasts
    as long as this object.
    """

    def __init__(
        self, folder: Path, files: Iterable[Path], libraries: str = "", shared: SharedStore | None = None
    ) -> None:
        """Open a folder; `files` are the fonts, and `libraries` tells apart those of the system."""
        self.folder = folder
        self.shared = shared
        self.saved = 0
        """How many PDFs were made and saved since it was opened."""
        self._short_lived: TemporaryDirectory[str] | None = None
        self.made_with = key_of("pdf", libraries, *(path.read_bytes() for path in sorted(files)))
        _sweep(folder)

    @property
    def notes(self) -> list[str]:
        """What the builder should know of where PDFs are kept."""
        said = self.shared.said if self.shared else []
        if self._short_lived:
            return [f"PDFs cannot be kept in {self.folder}, so the next build makes them again.", *said]
        return said

    def load(self, sheet: Sheet) -> Pdf | None:
        """The PDF of a sheet, if it was made before with all the same."""
        return self._here(self._key(sheet)) or (self._fetched([self._key(sheet)])[0] if self.shared else None)

    def load_all(self, sheets: Iterable[Sheet]) -> dict[str, Pdf]:
        """The PDFs of all sheets that were made before, by path; those that are elsewhere come at once, not in turn."""
        keys = {sheet.path: self._key(sheet) for sheet in sheets}
        found = {path: pdf for path, key in keys.items() if (pdf := self._here(key))}
        if self.shared:
            missing = [path for path in keys if path not in found]
            fetched = zip(missing, self._fetched([keys[path] for path in missing]), strict=True)
            found |= {path: pdf for path, pdf in fetched if pdf}
        return found

    def save(self, sheet: Sheet, pdf: bytes, pages: int) -> Pdf:
        """Keep the PDF of a sheet; OSError if the disk does not take it, and then nothing of it stays."""
        key = self._key(sheet)
        kept = self._keep(key, pdf, pages)
        self.saved += 1
        if self.shared:
            self.shared.save(key, f"{pages}\n".encode() + pdf)
        return kept

    def _here(self, key: str) -> Pdf | None:
        """What is in the folder."""
        for folder in [self.folder, *([Path(self._short_lived.name)] if self._short_lived else [])]:
            for path in (folder / key[:2]).glob(f"{key}-*.pdf"):
                with suppress(OSError):  # from a folder that may only be read, it is good all the same
                    os.utime(path)
                return Pdf(str(path), int(path.stem.split("-")[1]), path.stat().st_size)
        return None

    def _fetched(self, keys: list[str]) -> list[Pdf | None]:
        """What the shared store has of some keys; it is in the folder from now on."""
        found = self.shared.load(keys) if self.shared else {}
        return [self._keep(key, *_unpacked(found[key])) if key in found else None for key in keys]

    def _keep(self, key: str, pdf: bytes, pages: int) -> Pdf:
        path = Path(key[:2]) / f"{key}-{pages}.pdf"
        try:
            write_whole(pdf, kept := self.folder / path)
        except OSError as error:
            if error.errno not in NOT_OURS:
                raise
            self._short_lived = self._short_lived or TemporaryDirectory()
            write_whole(pdf, kept := Path(self._short_lived.name) / path)
        return Pdf(str(kept), pages, len(pdf))

    def _key(self, sheet: Sheet) -> str:
        return digest(
            self.made_with, *sheet.leaves, *sheet.binding.key, sheet.styles, sheet.own_styles, "folded" * sheet.folded
        )


def _unpacked(stored: bytes) -> tuple[bytes, int]:
    """A PDF and the number of its pages, from what the shared store has: the number is in the first line."""
    pages, _, pdf = stored.partition(b"\n")
    return pdf, int(pages)


def _sweep(folder: Path) -> None:
    """Once a day, delete what nobody has asked for in a long time, and what killed builds have left."""
    swept = folder / SWEPT
    if swept.exists() and age(swept) < SWEEP_EVERY:
        return
    files = [path for path in folder.rglob("*") if path.is_file()]
    if not files:
        return
    for path in files:
        if age(path) > (ABANDONED if path.suffix == ".part" else ENTRY_LIFETIME):
            path.unlink(missing_ok=True)
    with suppress(OSError):
        swept.touch()


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file atomically: no reader ever sees a part of it."""
    write_whole(source.read_bytes(), target)
