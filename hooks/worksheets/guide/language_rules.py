"""What is asked of texts in one language: how easy, with which words and marks. The rules themselves are elsewhere."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field as Setting

from ..authoring.problems import Problem, nearest
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import Line
from ..authoring.yaml_document import Document, read_document
from .readability import FORMULAS

RULES = "rules.yml"
"""The file of a language; those of the guide's own language stand in guide.yml."""

Pair = Annotated[str, Setting(pattern=r"^\S\S$")]
Value = Annotated[float, Setting(ge=-100, le=200, allow_inf_nan=False)]


class Limits(Strict):
    """The hardest values by one formula that are let through. Grades rise as texts get harder, scores fall."""

    hardest: Value | None = None
    """of a page, an exercise or a pack"""
    middle: Value | None = None
    """of the middle one of all pages"""
    safety: Value | None = None
    """of a page under `translated-first` in guide.yml"""
    easy_read: Value | None = None
    """of a page in Easy Read"""
    short: Value | None = None
    """of a page that says of itself that its sentences and words are short"""


class LanguageRules(Strict):
    """The file `rules.yml` of a language. A rule that is left out is not kept."""

    reading: dict[Line, Limits] = Setting(default_factory=dict)
    """how hard texts may be, by each formula that there is for the language"""
    banned: dict[Line, Line] = Setting(default_factory=dict)
    """words that the guide does not use, each with what to write instead"""
    names: tuple[Line, ...] = ()
    """names that keep the spelling of their owners, and words that are right and in no dictionary"""
    claims: tuple[Line, ...] = ()
    """words by which a sentence claims something, such as `study`: it then cites a work"""
    quotes: tuple[Pair, ...] = ()
    """the marks of a quotation, two in each, such as `“”`; no others are used"""
    pairs: tuple[Pair, ...] = ()
    """other marks of which one opens and one closes, such as `¿?`"""
    alphabet: Line | None = None
    """its letters in order, with blanks between them, such as `a b c ch`; left out if Unicode has them so"""


def read_rules(path: Path, file: str, language: str) -> tuple[LanguageRules | None, list[Problem]]:
    """The rules of a language, or all that is wrong with its file; None, and nothing wrong, if there is no file."""
    if not path.is_file():
        return None, []
    text = read_text(path, file)
    if isinstance(text, Problem):
        return None, [text]
    document, problems = read_document(text, file)
    rules, found = validate(LanguageRules, document) if not problems else (None, [])
    problems += found
    problems += unknown_formulas(rules.reading, document, language) if rules else ()
    return (None if problems else rules), problems


def unknown_formulas(reading: Mapping[str, Limits], document: Document, language: str) -> Iterator[Problem]:
    """Every formula is one that was made for the language."""
    known = FORMULAS.get(language, {})
    for name in reading:
        if name not in known:
            wrong = f"`{name}` is no formula for the language `{language}`."
            write = nearest(name, known) or "Leave `reading` out: we know of none."
            yield document.problem(("reading", name), wrong, write)
