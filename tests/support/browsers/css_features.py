"""Reads CSS by its grammar and names each feature that it uses, in the words of CSS.

A feature is `property gap`, `value display: grid`, `function clamp`, `unit rem`, `selector :has`,
`media forced-colors`, `at-rule container` or `supports selector`. What a condition asks for is a feature too: the plain
version hangs on it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

RULES_INSIDE = {"media", "supports", "container", "layer"}
DECLARATIONS_INSIDE = {"page", "property"}


def features(css: str) -> set[str]:
    """Every feature of a stylesheet. ValueError if a part of it cannot be parsed."""
    return set(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _rules(nodes: Iterable[Any]) -> Iterator[str]:
    for node in nodes:
        match node.type:
            case "qualified-rule":
                yield from _selectors(node.prelude)
                yield from _block(node.content)
            case "at-rule":
                yield from _at_rule(node)
            case "declaration":
                yield from _declaration(node)
            case "error":
                raise ValueError(f"line {node.source_line}: {node.message}")


def _block(content: list[Any]) -> Iterator[str]:
    yield from _rules(tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True))


def _at_rule(rule: Any) -> Iterator[str]:
    name = rule.lower_at_keyword
    yield f"at-rule {name}"
    if name in {"media", "container", "supports"}:
        yield from _condition(name, rule.prelude)
    if name == "keyframes":
        for frame in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
            yield from _block(frame.content)
    elif name in RULES_INSIDE | DECLARATIONS_INSIDE or name.startswith("bottom-"):
        descriptors = _block(rule.content)
        yield from () if name == "property" else descriptors


def _condition(name: str, prelude: list[Any]) -> Iterator[str]:
    for node in prelude:
        if node.type == "() block":
            written = tinycss2.parse_one_declaration(node.content)
            if written.type != "declaration":
                yield from _condition(name, node.content)
            elif name == "media":
                yield f"media {written.lower_name}"
            else:
                yield from _declaration(written)
        elif node.type == "function":
            yield f"{name} {node.lower_name}"
            if node.lower_name == "selector":
                yield from _selectors(node.arguments)
            elif any(one.type == "literal" and one.value in "<>" for one in node.arguments):
                yield f"{name} range"


def _selectors(nodes: list[Any]) -> Iterator[str]:
    colons = ""
    for node in nodes:
        if node.type == "literal" and node.value == ":":
            colons += ":"
            continue
        if colons and node.type in {"ident", "function"}:
            yield f"selector {colons}{node.lower_value if node.type == 'ident' else node.lower_name}"
        colons = ""
        if node.type == "function":
            is_list = any(one.type == "literal" and one.value == "," for one in node.arguments)
            yield from [f"selector :{node.lower_name} list"] if node.lower_name == "not" and is_list else []
            yield from _selectors(node.arguments)
        elif node.type == "[] block":
            yield "selector []"


def _declaration(declaration: Any) -> Iterator[str]:
    name = declaration.lower_name
    yield "property --*" if name.startswith("--") else f"property {name}"
    yield from _values(name, declaration.value)


def _values(name: str, nodes: Iterable[Any]) -> Iterator[str]:
    for node in nodes:
        match node.type:
            case "ident" if not name.startswith("--") and not re.fullmatch(r"--.*", node.value):
                yield f"value {name}: {node.lower_value}"
            case "function":
                yield f"function {node.lower_name}"
                yield from [f"function {node.lower_name} from"] if _first_word(node.arguments) == "from" else []
                yield from _values("--", node.arguments)
            case "() block":
                yield from _values("--", node.content)
            case "dimension":
                yield f"unit {node.lower_unit}"


def _first_word(nodes: list[Any]) -> str:
    return next((str(node.lower_value) for node in nodes if node.type == "ident"), "")
