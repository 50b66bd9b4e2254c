"""Every path of the site and the file of the author that makes it: no two files may make one path."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from ..authoring.problems import Problem
from ..authoring.source_files import Folders, Overlay
from ..authoring.yaml_document import Document
from ..exercises.exercise_addresses import (
    BOOKLETS,
    BRAND_STYLE,
    EBOOK,
    FILTERS_STYLE,
    HALVES,
    KINDS_STYLE,
    LARGE_PRINT,
    PAPERS,
    QUESTIONNAIRES,
    book_pdf,
    clinician_pdf,
    exercise_page,
    exercise_pdf,
    exercise_style,
    exercise_word,
    pack_page,
    pack_pdf,
    pack_word,
    section_pdf,
    section_word,
    workbook_pdf,
)
from ..exercises.sections_file import SECTIONS
from ..guide.page_files import PACKED, TEXTS, WRITTEN_BY_BUILD, looks_like_a_page
from ..guide.whole_guide import Guide
from .brand import BRAND, Brand
from .disk_names import unfit
from .web_manifest import MANIFEST


@dataclass(frozen=True)
class Maker:
    """What makes a path: a file of the author, and the place in it; without a file, it is the build itself."""

    file: str
    place: str = ""
    line: int = field(default=1, compare=False)

    def __str__(self) -> str:
        return " ".join(filter(None, [self.file or "the build itself", self.place]))


BUILD = Maker("")
BY_THE_BUILD = (BRAND_STYLE, KINDS_STYLE, FILTERS_STYLE, MANIFEST, QUESTIONNAIRES, *WRITTEN_BY_BUILD)
"""What every build writes, whatever the author wrote."""
BOUND = (*PAPERS, *HALVES, *BOOKLETS)
"""The papers of what holds several exercises, whether or not a copy makes booklets of it."""


def clashes(
    guide: Guide, brand: Brand, document: Document, folders: Folders, overlay: Overlay | None
) -> Iterator[Problem]:
    """Every two files that would make the same path, at the second of them, and every name unfit for some disk."""
    makers: dict[tuple[str, str], Maker] = {}
    reported: set[tuple[Maker, Maker]] = set()
    for path, maker in _paths(guide, brand, document, folders, overlay):
        if (why := unfit(path)) and (maker, maker) not in reported:
            reported.add((maker, maker))
            wrong = f"A name that {why} cannot be on every disk, nor in a zip."
            yield Problem(maker.file, maker.line, maker.place, wrong, "Rename it, with letters, digits and hyphens.")
        for address in _published(path):
            other = makers.setdefault(address, maker)
            if other != maker and (other, maker) not in reported:
                reported.add((other, maker))
                yield _clash(path, maker, other)


def _clash(path: str, maker: Maker, other: Maker) -> Problem:
    wrong = f"Its {_kind(path)} would be {path}, and {other} makes one of that name too."
    write = "Give one of the two another name."
    if other is BUILD and not maker.place:
        wrong = "The build writes this place of the site itself, so this file would never be seen."
        write = "Remove it, or give it another name."
    return Problem(maker.file, maker.line, maker.place, wrong, write)


def _paths(
    guide: Guide, brand: Brand, document: Document, folders: Folders, overlay: Overlay | None
) -> Iterator[tuple[str, Maker]]:
    """Every path in the site, pages as if they stood in `docs/`, with what makes it.

    An exercise has the path of its private copies whatever it asks, so that its fields cannot clash with a name.
    """
    yield from ((path, BUILD) for path in (*BY_THE_BUILD, EBOOK))
    yield from ((of(paper), BUILD) for of in (book_pdf, clinician_pdf) for paper in PAPERS)
    yield from ((workbook_pdf(paper), BUILD) for paper in BOUND)
    yield from ((path, Maker(file)) for path, file in _files(guide, folders).items())
    has_word = "docx" in brand.formats
    sections = folders.name(folders.exercises / SECTIONS)
    for section in guide.catalogue.sections:
        maker = Maker(sections, section.id, guide.catalogue.section_line(section.id))
        yield from ((section_pdf(section.id, paper), maker) for paper in BOUND)
        yield from [(section_word(section.id), maker)] if has_word else ()
    for id_, pack in guide.packs.documents.items():
        maker = Maker(pack.file)
        yield pack_page(id_), maker
        yield from ((pack_pdf(id_, paper), maker) for paper in BOUND)
        yield from [(pack_word(id_), maker)] if has_word else ()
    for id_ in guide.catalogue.entries:
        maker = Maker(guide.catalogue.documents[id_].file)
        yield exercise_page(id_), maker
        yield exercise_style(id_), maker
        yield from [(exercise_word(id_), maker)] if has_word else ()
        yield from ((exercise_pdf(id_, paper), maker) for paper in (*PAPERS, *LARGE_PRINT))
        yield from ((exercise_pdf(id_, paper, copies=True), maker) for paper in PAPERS)
    clinics = overlay.own_layers if overlay else ()
    home = f"{clinics[0].name}/" if clinics else ""
    for key, image in brand.images_by_key:
        yield image.published, Maker(f"{home}{BRAND}", image.name, document.line(key))
    for relative, source in overlay.files("stylesheets", "*.css").items() if overlay else ():
        yield f"assets/brand/{relative.as_posix()}", Maker(source.file)


def _files(guide: Guide, folders: Folders) -> dict[str, str]:
    """What problems call the pages and the files beside them, by path in `docs/`."""
    beside = {path: folders.name(file) for path, file in guide.files.items() if not looks_like_a_page(file)}
    return {page.path: page.file for page in guide.pages} | beside


def _published(path: str) -> Iterator[tuple[str, str]]:
    """Where a path is found in a site with a folder for each page, and in one that is opened from a folder.

    Some disks know no capitals, and some spell an accented letter in one way only: there, two paths would be one.
    Beside every text lie its packed copies.
    """
    name = Path(path)
    flat = folders = path
    if name.suffix == ".md":
        stem = "index" if name.name == "README.md" else name.stem
        flat = name.with_name(f"{stem}.html").as_posix()
        folders = flat if stem == "index" else (name.with_suffix("") / "index.html").as_posix()
    for form, place in (("folders", folders), ("flat", flat)):
        packed = PACKED if Path(place).suffix in TEXTS else ()
        yield from ((form, _on_any_disk(place + ending)) for ending in ("", *packed))


def _on_any_disk(path: str) -> str:
    return normalize("NFC", path).casefold()


def _kind(path: str) -> str:
    return {".md": "page", ".pdf": "PDF", ".css": "stylesheet", ".docx": "file for Word"}.get(Path(path).suffix, "file")
