"""Many PDFs, made over the cores of the machine."""

import gc
import multiprocessing
import os
import random
import site
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache
from multiprocessing.process import BaseProcess
from pathlib import Path

from ..authoring.problems import Problem
from ..rendering.downloads import Pdf
from .booklet import folded
from .pdf_cache import PdfStore
from .sheet import Sheet

Made = tuple[bytes, int, list[str]]
"""A PDF, its number of pages, and what is wrong with it in words."""

Progress = Callable[[int, int], None]
"""Called with the number of PDFs made so far, and of all."""


class PdfError(Exception):
    """The PDFs could not be made, for a reason outside the guide. The message says what to do."""


def cores() -> int:
    """How many processes can work at once: as many as `JOBS` in the environment says, or one on each core."""
    wanted = os.environ.get("JOBS", "")
    if wanted.isdecimal() and int(wanted):
        return int(wanted)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_pdfs(
    sheets: Iterable[Sheet],
    store: PdfStore,
    folder: Path,
    workers: int,
    progress: Progress,
    own_fonts: Path | None = None,
) -> Iterator[tuple[Sheet, Pdf | list[Problem]]]:
    """Make and store the PDFs that are not stored yet, in the order in which they are finished.

    `own_fonts` is the folder of a clinic's fonts. Yields each with its PDF, or with what is wrong with it. Raises
    PdfError.
    """
    every = list(sheets)
    waiting = [sheet for sheet in every if not sheet.folded]
    waiting.sort(key=lambda sheet: len(sheet.more), reverse=True)  # so that what shares most is found first
    made = _made(waiting, store, folder, workers, own_fonts) if waiting else ()
    try:
        for done, (sheet, result) in enumerate(made, 1):
            yield sheet, result if isinstance(result, Pdf) else _saved(sheet, result, store)
            progress(done, len(every))
        for done, (sheet, booklet) in enumerate(_folded(every, store), len(waiting) + 1):
            yield sheet, booklet
            progress(done, len(every))
    except OSError as error:
        reason = error.strerror or str(error)
        raise PdfError(f"A PDF could not be written to {store.folder}: {reason}. Make room and build again.") from error
    except BrokenProcessPool as error:
        raise PdfError(
            "The process that makes the PDFs was killed, perhaps because memory ran out. Build again."
        ) from error


def _saved(sheet: Sheet, made: Made, store: PdfStore) -> Pdf | list[Problem]:
    """The PDF in the store, or what is wrong with it."""
    pdf, pages, wrong = made
    write = "Change it, or the part of the sheet around it."
    return [Problem(sheet.file, 1, sheet.path, what, write) for what in wrong] or store.save(sheet, pdf, pages)


def _folded(sheets: Iterable[Sheet], store: PdfStore) -> Iterator[tuple[Sheet, Pdf]]:
    """Fold the booklets among some sheets of their pages, which are stored by now unless something is wrong there."""
    for sheet in sheets:
        pages = store.load(replace(sheet, folded=False)) if sheet.folded else None
        if pages:
            yield sheet, store.save(sheet, *folded(Path(pages.file).read_bytes()))


def _made(
    sheets: list[Sheet], store: PdfStore, folder: Path, workers: int, own_fonts: Path | None
) -> Iterator[tuple[Sheet, Made | Pdf]]:
    """Every sheet with what was made of it, or with its PDF where another build has made that meanwhile.

    Builds that run side by side, each alone, take the sheets that they share in orders of their own: so two seldom make
    the same one at once.
    """
    jobs = _jobs(sheets, workers)
    if workers == 1 or len(jobs) == 1:
        for job in random.sample(jobs, len(jobs)):
            ready = [(sheet, pdf) for sheet in job if (pdf := store.load(sheet))]
            yield from ready
            wanted = [sheet for sheet in job if sheet not in [one for one, _ in ready]]
            yield from zip(wanted, _make(wanted, folder, own_fonts), strict=True)
        return
    # Not forked from here: while serving, this process has threads.
    context = multiprocessing.get_context("spawn")
    hooks = str(Path(__file__).parents[2])  # MkDocs lets hooks import from there, and tells no other process
    with ProcessPoolExecutor(min(workers, len(jobs)), context, site.addsitedir, (hooks,)) as pool:
        futures: dict[Future[list[Made]], list[Sheet]] = {
            pool.submit(_make_in_worker, job, folder, own_fonts): job for job in jobs
        }
        try:
            for future in as_completed(futures):
                yield from zip(futures[future], future.result(), strict=True)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _jobs(sheets: Iterable[Sheet], workers: int = 1) -> list[list[Sheet]]:
    """What one process makes: the sheets that share a document, so that it is laid out once.

    Where that would keep one worker busy while others have nothing to do, it gives away sheets of one document, which
    are then laid out again.
    """
    jobs: list[list[Sheet]] = []
    job_of: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        job = next((job_of[html] for html in sheet.leaves if html in job_of), None)
        if job is None:
            jobs.append(job := [])
        job.append(sheet)
        job_of |= dict.fromkeys(sheet.leaves, job)
    fair = sum(map(_work, jobs)) / workers
    alone: list[list[Sheet]] = []
    for job in jobs:
        small = [sheet for sheet in job if not sheet.more]
        while small and _work(job) > fair and len(job) > 1:
            alone.append([small.pop()])
            job.remove(alone[-1][0])
    return sorted([*jobs, *alone], key=_work, reverse=True)  # so that all end together


def _work(job: Sequence[Sheet]) -> int:
    """How much work some sheets are: laying out a document takes twice as long as writing it into a PDF."""
    written = sum(len(html) for sheet in job for html in sheet.documents)
    return written + 2 * sum(map(len, {html for sheet in job for html in sheet.documents}))


def _make_in_worker(sheets: list[Sheet], folder: Path, own_fonts: Path | None) -> list[Made]:
    _end_with_parent()
    return _make(sheets, folder, own_fonts)


def _make(sheets: list[Sheet], folder: Path, own_fonts: Path | None) -> list[Made]:
    from .layouts import Layouts
    from .pdf_maker import make_pdf  # loads Pango, which a guide without sheets can do without

    # Laying out makes millions of objects that live until the end: to search them for rubbish takes a fifth of it.
    gc.disable()
    try:
        asked_for = Counter(
            html for sheet in sheets for html in (*sheet.leaves, sheet.binding.note, sheet.binding.foot)
        )
        layouts = Layouts(folder, own_fonts, {html for html, times in asked_for.items() if times > 1})
        return [make_pdf(sheet, layouts) for sheet in sheets]
    finally:
        gc.enable()


@cache
def _end_with_parent() -> None:
    """Let this process end when the one that started it is killed, instead of working on for nobody."""
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_wait_for, args=(parent,), daemon=True).start()


def _wait_for(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
