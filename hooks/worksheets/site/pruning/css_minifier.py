"""CSS without the white space, comments and noughts that it does not need, token by token."""

from collections.abc import Iterable, Sequence
from typing import Any

import tinycss2

Token = Any
"""A token of tinycss2, which brings no types."""

COMBINATORS = frozenset({",", ">", "+", "~"})
MARGINS = ("top-", "right-", "bottom-", "left-")
"""How the boxes in the margins of a page are called."""

SEPARATORS = frozenset({",", "/"})


class StylesheetError(ValueError):
    """The text is not sound CSS, or requests a file. The message says what is wrong, and in which line."""


def tight_selector(tokens: Sequence[Token]) -> str:
    """A selector, in which a space between two parts means something, and one beside a sign does not."""
    return str(tinycss2.serialize(_tight(tokens, COMBINATORS)))


def tight_prelude(tokens: Sequence[Token]) -> str:
    """The condition or name of an at-rule."""
    return str(tinycss2.serialize(_tight(tokens, frozenset({","}))))


def tight_declarations(content: Sequence[Token]) -> str:
    """What is between the braces of a rule: declarations and, in `@page`, the boxes of its margins."""
    found = tinycss2.parse_blocks_contents(content, skip_whitespace=True)
    return ";".join(_declaration(one) for one in found)


def _declaration(one: Token) -> str:
    if one.type == "declaration":
        value = tinycss2.serialize(_tight(one.value, SEPARATORS))
        return f"{one.name}:{value}{'!important' if one.important else ''}"
    if one.type == "at-rule" and one.content is not None and one.lower_at_keyword.startswith(MARGINS):
        return f"@{one.at_keyword}{{{tight_declarations(one.content)}}}"
    raise StylesheetError(f"line {one.source_line}: a declaration is wanted here")


def _tight(tokens: Iterable[Token], signs: frozenset[str]) -> list[Token]:
    """The tokens with single spaces, and none at the ends or beside one of the signs."""
    found: list[Token] = []
    for token in tokens:
        if token.type == "whitespace":
            if found and found[-1].type != "whitespace" and not _is(found[-1], signs):
                found.append(token)
            continue
        if _is(token, signs) and found and found[-1].type == "whitespace":
            found.pop()
        found.append(_inside(token, signs))
    if found and found[-1].type == "whitespace":
        found.pop()
    for token in found:
        if token.type == "whitespace":
            token.value = " "
    return found


def _is(token: Token, signs: frozenset[str]) -> bool:
    return token.type == "literal" and token.value in signs


def _inside(token: Token, signs: frozenset[str]) -> Token:
    if token.type == "function":
        token.arguments = _tight(token.arguments, signs)
    elif token.type in ("() block", "[] block", "{} block"):
        token.content = _tight(token.content, signs)
    elif token.type in ("number", "dimension", "percentage") and token.representation.startswith("0."):
        token.representation = token.representation[1:]
    return token
