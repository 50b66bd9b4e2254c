"""Texts that a comma takes apart: in braces, YAML begins a new key after it, and says nothing of its missing value."""

from collections.abc import Sequence

import yaml

from .problems import Problem
from .yaml_quotes import quoted

Pair = tuple[yaml.Node, yaml.Node]


def joined_pairs(node: yaml.MappingNode, text: str, file: str) -> tuple[list[Pair], list[Problem]]:
    """The keys and values of a map, with texts whole that hold commas, and a problem for each of these texts."""
    pairs: list[Pair] = []
    parts: list[list[yaml.Node]] = []
    for key, value in node.value:
        before = pairs[-1][1] if pairs else None
        if node.flow_style and _is_plain(before) and _is_plain(key) and _has_no_colon(key, value, text):
            parts[-1].append(key)
        else:
            pairs.append((key, value))
            parts.append([value])
    problems = []
    for at, nodes in enumerate(parts):
        if len(nodes) > 1:
            whole = _whole(nodes, text)
            pairs[at] = (pairs[at][0], whole)
            problems.append(_problem(whole, text, file))
    return pairs, problems


def _is_plain(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and bool(node.value)


def _has_no_colon(key: yaml.Node, value: yaml.Node, text: str) -> bool:
    nothing = isinstance(value, yaml.ScalarNode) and not value.style and not value.value
    return nothing and not text[key.end_mark.index :].lstrip().startswith(":")


def _whole(nodes: Sequence[yaml.Node], text: str) -> yaml.ScalarNode:
    first, last = nodes[0].start_mark, nodes[-1].end_mark
    written = " ".join(text[first.index : last.index].split())
    return yaml.ScalarNode("tag:yaml.org,2002:str", written, first, last, style='"')


def _problem(whole: yaml.ScalarNode, text: str, file: str) -> Problem:
    first, last = whole.start_mark, whole.end_mark
    line = text.split("\n")[first.line]
    after = quoted(whole.value)
    if last.line == first.line:
        after = f"{line[: first.column]}{after}{line[last.column :]}".strip()
    wrong = f"A comma in braces begins a new key: `{line.strip()}`."
    return Problem(file, first.line + 1, "", wrong, f"Put the text in quotes: `{after}`.")
