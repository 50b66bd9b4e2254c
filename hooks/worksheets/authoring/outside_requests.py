"""Whether CSS asks for anything: the one rule, for stylesheets, for styles in a page and for drawings.

CSS of the guide fetches nothing at all, not even from its own site: its pages arrive whole. So every address in it is a
request, but for `url(#name)`, which means a part of the same document. The tokens are those of CSS itself, so escapes,
comments, spaces and quotes hide nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

Token = Any
"""A token of tinycss2, which brings no types."""

FETCHING_RULES = frozenset({"import", "font-face"})
"""At-rules that fetch, whatever they contain."""

FETCHING_FUNCTIONS = frozenset({"src", "image", "image-set", "-webkit-image-set"})
"""Functions whose plain texts are addresses; one may come from a variable, so none of them is looked into."""

MAY_ASK = re.compile(r"\\|url|src|image|import|font-face", re.IGNORECASE)
"""What occurs in every text that requests anything; other texts need no parsing, which is slow."""

BROKEN_ADDRESS = "bad-url"
LONGEST = 60
"""How many characters of a request are quoted."""


@dataclass(frozen=True)
class Request:
    """Something that CSS asks for: its line from 1, and how it is written, such as `@import` or `url(x.png)`."""

    line: int
    written: str


def requests_in(css: str) -> Iterator[Request]:
    """All that a stylesheet, a list of declarations or a single value asks for, in their order."""
    return requests_of(tinycss2.parse_component_value_list(css)) if MAY_ASK.search(css) else iter(())


def requests_of(tokens: Iterable[Token]) -> Iterator[Request]:
    """All that some tokens ask for, however deeply nested; an at-rule that fetches is reported as one."""
    in_fetching_rule = False
    for token in tokens:
        if in_fetching_rule:
            in_fetching_rule = not (token == ";" or token.type == "{} block")
        elif token.type == "at-keyword" and token.lower_value in FETCHING_RULES:
            in_fetching_rule = True
            yield Request(token.source_line, f"@{token.lower_value}")
        elif _fetches(token):
            yield Request(token.source_line, _written(token))
        else:
            yield from requests_of(_inside(token))


def _fetches(token: Token) -> bool:
    match token.type:
        case "url":
            return not token.value.startswith("#")
        case "function" if token.lower_name == "url":
            return not _is_fragment(token.arguments)
        case "function":
            return token.lower_name in FETCHING_FUNCTIONS
        case "error":
            return bool(token.kind == BROKEN_ADDRESS)
    return False


def _is_fragment(arguments: Iterable[Token]) -> bool:
    """Whether the quoted address in a `url()` is a part of the same document, and nothing follows it."""
    meant = [one for one in arguments if one.type not in ("whitespace", "comment")]
    return len(meant) == 1 and meant[0].type == "string" and meant[0].value.startswith("#")


def _inside(token: Token) -> Iterable[Token]:
    if token.type == "function":
        return token.arguments or ()
    return token.content if token.type.endswith(" block") else ()


def _written(token: Token) -> str:
    if token.type == "error":
        return "url(…"
    text = tinycss2.serialize([token])
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
