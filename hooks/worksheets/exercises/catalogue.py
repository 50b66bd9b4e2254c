"""All exercises of a guide, by id, with the rules that hold between them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..authoring.problems import Problem, nearest
from ..authoring.source_files import Overlay, Source, almost, files_in
from ..authoring.strict_model import typed, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import ID
from ..authoring.words import SOURCE
from ..authoring.yaml_document import Document, read_document
from .example_checks import example_misfits
from .exercise import Exercise, Section
from .exercise_addresses import exercise_anchor
from .exercise_checks import misfits, mistakes_in_exercise, repeated_ids, written_fields
from .field import Field, Question
from .kinds import default_words
from .sections_file import SECTIONS, read_sections

ENDING = ".yml"


@dataclass(frozen=True)
class Entry:
    """An exercise in its place. `id` is its path without `.yml`; `section` is the chapter that it belongs to."""

    id: str
    section: Section
    exercise: Exercise
    language: str = SOURCE
    """In which its author wrote."""

    @property
    def original(self) -> str:
        """The id of the exercise of which this may be a copy, whose own goes on after two hyphens."""
        return self.id.split("--")[0]

    @property
    def anchor(self) -> str:
        """What the ids and names of all its controls begin with."""
        return exercise_anchor(self.id)

    def control_id(self, field: Field) -> str:
        """The id of a field in a page: its own, or its place where it has none."""
        place = next(index for index, one in enumerate(self.exercise.fields, 1) if one is field)
        return f"{self.anchor}--{field.id if isinstance(field, Question) else f'at-{place}'}"

    def place_of_name(self, number: int) -> str:
        """What each place for the name of one of two people, 1 or 2, is called: the copies for the two share it.

        No field has such an id: those begin with a letter.
        """
        return f"{exercise_anchor(self.original)}--{number}"


@dataclass(frozen=True)
class Catalogue:
    """The sections in reading order, and the sound exercises by id, in the order of sections and of what they name."""

    sections: tuple[Section, ...]
    entries: dict[str, Entry]
    documents: dict[str, Document]
    """Every file, sound or not, by id: what rules and messages point at."""
    language: str = SOURCE
    """In which the titles of sections are written."""
    file: str = ""
    """What problems call the file that lists the sections."""
    own: frozenset[str] = frozenset()
    """The ids of those exercises that are a clinic's, sound or not."""
    section_lines: tuple[tuple[str, int], ...] = ()
    """The id of each section, and the line of that file in which it begins."""

    def section_line(self, section: str) -> int:
        """The line of that file in which a section begins, by its id."""
        return dict(self.section_lines).get(section, 1)

    def onward(self, entry: Entry) -> list[tuple[Entry, str]]:
        """The exercises that may come after one, as far as they are there, each with the reason to go there."""
        return [(self.entries[way.go], way.why) for way in entry.exercise.next_ if way.go in self.entries]

    def of(self, section: Section) -> list[Entry]:
        """The exercises of a section, those for two people first, each followed by its way to do it alone."""
        mine = [entry for entry in self.entries.values() if entry.section == section]
        partners = {entry.exercise.alone: index for index, entry in enumerate(mine) if entry.exercise.alone}
        return sorted(
            mine,
            key=lambda entry: (
                partners.get(entry.id, mine.index(entry)),
                entry.exercise.for_ != "both",
            ),
        )


def read_catalogue(folder: Path, name: str, overlay: Overlay | None = None) -> tuple[Catalogue, list[Problem]]:
    """Read all exercises below a folder that problems call `name`. With problems, it holds what is sound.

    A file of the overlay takes the place of one with the same path.
    """
    found_here = ((path.relative_to(folder), path) for path in files_in(folder, "**/*"))
    files = {relative: Source(path, f"{name}/{relative.as_posix()}", None) for relative, path in found_here}
    files |= overlay.files("exercises", "*") if overlay else {}
    files = {relative: source for relative, source in files.items() if almost(relative, ENDING, ".yaml")}
    listed = files.pop(Path(SECTIONS), Source(folder / SECTIONS, f"{name}/{SECTIONS}", None))
    ids = {relative.with_suffix("").as_posix() for relative in files}
    sections, lines, problems = read_sections(listed.path, listed.file, ids)
    by_id = {section.id: section for section in sections}
    order = {id_: place for place, id_ in enumerate(by_id)}
    entries: dict[str, Entry] = {}
    documents: dict[str, Document] = {}
    for relative, source in sorted(files.items()):
        misplaced = _misplaced(relative, source.file, by_id)
        if misplaced:
            problems.append(misplaced)
            continue
        document, exercise, found = read_exercise(source)
        problems += found
        id_ = relative.with_suffix("").as_posix()
        documents[id_] = document
        if exercise and relative.parts[0] in by_id:
            language = source.said_to_be(exercise.language).language
            entries[id_] = Entry(id_, by_id[relative.parts[0]], exercise, language)
    entries = dict(sorted(entries.items(), key=lambda item: _place(item[1], order)))
    own = frozenset(relative.with_suffix("").as_posix() for relative, source in files.items() if source.own)
    catalogue = Catalogue(sections, entries, documents, listed.language, listed.file, own, lines)
    problems += [problem for id_ in documents for problem in mistakes_in_exercise(id_, documents)]
    return catalogue, problems


def _place(entry: Entry, sections: dict[str, int]) -> tuple[int, int, str]:
    """By which exercises are sorted; a copy stands behind what it is a copy of."""
    names = entry.section.order
    name = entry.original.split("/")[1]
    return sections[entry.section.id], names.index(name) if name in names else len(names), entry.id


def unknown_evidence(catalogue: Catalogue, known: Collection[str]) -> Iterator[Problem]:
    """Every key under `evidence` is in the bibliography."""
    for document in catalogue.documents.values():
        keys = document.value.get("evidence") if isinstance(document.value, dict) else None
        for index, key in enumerate(keys if isinstance(keys, list) else []):
            if isinstance(key, str) and key not in known:
                wrong = f"`{key}` is not in sources/references.bib."
                yield document.problem(("evidence", index), wrong, nearest(key, known) or "Add it there.")


def _misplaced(relative: Path, file: str, sections: Collection[str]) -> Problem | None:
    if relative.suffix != ENDING:
        wrong = f"The name ends in `{almost(relative, ENDING, '.yaml')}`."
        return Problem(file, 1, "", wrong, f"Rename it so that it ends in `{ENDING}`.")
    if len(relative.parts) != 2 or (sections and relative.parts[0] not in sections):
        return Problem(file, 1, "", "This is not in the folder of a section.", nearest(relative.parts[0], sections))
    if not ID.fullmatch(relative.stem):
        return Problem(
            file,
            1,
            "",
            f"“{relative.stem}” isn't a valid id.",
            "Name it with small letters, digits and single hyphens.",
        )
    return None


def read_exercise(source: Source) -> tuple[Document, Exercise | None, list[Problem]]:
    """One exercise by itself, without the rules between files: its document, its model if sound, its problems."""
    text = read_text(source.path, source.file)
    if isinstance(text, Problem):
        return Document(source.file, None), None, [text]
    document, problems = read_document(text, source.file)
    if problems:
        return document, None, problems
    if words := source.said_to_be(typed(Exercise, document.value, "language")).words:
        for _, field in written_fields(document):
            field |= {key: value for key, value in default_words(field.get("kind"), words).items() if key not in field}
    exercise, problems = validate(Exercise, document)
    problems += repeated_ids(document)
    problems += misfits(exercise, document) if exercise else ()
    problems += example_misfits(document)
    problems += source.unknown_language(exercise.language if exercise else None, text)
    return document, exercise if not problems else None, problems
