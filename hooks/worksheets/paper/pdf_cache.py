"""Finished PDFs, kept by what went into them, so that nothing is made twice."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..cache import UNUSED, age, digest, key_of, write_whole
from ..rendering.downloads import Pdf
from .sheet import Sheet

ABANDONED = 3600
"""A part file older than this many seconds was left by a killed build; a younger one may be another's work."""


class PdfStore:
    """A folder of PDFs named by digest and number of pages, each written aside and then renamed: never half a PDF."""

    def __init__(self, folder: Path, files: Iterable[Path], libraries: str = "") -> None:
        """Open a folder; `files` are the fonts, and `libraries` tells apart those of the system."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.made_with = key_of("pdf", libraries, *(path.read_bytes() for path in sorted(files)))
        self.finished: dict[str, Path] = {}
        for path in sorted(folder.iterdir()):
            part = path.suffix == ".part"
            if age(path) > (ABANDONED if part else UNUSED):
                path.unlink(missing_ok=True)
            elif not part:
                self.finished[path.stem.split("-")[0]] = path

    def load(self, sheet: Sheet) -> Pdf | None:
        """The PDF of a sheet, if it was made before with all the same."""
        path = self.finished.get(self._key(sheet))
        if path is None:
            return None
        with suppress(OSError):  # from a folder that may only be read, it is good all the same
            os.utime(path)
        return Pdf(str(path), int(path.stem.split("-")[1]), path.stat().st_size)

    def save(self, sheet: Sheet, pdf: bytes, pages: int) -> Pdf:
        """Keep the PDF of a sheet; OSError if the disk does not take it, and then nothing of it stays."""
        key = self._key(sheet)
        path = self.folder / f"{key}-{pages}.pdf"
        write_whole(pdf, path)
        self.finished[key] = path
        return Pdf(str(path), pages, len(pdf))

    def _key(self, sheet: Sheet) -> str:
        return digest(self.made_with, *sheet.documents, sheet.styles, sheet.own_styles, "folded" * sheet.folded)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file atomically: no reader ever sees a part of it."""
    write_whole(source.read_bytes(), target)
