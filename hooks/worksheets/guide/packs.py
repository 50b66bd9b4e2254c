"""Packs: some exercises in an order, for one occasion. Each is a file of `packs/`, and its name is its id."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field as Setting

from ..authoring.days import PastDay
from ..authoring.problems import Problem, nearest
from ..authoring.source_files import Overlay, Source, almost, files_in
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import ID, Label, Language, Line, Prose
from ..authoring.words import SOURCE
from ..authoring.yaml_document import Document, Trail, read_document
from .markers import OF_FORMS
from .page import Page

ENDING = ".yml"


class Pack(Strict):
    """One pack."""

    title: Label
    """short and neutral: it stands on paper"""
    language: Language | None = None
    """the language of this file, such as `en`, where it is not that of the others in its folder"""
    for_whom: Line
    """whom it is for, in one sentence"""
    note: Prose
    """what to read first"""
    stop: Prose
    """when to stop or not to start"""
    last_reviewed: PastDay
    """the day when somebody last read it for truth, such as 2026-11-30"""
    pages: Annotated[tuple[Line, ...], Setting(max_length=4, json_schema_extra={"uniqueItems": True})] = ()
    """paths in `docs/` of pages that are printed before the exercises"""
    exercises: Annotated[
        tuple[Line, ...], Setting(min_length=1, max_length=20, json_schema_extra={"uniqueItems": True})
    ]
    """ids of exercises, in the order in which they come"""

    @property
    def texts(self) -> tuple[str, ...]:
        """All that a reader reads, in Markdown."""
        return (self.title, self.for_whom, self.note, self.stop)


@dataclass(frozen=True)
class PackEntry:
    """A pack in its place: `id` is the name of its file, and `language` that in which its author wrote."""

    id: str
    pack: Pack
    language: str = SOURCE


@dataclass(frozen=True)
class Packs:
    """The sound packs by id, in the order of their names."""

    entries: dict[str, PackEntry] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    """Every file, sound or not, by id: what rules and messages point at."""
    own: frozenset[str] = frozenset()
    """The ids of those packs that are a clinic's, sound or not."""


def read_packs(folder: Path, name: str, overlay: Overlay | None = None) -> tuple[Packs, list[Problem]]:
    """Read the packs of a folder that problems call `name`. A clinic's takes the place of one with the same name."""
    files = {
        path.relative_to(folder): Source(path, f"{name}/{path.relative_to(folder).as_posix()}", None)
        for path in files_in(folder, "**/*")
    }
    files |= overlay.files("packs", "*") if overlay else {}
    packs = Packs(own=frozenset(path.stem for path, source in files.items() if source.own))
    problems: list[Problem] = []
    for relative, source in sorted(files.items()):
        if not almost(relative, ENDING, ".yaml"):
            continue
        if misnamed := _misnamed(relative, source.file):
            problems.append(misnamed)
            continue
        document, pack, found = _read_pack(source)
        problems += found
        packs.documents[relative.stem] = document
        if pack:
            packs.entries[relative.stem] = PackEntry(relative.stem, pack, source.said_to_be(pack.language).language)
    return packs, problems


def _misnamed(relative: Path, file: str) -> Problem | None:
    if relative.suffix != ENDING:
        wrong = f"The name ends in `{almost(relative, ENDING, '.yaml')}`."
        return Problem(file, 1, "", wrong, f"Rename it so that it ends in `{ENDING}`.")
    if len(relative.parts) != 1:
        return Problem(file, 1, "", "A pack cannot be in a folder of its own.", "Move it up, into `packs`.")
    if not ID.fullmatch(relative.stem):
        wrong = f"“{relative.stem}” isn't a valid id."
        return Problem(file, 1, "", wrong, "Name it with small letters, digits and single hyphens.")
    return None


def _read_pack(source: Source) -> tuple[Document, Pack | None, list[Problem]]:
    text = read_text(source.path, source.file)
    if isinstance(text, Problem):
        return Document(source.file, None), None, [text]
    document, problems = read_document(text, source.file)
    if problems:
        return document, None, problems
    pack, problems = validate(Pack, document)
    problems += source.unknown_language(pack.language if pack else None, text)
    return document, pack, problems


def misfilled_packs(packs: Packs, exercises: Collection[str], pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Every exercise and every page of a pack is there, once; no page has a form, which would be in there twice.

    It reads plain values, so that a typing mistake elsewhere in the file hides nothing.
    """
    for document in packs.documents.values():
        yield from _misnamed_items(document, "exercises", exercises)
        yield from _misnamed_items(document, "pages", pages)
        for trail, path in _items(document, "pages"):
            markers = pages[path].markers if path in pages else ()
            if form := next((marker for marker in markers if marker.word in OF_FORMS), None):
                wrong = f"`{path}` shows an exercise in its line {form.line}, and a pack prints its text only."
                yield document.problem(trail, wrong, "Name the exercise under `exercises`, and another page here.")


def _misnamed_items(document: Document, key: str, known: Collection[str]) -> Iterator[Problem]:
    names: list[str] = []
    for trail, name in _items(document, key):
        if name not in known:
            yield document.problem(trail, f"There is no {key.removesuffix('s')} `{name}`.", nearest(name, known))
        elif name in names:
            yield document.problem(trail, f"`{name}` stands here twice.", "Name it once.")
        names.append(name)


def _items(document: Document, key: str) -> Iterator[tuple[Trail, str]]:
    """The texts in a list of a file, each with its path."""
    written = document.value.get(key) if isinstance(document.value, dict) else None
    for index, name in enumerate(written if isinstance(written, list) else ()):
        if isinstance(name, str):
            yield (key, index), name
