"""A brand that is one row of a table over another brand: what the row says takes the place of what the other says.

The columns are the keys of brand.yml, with a dot where one is inside another, such as `contacts.phone`. An empty cell
changes nothing. Pictures, and files of helplines, are named from the folder of the brand below.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from ..authoring.model_places import takes_numbers
from ..authoring.problems import Problem
from ..authoring.text_file import read_text
from ..authoring.yaml_document import WHOLE_NUMBER, Document, Trail, read_document

SHORT = {
    "phone": "contacts.phone",
    "hours": "contacts.hours",
    "email": "contacts.email",
    "address": "contacts.address",
    "web": "contacts.web",
    "logo": "logo.screen",
    "primary": "colours.primary",
    "accent": "colours.accent",
}
"""Shorter names for the columns that most tables have."""

NOTHING = "-"
"""A cell that takes away what the brand below says."""

BETWEEN = re.compile(r"\s*[|\n]\s*")
"""What is between two items of a list in a cell."""

FILES = ("helplines", "more-helplines")
"""The columns that name a file, because helplines do not fit into a cell."""

AS_YAML = re.compile(r"^(?:Write|Add) `[^`]*: …`")


@dataclass(frozen=True)
class Branch:
    """One row: the file and its line, from 1, and the text of its cells by the name of their column."""

    file: str
    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class BranchDocument(Document):
    """A brand.yml with a row on top. What is wrong in a cell is told with the row and the column."""

    branch: Branch = field(default_factory=lambda: Branch("", 1, {}))
    columns: Mapping[Trail, str] = field(default_factory=dict)
    """The column of each value that the row has brought."""
    files: Mapping[str, Document] = field(default_factory=dict)
    """The files that the row names, by column."""

    def problem(self, path: Sequence[str | int], wrong: str, write: str) -> Problem:
        """A problem at a place in brand.yml, in the row, or in the file of helplines that the row names."""
        trail = tuple(path)
        if trail[:1] and (file := self.files.get(str(trail[0]))):
            return file.problem(trail[1:], wrong, write)
        if column := self._column(trail):
            told = AS_YAML.sub("Correct the cell", write).replace('`"', "`").replace('"`', "`")
            return Problem(self.branch.file, self.branch.line, f"column {column}", wrong, told)
        return super().problem(trail, wrong, write)

    def _column(self, trail: Trail) -> str:
        """The column that a place belongs to; empty for what brand.yml says itself."""
        for length in range(len(trail), 0, -1):
            if trail[:length] in self.columns:
                return self.columns[trail[:length]]
        inside = any(brought[: len(trail) - 1] == trail[:-1] for brought in self.columns) if len(trail) > 1 else False
        return ".".join(map(str, trail)) if inside and trail[:1] not in self.lines else ""


def trail_of(column: str) -> Trail:
    """The way to the key that a column stands for."""
    return tuple(SHORT.get(column, column).split("."))


@cache
def columns_of(model: type[BaseModel]) -> dict[Trail, Any]:
    """Every key that a column can stand for, with its type; keys inside others have the way to them."""
    return dict(_keys(model, ()))


def _keys(model: type[BaseModel], way: Trail) -> Iterator[tuple[Trail, Any]]:
    for name, info in model.model_fields.items():
        trail, inner = (*way, info.alias or name), _model_in(info.annotation)
        if inner is None or trail in [(name,) for name in FILES]:
            yield trail, info.annotation
        else:
            yield from _keys(inner, trail)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a key holds, if it holds one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(one) for one in get_args(annotation))
    return next((one for one in found if one), None)


def laid_over(model: type[BaseModel], document: Document, branch: Branch, home: Path) -> tuple[Document, list[Problem]]:
    """The document of a brand with a row on top, whose columns are known; `home` is the folder of the brand."""
    types = columns_of(model)
    value: dict[str, Any] = deepcopy(document.value) if isinstance(document.value, dict) else {}
    columns: dict[Trail, str] = {}
    files: dict[str, Document] = {}
    problems: list[Problem] = []
    for column, text in branch.cells.items():
        trail = trail_of(column)
        if not text or trail not in types:
            continue
        written: Any = None if text == NOTHING else _typed(text, types[trail])
        if column in FILES and written is not None:
            file, found = _file(branch, column, text, home)
            problems += found
            files |= {column: file} if file else {}
            written = file.value if file else None
        _put(value, trail, written)
        columns[trail] = column
    merged = BranchDocument(
        document.file, value, document.lines, document.nothing, document.in_brackets, branch, columns, files
    )
    return merged, problems


def _typed(text: str, annotation: Any) -> Any:
    """What a cell means as a value of a type; what does not fit stays text, for the model to refuse."""
    if "tuple" in str(annotation).casefold():
        return [item for item in BETWEEN.split(text) if item]
    if takes_numbers(annotation) and WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if annotation is bool:
        return {"true": True, "false": False}.get(text.casefold(), text)
    return text


def _put(value: dict[Any, Any], trail: Trail, written: Any) -> None:
    """Set a key, or take it away if there is nothing to write."""
    *way, last = trail
    for step in way:
        inner = value.get(step)
        value[step] = inner if isinstance(inner, dict) else {}
        value = value[step]
    if written is None:
        value.pop(last, None)
    else:
        value[last] = written


def _file(branch: Branch, column: str, name: str, home: Path) -> tuple[Document | None, list[Problem]]:
    """The file that a row names in a column."""
    text = read_text(home / name, name)
    if isinstance(text, Problem):
        wrong, write = f"There is no file “{name}” beside brand.yml.", "Put it there, or correct the name."
        missing = Problem(branch.file, branch.line, f"column {column}", wrong, write)
        return None, [text if (home / name).is_file() else missing]
    return read_document(text, f"{home.name}/{name}")
