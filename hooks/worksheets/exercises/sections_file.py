"""The file that lists the sections of a guide, in reading order."""

from collections.abc import Collection, Iterator
from pathlib import Path

from ..authoring.problems import Problem, nearest
from ..authoring.strict_model import validate
from ..authoring.text_file import read_text
from ..authoring.yaml_document import Document, read_document
from .exercise import Section, Sections

SECTIONS = "sections.yml"


def read_sections(
    path: Path, file: str, exercises: Collection[str]
) -> tuple[tuple[Section, ...], tuple[tuple[str, int], ...], list[Problem]]:
    """The sections, the id and line of each, and what is wrong with them; `exercises` are the ids of those there."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return (), (), [text]
    document, problems = read_document(text, file)
    if problems:
        return (), (), problems
    model, problems = validate(Sections, document)
    sections = model.sections if model else ()
    lines = tuple((one.id, document.line(("sections", place, "id"))) for place, one in enumerate(sections))
    for place, (id_, line) in enumerate(lines):
        if line != (first := next(other for same, other in lines if same == id_)):
            wrong = f"The id `{id_}` is already used in line {first}."
            problems.append(document.problem(("sections", place, "id"), wrong, "Give this section another id."))
    for place, section in enumerate(sections):
        problems += _misplaced(document, place, section, exercises)
    return sections, lines, problems


def _misplaced(document: Document, place: int, section: Section, exercises: Collection[str]) -> Iterator[Problem]:
    """Every name in the order of a section is there, and once."""
    there = {id_.split("/")[1] for id_ in exercises if id_.startswith(f"{section.id}/")}
    for index, name in enumerate(section.order):
        path = ("sections", place, "order", index)
        if name not in there:
            yield document.problem(path, f"There is no exercise `{section.id}/{name}`.", nearest(name, there))
        elif name in section.order[:index]:
            yield document.problem(path, f"`{name}` stands in this order twice.", "Remove one of the two.")
