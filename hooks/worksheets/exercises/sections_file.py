"""The file that lists the sections of a guide, in reading order."""

from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.strict_model import validate
from ..authoring.text_file import read_text
from ..authoring.yaml_document import read_document
from .exercise import Section, Sections

SECTIONS = "sections.yml"


def read_sections(path: Path, file: str) -> tuple[tuple[Section, ...], tuple[tuple[str, int], ...], list[Problem]]:
    """The sections, the id and line of each, and what is wrong with them."""
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
    return sections, lines, problems
