"""Texts as scalars of YAML in the places of others: each as its author would have written it there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import yaml

from ..authoring.yaml_document import Trail, read_document
from ..authoring.yaml_quotes import quoted
from ..authoring.yaml_syntax_hints import Loader
from .wrapping import WIDTH, wrapped

Edit = tuple[int, int, str]
BLOCK = ("|", ">")
QUOTES = ('"', "'")
SWITCH = re.compile("y|n|yes|no|on|off", re.IGNORECASE)
"""What other readers of YAML take for true or false."""


@dataclass(frozen=True)
class Spot:
    """Where something stands: how far in the lines below it are, whether it is in brackets or braces, how wide lines
    get."""

    indent: int = 0
    in_brackets: bool = False
    width: int = WIDTH


def with_texts(written: str, texts: Mapping[Trail, str], folds: bool = True) -> str:
    """A YAML file with other texts in some places. It `folds` long ones, or keeps them on a line; all else stays."""
    node = yaml.compose(written, Loader=Loader)
    edits = (
        list(_edits(node, (), texts, written, Spot(width=WIDTH if folds else len(written) * 8)))
        if node is not None
        else []
    )
    pieces: list[str] = []
    end = 0
    for start, stop, text in sorted(edits):
        pieces += [written[end:start], text]
        end = stop
    return "".join([*pieces, written[end:]])


def _edits(node: yaml.Node, trail: Trail, texts: Mapping[Trail, str], written: str, spot: Spot) -> Iterator[Edit]:
    if isinstance(node, yaml.ScalarNode):
        if trail in texts and texts[trail] != node.value.strip():
            yield _edit(node, spot, texts[trail], written)
        return
    if list_ := _list(node, trail, texts, spot):
        yield list_
        return
    inside = replace(spot, indent=node.start_mark.column + 2, in_brackets=spot.in_brackets or _is_in_brackets(node))
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _edits(item, (*trail, index), texts, written, inside)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _edits(value, (*trail, key.value), texts, written, inside)


def _edit(node: yaml.ScalarNode, spot: Spot, text: str, written: str) -> Edit:
    start, stop = node.start_mark.index, node.end_mark.index
    if node.style in BLOCK:  # it ends where the next line begins
        stop = start + len(written[start:stop].rstrip())
    new = scalar(text, node.start_mark.column, spot)
    keeps_quotes = node.style in QUOTES and new == text and not spot.in_brackets
    return start, stop, quoted(text) if keeps_quotes else new


def scalar(text: str, column: int, spot: Spot) -> str:
    """A text as a scalar that begins in a column of its line, from 0."""
    if "\n" in text:
        return _lines(text, spot.indent) if not spot.in_brackets else _escaped(text)
    line = text if _means_itself(text, spot.in_brackets) else quoted(text)
    if spot.in_brackets or column + len(line) <= spot.width or text != " ".join(text.split()):
        return line
    margin = " " * spot.indent
    return "\n".join([">-", *(margin + one for one in wrapped(text, spot.indent, spot.indent))])


def _lines(text: str, indent: int) -> str:
    """Several lines, each where its author ended it."""
    if text[0].isspace():
        return _escaped(text)
    margin = " " * indent
    return "\n".join(["|-", *(margin + line if line else "" for line in text.split("\n"))])


def _list(node: yaml.Node, trail: Trail, texts: Mapping[Trail, str], spot: Spot) -> Edit | None:
    """A list of short texts in brackets as one with a line for each, if it would get too long with other texts."""
    if not isinstance(node, yaml.SequenceNode) or not _is_in_brackets(node) or spot.in_brackets:
        return None
    if not all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return None
    new = [texts.get((*trail, index), item.value) for index, item in enumerate(node.value)]
    if new == [item.value for item in node.value]:
        return None
    line = ", ".join(scalar(text, 0, replace(spot, in_brackets=True)) for text in new)
    if node.start_mark.column + len(line) + 2 <= spot.width or spot.indent == 0:
        written = f"[{line}]"
    else:
        margin, inner = "\n" + " " * spot.indent, replace(spot, indent=spot.indent + 2)
        written = "".join(f"{margin}- {scalar(text, inner.indent, inner)}" for text in new)
    start = node.start_mark.index - (not written.startswith("["))  # the blank after the colon
    return start, node.end_mark.index, written


def _means_itself(text: str, in_brackets: bool) -> bool:
    """Whether a plain scalar is this text, and nothing else: no number, no key, no comment, for no reader of YAML."""
    if SWITCH.fullmatch(text):
        return False
    document, problems = read_document(f"- [{text}]" if in_brackets else f"- {text}", "")
    return not problems and document.value == ([[text]] if in_brackets else [text])


def _is_in_brackets(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _escaped(text: str) -> str:
    inside = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inside}"'
