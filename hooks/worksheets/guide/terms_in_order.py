"""Lists in which readers look something up: their terms stand in the order of the alphabet."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ..authoring.alphabetical_order import alphabetical
from ..authoring.problems import Problem
from .language_rules import LanguageRules
from .page import Page
from .whole_guide import Guide

TERM = re.compile(r"^(?:- \*\*(?P<bold>.+?)\*\*|(?P<defined>\S.*)\n(?=: ))", re.MULTILINE)
"""An item that begins in bold letters, or what stands above its definition."""


def terms_in_order(guide: Guide, language: str, rules: LanguageRules) -> Iterator[Problem]:
    """The terms of a page that guide.yml names under `in-order` stand in the order of the language's alphabet."""
    key = alphabetical(rules.alphabet)
    for page in guide.pages:
        if page.path in guide.settings.in_order and page.language == language:
            for (_, before), (line, term) in pairwise(_terms(page)):
                if key(term) < key(before):
                    wrong = f"“{term}” stands below “{before}”, and readers look for it above."
                    yield Problem(page.file, line, "", wrong, "Move it to its place in the alphabet.")


def _terms(page: Page) -> Iterator[tuple[int, str]]:
    """Each term and its line."""
    for match in TERM.finditer(page.body):
        yield page.line(match.start()), match["bold"] or match["defined"]
