"""Lists that become one line: below a text that begins beside its key, YAML joins lines with dashes to it."""

import re
from collections.abc import Iterator

import yaml

from .problems import Problem

ITEM = re.compile(r"\s*[-*•–]\s+(\S.*?)\s*")


def joined_items(node: yaml.Node, text: str, file: str) -> list[Problem]:
    """A problem for each plain text in which two lines or more look like items of a list."""
    lines = text.split("\n")
    problems = []
    for scalar in _texts(node):
        first, last = scalar.start_mark.line, min(scalar.end_mark.line, len(lines) - 1)
        items = [number for number in range(first + 1, last + 1) if ITEM.fullmatch(lines[number])]
        if len(items) > 1:
            wrong = f"The line is joined to the text above, so readers would see its dash: `{lines[items[0]].strip()}`."
            write = "Begin the text below its key, behind `|`, with an empty line above the list."
            problems.append(Problem(file, items[0] + 1, "", wrong, write))
    return problems


def _texts(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every plain text that is the value of a key."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            if isinstance(value, yaml.ScalarNode) and not value.style:
                yield value
            else:
                yield from _texts(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item)
