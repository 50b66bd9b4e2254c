"""The PDFs of one site: which of them are ready, and how the others are made."""

import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from logging import Logger
from pathlib import Path

import click

from ..authoring.problems import Problem, report
from ..authoring.source_files import Folders, Overlay
from ..rendering.downloads import Pdf
from ..shared_store import store_of_environment
from .font_files import FOLDER, font_paths
from .native_libraries import libraries
from .pdf_cache import PdfStore, copy_whole
from .pdf_pool import PdfError, cores, make_pdfs
from .sheet import Sheet

STORE = ".cache/sheets"
EVERY = 20
"""Without a terminal, progress is logged once for this many PDFs."""


@dataclass(frozen=True)
class AllPdfs:
    """The sheets of a site and the PDFs that are ready, by path.

    `root` is the folder of the guide, `own_fonts` that of a clinic's fonts.
    """

    root: Path
    own_fonts: Path | None
    store: PdfStore
    sheets: Sequence[Sheet]
    ready: dict[str, Pdf]

    @classmethod
    def of(cls, sheets: Iterable[Sheet], folders: Folders, overlay: Overlay | None) -> "AllPdfs":
        """The PDFs of some sheets, with those that an earlier build has made with the same fonts and libraries."""
        shared = store_of_environment()
        store = PdfStore(folders.root / STORE, font_paths(folders, overlay), libraries(), shared)
        sheets = tuple(sheets)
        ready = store.load_all(sheets)
        return cls(folders.root, _own_fonts(overlay), store, sheets, ready)

    @property
    def links(self) -> dict[str, Pdf | None]:
        """Every PDF by its path in the site; None for one that is still to be made."""
        return {sheet.path: self.ready.get(sheet.path) for sheet in self.sheets}

    @property
    def waiting(self) -> list[Sheet]:
        """The sheets whose PDF is still to be made."""
        return [sheet for sheet in self.sheets if sheet.path not in self.ready]

    def make(self, log: Logger) -> list[Problem]:
        """Make all that are waiting, and show progress; return what is wrong with them. Raises PdfError."""
        problems: list[Problem] = []
        waiting = self.waiting
        with click.progressbar(length=len(waiting), label="Making PDFs", hidden=not waiting) as bar:

            def progress(done: int, of: int) -> None:
                bar.update(1)
                if not sys.stdout.isatty() and (done % EVERY == 0 or done == of):
                    log.info(f"{done} of {of} PDFs are made.")

            for sheet, result in make_pdfs(waiting, self.store, self.root, cores(), progress, self.own_fonts):
                if isinstance(result, Pdf):
                    self.ready[sheet.path] = result
                else:
                    problems += result
        for said in self.store.notes:
            log.info(said)
        return problems

    def make_beside(self, site: Path, is_wanted: Callable[[], bool], log: Logger) -> None:
        """In a thread, make all that are waiting and put each where its links lead, while they are still wanted."""
        threading.Thread(target=self._make_beside, args=(site, is_wanted, log), daemon=True).start()

    def _make_beside(self, site: Path, is_wanted: Callable[[], bool], log: Logger) -> None:
        log.info(f"{len(self.waiting)} PDFs are being made; the pages do not wait for them.")
        workers = max(1, cores() - 1)
        try:
            made = make_pdfs(self.waiting, self.store, self.root, workers, lambda done, of: None, self.own_fonts)
            for sheet, result in made:
                if not is_wanted():
                    return
                if isinstance(result, Pdf):
                    copy_whole(Path(result.file), site / sheet.path)
                else:
                    log.error(report(result))
        except PdfError as error:
            log.error(str(error))
        else:
            log.info("All PDFs are made.")


def _own_fonts(overlay: Overlay | None) -> Path | None:
    """The folder of fonts on top of the guide's: a clinic's, or else that of its language."""
    folders = [layer.folder / FOLDER for layer in overlay.layers] if overlay else []
    return next((folder for folder in reversed(folders) if folder.is_dir()), None)
