"""Comments that swallow a part of a text: YAML drops whatever follows a space and `#`, and says nothing.

A comment may be on a line of its own, after quotes, brackets, a number, `true` or a key without a value; and after
a single word if it looks like a comment: two spaces before it and one in it.
"""

import re
from collections.abc import Iterator

import yaml

from .problems import Problem
from .yaml_quotes import quoted

BEHIND = re.compile(r"\s+#.*")
LOOKS_LIKE_ONE = re.compile(r"\s{2,}#(?: .*)?")
NO_TEXT = re.compile(r"0|-?[1-9][0-9]{0,8}|true|false|null|~")
BELOW = re.compile(r"\s*#\w.*")
"""A comment without a space in it, as few people write one: rather a number or a word with its sign."""
START = re.compile(r"\s*(?:- +)*(?:[A-Za-z][\w-]*: +)?")

WRITE = "If it belongs to the text, put it in quotes, and if not, on a line of its own"


def swallowing_comments(node: yaml.Node, text: str, file: str) -> list[Problem]:
    """A problem for each plain text that is followed by a comment on its line."""
    lines = text.split("\n")
    return [
        Problem(file, number + 1, "", wrong, write)
        for scalar in _values(node)
        if not scalar.style
        for number, wrong, write in (*_swallowed(scalar, lines), *_swallowed_below(scalar, lines))
    ]


def _values(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every scalar that is not a key."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _values(value)
    else:
        for item in node.value:
            yield from _values(item)


def _swallowed(scalar: yaml.ScalarNode, lines: list[str]) -> Iterator[tuple[int, str, str]]:
    number, column = scalar.end_mark.line, scalar.end_mark.column
    if number == len(lines):  # an empty value at the end of the file may be said to stand after it
        return
    line = lines[number]
    comment = BEHIND.fullmatch(line[column:])
    if not comment:
        return
    if not scalar.value:
        if re.match(r"\s+#\S", comment[0]):
            after = f"{line[:column]} {quoted(comment[0].strip())}"
            yield number, f"`#` begins a comment, so there is no text here: `{line.strip()}`.", _advice(after)
        return
    is_word = not re.search(r"\s", scalar.value)
    if NO_TEXT.fullmatch(scalar.value) or (is_word and LOOKS_LIKE_ONE.fullmatch(comment[0])):
        return
    wrong = f"A space and `#` begin a comment, so the text ends before it: `{line.strip()}`."
    whole = quoted(line[scalar.start_mark.column :].strip().replace("\t", " "))
    if scalar.start_mark.line != number:
        yield number, wrong, f"{WRITE}: begin the text on the line after `key: >-`, where `#` is only a sign."
    elif START.fullmatch(before := line[: scalar.start_mark.column]):
        yield number, wrong, _advice(before + whole)
    else:
        yield number, wrong, _advice(whole)


def _swallowed_below(scalar: yaml.ScalarNode, lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """A text that would go on below, as its line is further in than the key or the dash before it."""
    number, first = scalar.end_mark.line + 1, lines[min(scalar.start_mark.line, len(lines) - 1)]
    if not scalar.value or number >= len(lines) or lines[number - 1][scalar.end_mark.column :].strip():
        return
    below, lead = lines[number], re.match(r"\s*(?:- +)*", first)
    assert lead
    is_key = START.fullmatch(first[: scalar.start_mark.column]) and scalar.start_mark.column > lead.end()
    if BELOW.fullmatch(below) and len(below) - len(below.lstrip()) >= lead.end() + bool(is_key):
        wrong = f"`#` begins a comment, so the text above ends before it: `{below.strip()}`."
        write = (
            "If it belongs to the text, begin that on the line after `key: >-`, and if not, write a space after `#`."
        )
        yield number, wrong, write


def _advice(after: str) -> str:
    return f"{WRITE}: `{after.strip()}`."
