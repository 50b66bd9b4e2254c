"""A YAML file as plain values, each with its line.

The subset is what authors need: maps, lists and scalars. Anchors, aliases, tags and repeated keys are mistakes. Plain
scalars follow YAML 1.2, so that `yes`, `no` and `off` stay words, and dates stay text for the model to read.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from .problems import Problem
from .yaml_commas import joined_pairs
from .yaml_comments import swallowing_comments
from .yaml_joined_items import joined_items
from .yaml_syntax_hints import Loader, slips

DEEPEST = 12
"""How deep maps and lists may nest."""

WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,8}")
"""A number that is written as it is printed: `007`, `+5` and numbers too long to count stay text."""

WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
OTHER_SPACES = re.compile(
    r"^[ \t]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][^\S\n]*(?=- |[A-Za-z][\w-]*:(?:\s|$))", re.MULTILINE
)
"""What web pages put before a line for spaces, and YAML takes for a part of the key."""

INVISIBLE_BREAK = re.compile("[\x85\u2028\u2029]")

Trail = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """The values of one YAML file.

    `value` is made of dict, list, str, int, bool and None; `lines` maps a path of keys and indexes to a line from 1.
    """

    file: str
    value: Any
    lines: dict[Trail, int] = field(default_factory=dict)
    nothing: dict[Trail, str] = field(default_factory=dict)
    """Where an author wrote a word for nothing, and which: `null` or `~`."""
    in_brackets: dict[Trail, str] = field(default_factory=dict)
    """What an author wrote in brackets or braces on one line, these included."""

    def line(self, path: Sequence[str | int]) -> int:
        """The line of a value, or of the nearest thing around it."""
        trail = tuple(path)
        while trail and trail not in self.lines:
            trail = trail[:-1]
        return self.lines.get(trail, 1)

    def place(self, path: Sequence[str | int]) -> str:
        """The path in an author's words, such as `part 1 › field 2 “heat” › label`; counts from 1."""
        words: list[str] = []
        value = self.value
        for step in path:
            if isinstance(step, int):
                value = value[step] if isinstance(value, list) and step < len(value) else None
                name = value.get("id") if isinstance(value, dict) else None
                one = singular(words[-1]) if words else "item"
                words[-1:] = [f"{one} {step + 1}" + (f" “{as_written(name)}”" if name else "")]
            else:
                value = value.get(step) if isinstance(value, dict) else None
                words.append(step)
        return " › ".join(words)

    def problem(self, path: Sequence[str | int], wrong: str, write: str) -> Problem:
        """A problem at a place in this file."""
        return Problem(self.file, self.line(path), self.place(path), wrong, write)


def singular(word: str) -> str:
    """The name of one item of a list, such as `country` for `countries`."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word if word.endswith(("ss", "is", "us")) else word.removesuffix("s")


def as_written(value: str | int | bool | None) -> str:
    """A plain value as its author wrote it in YAML."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def read_document(text: str, file: str) -> tuple[Document, list[Problem]]:
    """Read the text of a YAML file. With problems, `value` holds what could be read, or None."""
    if match := INVISIBLE_BREAK.search(text):
        line = text.count("\n", 0, match.start()) + 1
        wrong = f"The character U+{ord(match[0]):04X} breaks the line and cannot be seen."
        return Document(file, None), [Problem(file, line, "", wrong, "Remove it.")]
    if problems := [_indented_otherwise(text, one, file) for one in OTHER_SPACES.finditer(text)]:
        return Document(file, None), problems
    try:
        problems = _too_deep(text, file) or slips(text, file)
        if problems:
            return Document(file, None), problems
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:  # a second document, which only composing finds
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return Document(file, None), [
            Problem(file, line, "", "A second document begins here.", "Remove the line of `---` or `...`.")
        ]
    except (yaml.YAMLError, ValueError) as error:
        position = getattr(error, "position", None)
        line = text.count("\n", 0, position) + 1 if isinstance(position, int) else 1
        said = str(error).splitlines()[0]
        return Document(file, None), [
            Problem(file, line, "", f"This is not YAML: {said}.", "Remove the odd character.")
        ]
    document = Document(file, None)
    value = _value(node, (), document, problems, text) if node is not None else None
    if node is not None:
        problems += swallowing_comments(node, text, file)
        problems += joined_items(node, text, file)
    return replace(document, value=value), problems


def _indented_otherwise(text: str, found: re.Match[str], file: str) -> Problem:
    rest = text[found.end() :].partition("\n")[0].rstrip()
    wrong = f"The spaces before this are of another kind, which YAML takes for letters: `{rest}`."
    return Problem(
        file, text.count("\n", 0, found.start()) + 1, "", wrong, f"Use plain spaces: `{' ' * len(found[0])}{rest}`."
    )


def _too_deep(text: str, file: str) -> list[Problem]:
    """Refuse what could make a small file deep, before anything is built from it."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
                if depth > DEEPEST:
                    line = event.start_mark.line + 1 if event.start_mark else 1
                    return [Problem(file, line, "", f"Nested deeper than {DEEPEST} levels.", "Use fewer levels.")]
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1
    except yaml.MarkedYAMLError:
        pass  # where reading stops is told in plain words
    return []


def _value(node: yaml.Node, path: Trail, document: Document, problems: list[Problem], text: str) -> Any:
    document.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        value = _scalar(node)
        if value is None and node.value:
            document.nothing[path] = node.value
        return value
    written = text[node.start_mark.index : node.end_mark.index]
    if written[:1] in ("[", "{") and "\n" not in written:
        document.in_brackets[path] = written
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, index), document, problems, text) for index, item in enumerate(node.value)]
    mapping: dict[Hashable, Any] = {}
    assert isinstance(node, yaml.MappingNode)
    pairs, split = joined_pairs(node, text, document.file)
    problems.extend(split)
    for key_node, value_node in pairs:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(document.file, line, "", "A key must be a word.", "Write `key: value`."))
            continue
        key = key_node.value
        if key in mapping:
            problems.append(
                Problem(document.file, line, "", f"The key `{key}` is there twice.", "Keep one of the two.")
            )
            continue
        document.lines[(*path, key)] = line
        mapping[key] = _value(value_node, (*path, key), document, problems, text)
    return mapping


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    if not node.style:  # plain: the C parser says '', the other None
        if node.value in WORDS:
            return WORDS[node.value]
        if WHOLE_NUMBER.fullmatch(node.value):
            return int(node.value)
    return str(node.value)
