"""A stylesheet that can be cut down to what a page needs of it.

A rule goes only if a name that its selector needs is nowhere in the page. States, media and conditions are never
looked at, so what a reader does, prints or prefers can not bring back something that has gone.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import tinycss2

from ...authoring.outside_requests import FETCHING_RULES, requests_of
from .css_minifier import StylesheetError, Token, tight_declarations, tight_prelude
from .selectors import Selector, selectors

GROUPS = frozenset({"media", "supports", "container", "layer"})
"""At-rules that hold rules."""

CALLED = frozenset({"keyframes", "property", "counter-style"})
"""At-rules that do nothing until another rule says their name."""

Keep = Callable[[Selector], bool]


@dataclass(frozen=True)
class Rule:
    """Declarations for selectors."""

    selectors: tuple[Selector, ...]
    declarations: str


@dataclass(frozen=True)
class Named:
    """A rule without a selector: needed where its name is said, or always if it has none, as `@page`."""

    name: str
    text: str


@dataclass(frozen=True)
class Group:
    """Rules under a condition."""

    condition: str
    rules: "tuple[Node, ...]"


Node = Rule | Named | Group


class Stylesheet:
    """The rules of one file, in order. `mentions` are all names that decide what is kept."""

    def __init__(self, rules: Iterable[Node]) -> None:
        self.rules = tuple(rules)
        self.mentions = frozenset(_mentions(self.rules))
        self.has_called = any(_called(self.rules))
        self._kept: dict[frozenset[str], tuple[tuple[Node, ...], str]] = {}

    def uncalled(self, used: frozenset[str]) -> str:
        """The CSS that a page with these names needs, without the rules that others call by name."""
        return self._kept_for(used)[1]

    def text(self, used: frozenset[str], calling: str = "") -> str:
        """The CSS that a page with these names needs, with the rules that it, or some other CSS, calls by name."""
        kept, uncalled = self._kept_for(used)
        return _written(kept, lambda name: name in uncalled or name in calling) if self.has_called else uncalled

    def _kept_for(self, used: frozenset[str]) -> tuple[tuple[Node, ...], str]:
        """Pages that are alike share the work."""
        needed = used & self.mentions
        if needed not in self._kept:
            kept = _kept(self.rules, lambda selector: selector.may_match(needed))
            self._kept[needed] = kept, _written(kept, lambda _: False)
        return self._kept[needed]


def cut_down(sheets: Sequence[Stylesheet], used: frozenset[str]) -> str:
    """The CSS that a page with these names needs of all its stylesheets. Rules may be called from any of them."""
    calling = "".join(sheet.uncalled(used) for sheet in sheets)
    return "".join(sheet.text(used, calling) for sheet in sheets)


def _called(rules: Iterable[Node]) -> Iterator[bool]:
    for rule in rules:
        yield isinstance(rule, Named) and bool(rule.name)
        if isinstance(rule, Group):
            yield from _called(rule.rules)


def _mentions(rules: Iterable[Node]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, Rule):
            for selector in rule.selectors:
                yield from selector.mentions
        elif isinstance(rule, Group):
            yield from _mentions(rule.rules)


def read_stylesheet(text: str) -> Stylesheet:
    """Parse CSS; StylesheetError if it is not sound, or would make a browser fetch something."""
    return Stylesheet(_read(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def _read(rules: Sequence[Token]) -> tuple[Node, ...]:
    return tuple(_node(rule) for rule in rules)


def _node(rule: Token) -> Node:
    if rule.type == "error":
        raise StylesheetError(f"line {rule.source_line}: {rule.message}")
    if rule.type == "qualified-rule":
        _refuse([*rule.prelude, *rule.content])
        return Rule(selectors(rule.prelude), tight_declarations(rule.content))
    if rule.content is None:
        raise StylesheetError(f"line {rule.source_line}: @{rule.at_keyword} cannot be used inside a page")
    if rule.lower_at_keyword in FETCHING_RULES:
        raise StylesheetError(f"line {rule.source_line}: @{rule.at_keyword} asks for a file")
    _refuse(rule.prelude)
    prelude = tight_prelude(rule.prelude)
    head = f"@{rule.at_keyword} {prelude}" if prelude else f"@{rule.at_keyword}"
    if rule.lower_at_keyword in GROUPS:
        inner = tinycss2.parse_rule_list(rule.content, skip_whitespace=True)
        return Group(head, _read(inner))
    _refuse(rule.content)
    name = prelude if rule.lower_at_keyword in CALLED else ""
    if rule.lower_at_keyword == "keyframes":
        inner = tinycss2.parse_rule_list(rule.content, skip_whitespace=True)
        steps = (f"{tight_prelude(one.prelude)}{{{tight_declarations(one.content)}}}" for one in inner)
        return Named(name, f"{head}{{{''.join(steps)}}}")
    return Named(name, f"{head}{{{tight_declarations(rule.content)}}}")


def _refuse(tokens: Sequence[Token]) -> None:
    """Raise at what is broken, and at what would make a browser fetch something."""
    for request in requests_of(tokens):
        raise StylesheetError(f"line {request.line}: {request.written} asks for a file")
    for error in _errors(tokens):
        raise StylesheetError(f"line {error.source_line}: {error.message}")


def _errors(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "error":
            yield token
        elif token.type == "function":
            yield from _errors(token.arguments)
        elif token.type.endswith(" block"):
            yield from _errors(token.content)


def _kept(rules: Iterable[Node], keep: Keep) -> tuple[Node, ...]:
    found: list[Node] = []
    for rule in rules:
        if isinstance(rule, Rule):
            if chosen := tuple(filter(keep, rule.selectors)):
                found.append(Rule(chosen, rule.declarations))
        elif isinstance(rule, Group):
            if inner := _kept(rule.rules, keep):
                found.append(Group(rule.condition, inner))
        else:
            found.append(rule)
    return tuple(found)


def _written(rules: Iterable[Node], named: Callable[[str], bool]) -> str:
    """CSS, with those of the named rules that are wanted."""
    pieces = []
    for rule in rules:
        if isinstance(rule, Rule):
            pieces.append(f"{','.join(one.text for one in rule.selectors)}{{{rule.declarations}}}")
        elif isinstance(rule, Group):
            if inner := _written(rule.rules, named):
                pieces.append(f"{rule.condition}{{{inner}}}")
        elif not rule.name or named(rule.name):
            pieces.append(rule.text)
    return "".join(pieces)
