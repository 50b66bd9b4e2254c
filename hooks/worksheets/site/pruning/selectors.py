"""What must be in a page for a selector to match anything in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .css_minifier import Token, tight_selector

ALTERNATIVES = frozenset({"is", "where", "has"})
"""Functions that match where one of their selectors does. All others, `:not()` before all, ask for no name."""


@dataclass(frozen=True)
class Selector:
    """One selector: its text, the names that it needs, and groups of selectors of each of which it needs one."""

    text: str
    names: frozenset[str]
    one_of: tuple[tuple["Selector", ...], ...]

    @property
    def mentions(self) -> frozenset[str]:
        """Every name that decides whether it may match."""
        return self.names.union(*(one.mentions for group in self.one_of for one in group))

    def may_match(self, used: frozenset[str]) -> bool:
        """Whether a page with these names could hold what the selector is after, in some state."""
        return self.names <= used and all(any(one.may_match(used) for one in group) for group in self.one_of)


def selectors(prelude: Sequence[Token]) -> tuple[Selector, ...]:
    """The selectors of a rule, which commas part."""
    return tuple(_selector(tokens) for tokens in _split(prelude))


def _split(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    piece: list[Token] = []
    for token in tokens:
        if token == ",":
            yield tuple(piece)
            piece = []
        else:
            piece.append(token)
    yield tuple(piece)


def _selector(tokens: tuple[Token, ...]) -> Selector:
    names: set[str] = set()
    one_of = []
    before: Token = None
    for token in tokens:
        if token.type == "ident" and before == ".":
            names.add(f".{token.value}")
        elif token.type == "ident" and before != ":":
            names.add(token.lower_value)
        elif token.type == "hash":
            names.add(f"#{token.value}")
        elif token.type == "[] block":
            names.add(_attribute(token.content))
        elif token.type == "function" and token.lower_name in ALTERNATIVES:
            one_of.append(selectors(token.arguments))
        before = token
    return Selector(tight_selector(tokens), frozenset(names), tuple(one_of))


def _attribute(content: Sequence[Token]) -> str:
    """`[rows` for `[rows]` and conditions on its text; `[rows=3` for the text itself."""
    words = [one for one in content if one.type != "whitespace"]
    if len(words) == 3 and words[1] == "=":
        return f"[{words[0].lower_value}={words[2].value}"
    return f"[{words[0].lower_value}"
