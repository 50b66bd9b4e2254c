"""New lines of YAML: texts in places that a file does not have yet."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from ..authoring.yaml_document import Trail
from ..authoring.yaml_syntax_hints import Loader
from .yaml_scalars import Spot, scalar

STEP = "  "


def with_additions(written: str, texts: Mapping[Trail, str]) -> str:
    """A file of maps with more texts in it, each after what is there in the innermost map that has a place for it."""
    node = yaml.compose(written, Loader=Loader)
    if not isinstance(node, yaml.MappingNode):
        lines = "".join(f"{line}\n" for line in emitted(_nested(texts), 0))
        return f"{written.rstrip()}\n{lines}" if written.strip() else lines
    additions: dict[int, str] = {}
    for place, column, in_braces, nested in _gaps(node, _nested(texts), written):
        if in_braces:
            additions[place] = additions.get(place, "") + "".join(f", {one}" for one in _in_braces(nested))
        else:
            lines = "".join(f"\n{line}" for line in emitted(nested, column))
            additions[place] = additions.get(place, "") + lines
    for place, text in sorted(additions.items(), reverse=True):
        written = written[:place] + text + written[place:]
    return written


def emitted(values: Mapping[str, Any], column: int) -> Iterator[str]:
    """The lines of maps in maps whose values are texts."""
    margin = " " * column
    for key, value in values.items():
        name = f"{margin}{_key(key)}:"
        if isinstance(value, str):
            text = scalar(value, len(name) + 1, Spot(column + len(STEP)))
            yield from f"{name} {text}".split("\n")
        else:
            yield name
            yield from emitted(value, column + len(STEP))


def _nested(texts: Mapping[Trail, str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for trail, text in texts.items():
        here = root
        for step in trail[:-1]:
            here = here.setdefault(str(step), {})
        here[str(trail[-1])] = text
    return root


def _gaps(
    node: yaml.MappingNode, wanted: Mapping[str, Any], written: str
) -> Iterator[tuple[int, int, bool, dict[str, Any]]]:
    """Where in the file something is wanted that is not there: the place, the column, whether in braces, and what."""
    there = {key.value: value for key, value in node.value}
    new: dict[str, Any] = {}
    for key, value in wanted.items():
        inner = there.get(key)
        if isinstance(inner, yaml.MappingNode) and isinstance(value, dict):
            yield from _gaps(inner, value, written)
        elif key not in there:
            new[key] = value
    if new and node.flow_style:
        inside = written[: node.end_mark.index - 1].rstrip()
        yield len(inside), 0, True, new
    elif new:
        yield _end(node, written), node.start_mark.column, False, new


def _end(node: yaml.Node, written: str) -> int:
    """Where the last line of a map ends."""
    last = node
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
    start, stop = last.start_mark.index, last.end_mark.index
    end = start + len(written[start:stop].rstrip())
    found = written.find("\n", end)
    return found if found >= 0 else len(written)


def _in_braces(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        inner = scalar(value, 0, Spot(in_brackets=True)) if isinstance(value, str) else ", ".join(_in_braces(value))
        yield f"{_key(key)}: {inner if isinstance(value, str) else f'{{ {inner} }}'}"


def _key(key: str) -> str:
    return scalar(key, 0, Spot(in_brackets=True))
