"""One exercise in every form, so that its author sees them side by side; whatever the copy itself offers."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from .authoring.problems import nearest, report
from .authoring.source_files import Folders
from .build import Build
from .build_start import BuildError, sheet_context
from .editions.brand import FORMATS
from .exercises.exercise_addresses import PAPERS, exercise_word
from .fhir.questionnaires import questionnaires
from .paper.all_pdfs import AllPdfs
from .paper.font_files import read_fonts
from .paper.pdf_pool import PdfError
from .paper.sheet_writer import SheetWriter
from .pyproject import version
from .rendering.renderer import Renderer
from .word.all_documents import word_files
from .word.word_writer import WordWriter

NAMES = tuple(paper.name for paper in PAPERS)
"""Both papers."""


def export(build: Build, id_: str, folder: Path) -> list[Path]:
    """Write every form of an exercise into a folder: PDFs, Word, FHIR. BuildError says why it cannot.

    The web form is not among them: `make serve` shows it, and follows changes.
    """
    entries = build.guide.catalogue.entries
    if id_ not in entries:
        raise BuildError(f"There is no exercise “{id_}”. {nearest(id_, entries)} Write for example growth/my-year.")
    build.renderer.brand = build.edition.brand.model_copy(
        update={"formats": FORMATS, "papers": NAMES, "large_print": True, "copies": True}
    )
    written = []
    for path, content in _files(build, build.renderer, id_):
        target = folder / PurePosixPath(path).name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        written.append(target)
    return written


def _files(build: Build, renderer: Renderer, id_: str) -> Iterator[tuple[str, bytes]]:
    """The name of every file with what it holds."""
    yield from _pdfs(build, renderer, id_)
    documents = WordWriter(renderer, build.host.address, build.edition.reviews).all()
    yield from word_files(one for one in documents if one.path == exercise_word(id_)).items()
    asked = questionnaires(renderer, build.edition.reviews, build.host.address, version(build.host.root))
    name = id_.replace("/", ".")
    for path, text in asked.items():
        release, file = PurePosixPath(path).parts[-2:]
        if file == f"{name}.json":
            yield f"{name}-{release.lower()}.json", text.encode()


def _pdfs(build: Build, renderer: Renderer, id_: str) -> Iterator[tuple[str, bytes]]:
    folders, overlay = Folders.of(build.host.root, build.host.docs), build.edition.overlay
    fonts, problems = read_fonts(folders, overlay)
    sheets = SheetWriter(renderer, sheet_context(build, fonts)).of_exercise(build.guide.catalogue.entries[id_])
    pdfs = AllPdfs.of(sheets, folders, overlay)
    try:
        problems += pdfs.make(build.host.log)
    except PdfError as error:
        raise BuildError(str(error)) from error
    if problems:
        raise BuildError(report(problems))
    yield from ((path, Path(pdf.file).read_bytes()) for path, pdf in pdfs.ready.items())
