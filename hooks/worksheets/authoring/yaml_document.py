"""A YAML file as plain values, each with the line it stands on.

The subset is what authors need: maps, lists and scalars. Anchors, aliases, tags and repeated keys are mistakes. Plain
scalars follow YAML 1.2, so that `yes`, `no` and `off` stay words, and dates stay text for the model to read.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

LARGEST = 128 * 1024
"""The largest file that is read, in bytes."""

DEEPEST = 12
"""How deep maps and lists may nest."""

WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,9}")
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

Trail = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """The values of one YAML file.

    `value` is made of dict, list, str, int, bool and None; `lines` maps a path of keys and indexes to a line from 1.
    """

    file: str
    value: Any
    lines: dict[Trail, int] = field(default_factory=dict)

    def line(self, path: Sequence[str | int]) -> int:
        """The line of a value, or of the nearest thing around it."""
        trail = tuple(path)
        while trail and trail not in self.lines:
            trail = trail[:-1]
        return self.lines.get(trail, 1)

    def place(self, path: Sequence[str | int]) -> str:
        """The path in an author's words, such as `parts 1 › fields 2 “heat” › label`; counts from 1."""
        words: list[str] = []
        value = self.value
        for step in path:
            if isinstance(step, int):
                value = value[step] if isinstance(value, list) and step < len(value) else None
                name = value.get("id") if isinstance(value, dict) else None
                words[-1:] = [f"{words[-1] if words else 'item'} {step + 1}" + (f" “{name}”" if name else "")]
            else:
                value = value.get(step) if isinstance(value, dict) else None
                words.append(step)
        return " › ".join(words)

    def problem(self, path: Sequence[str | int], wrong: str, write: str) -> Problem:
        """A problem at a place in this file."""
        return Problem(self.file, self.line(path), self.place(path), wrong, write)


def read_text(path: Path, file: str) -> str | Problem:
    """The text of a file that an author wrote, or the problem that keeps it from being read."""
    try:
        if path.stat().st_size > LARGEST:
            return Problem(file, 1, "", f"The file is larger than {LARGEST // 1024} kB.", "Split it into smaller ones.")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Problem(file, 1, "", f"The file is not UTF-8 (byte {error.start}).", "Save it as UTF-8.")
    except OSError as error:
        return Problem(file, 1, "", f"The file cannot be read: {error.strerror}.", "Check its name and rights.")


def read_document(text: str, file: str) -> tuple[Document, list[Problem]]:
    """Read the text of a YAML file. With problems, `value` holds what could be read, or None."""
    problems: list[Problem] = []
    try:
        _check_shape(text, file, problems)
        if problems:
            return Document(file, None), problems
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        said = (error.problem or "something is off").strip().capitalize()
        if error.context_mark and error.context_mark.line + 1 != line:
            said += f" for what began in line {error.context_mark.line + 1}"
        return Document(file, None), [
            Problem(file, line, "", f"This is not YAML: {said}.", "Check the indent, colons and quotes on this line.")
        ]
    except (yaml.YAMLError, ValueError) as error:
        said = str(error).splitlines()[0]
        return Document(file, None), [Problem(file, 1, "", f"This is not YAML: {said}.", "Remove the odd character.")]
    lines: dict[Trail, int] = {}
    value = _value(node, (), lines, file, problems) if node is not None else None
    return Document(file, value, lines), problems


def _check_shape(text: str, file: str, problems: list[Problem]) -> None:
    """Refuse what could make a small file large or deep, before anything is built from it."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > DEEPEST:
                problems.append(Problem(file, line, "", f"Nested deeper than {DEEPEST} levels.", "Use fewer levels."))
                return
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        if getattr(event, "anchor", None):
            problems.append(Problem(file, line, "", "Anchors and aliases are not used here.", "Write the text out."))
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            problems.append(Problem(file, line, "", f"Tags such as `{tag}` are not used here.", "Remove the tag."))


def _value(node: yaml.Node, path: Trail, lines: dict[Trail, int], file: str, problems: list[Problem]) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, index), lines, file, problems) for index, item in enumerate(node.value)]
    mapping: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(file, line, "", "A key must be a word.", "Write `key: value`."))
            continue
        key = key_node.value
        if key in mapping:
            problems.append(Problem(file, line, "", f"The key `{key}` stands twice.", "Keep one of the two."))
            continue
        lines[(*path, key)] = line
        mapping[key] = _value(value_node, (*path, key), lines, file, problems)
    return mapping


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    if not node.style:  # plain: the C parser says '', the other None
        if node.value in WORDS:
            return WORDS[node.value]
        if WHOLE_NUMBER.fullmatch(node.value):
            return int(node.value)
    return str(node.value)
