"""An exercise as a questionnaire of clinic software asks it: items, their answers, and when they are shown.

The words are those of FHIR, and nothing here depends on one of its releases. `fhir.py` in the folder of a kind makes
an item of a field; the room `fhir/` writes them all down.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from .field import Question
from .options import Options, Value

ItemType = Literal["group", "display", "boolean", "choice", "date", "integer", "string", "text"]
Control = Literal["radio-button", "check-box", "drop-down", "grid", "gtable"]

SKIP_CODE = "skip"
"""The code of the way not to say, in every question that has one."""

NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Answer:
    """One that can be chosen: its code, what a reader sees, and what it adds to a sum, if it adds anything."""

    code: str
    words: str
    weight: int | None = None


@dataclass(frozen=True)
class AnswerTest:
    """What is asked of the answers to one question, by its link id: a code, a tick, or whether there is one.

    Of several answers, one has to pass.
    """

    question: str
    operator: Literal["=", "exists"]
    wanted: bool | str


@dataclass(frozen=True)
class Enabled:
    """When an item is shown: as tests that any software knows, or as FHIRPath where tests cannot say it."""

    tests: tuple[AnswerTest, ...] = ()
    any_: bool = False
    """Whether one test has to pass, and not all of them."""
    expression: str = ""


@dataclass(frozen=True)
class Item:
    """One item: `text` is plain, or an author's prose if `is_prose`; a group has `items`, a question may have its hint.

    `most` says how often a group that repeats is there at most; `calculated` is FHIRPath that fills in an integer.
    """

    link_id: str
    type: ItemType
    text: str = ""
    items: tuple["Item", ...] = ()
    answers: tuple[Answer, ...] = ()
    control: Control | None = None
    repeats: bool = False
    most: int | None = None
    is_prose: bool = False
    is_instruction: bool = False
    is_row: bool = False
    """Whether its answers stand side by side."""
    enabled: Enabled | None = None
    calculated: str = ""


def hint(field: Question, id_: str) -> tuple[Item, ...]:
    """The hint of a question as an item within its own; none if it has none."""
    return (Item(f"{id_}.hint", "display", field.hint, is_instruction=True),) if field.hint else ()


def said(words: Markup) -> str:
    """The words of templates as plain text."""
    return words.unescape()


def answers_of(options: Options, words: Mapping[Value, str] | None = None) -> dict[Value, Answer]:
    """The answers of a question by their values, in order; `words` replaces what a reader sees of some.

    Of several answers none has a weight: some software shows it, and “A walk - 1” would look like a mark.
    """
    codes = _codes(options.controls, options.skip)
    shown = {value: str(value) for value in options.controls} | dict(words or {})
    weights = {} if options.several else options.adds
    return {value: Answer(code, shown[value], weights.get(value)) for value, code in codes.items()}


def answers_in_words(words: Iterable[str], skip: str) -> tuple[Answer, ...]:
    """The answers of a question that no condition asks."""
    return tuple(Answer(code, str(value)) for value, code in _codes([*words, skip], skip).items())


def _codes(values: Iterable[Value], skip: Value | None) -> dict[Value, str]:
    """A code for each: its words in small letters. It is not its place, for then a new option would rename others."""
    found: dict[Value, str] = {}
    taken = {SKIP_CODE}
    for value in values:
        plain = NO_LETTERS.sub("-", str(value).casefold()).strip("-") or "answer"
        code, count = plain, 2
        while code in taken and value != skip:
            code, count = f"{plain}-{count}", count + 1
        found[value] = SKIP_CODE if value == skip else code
        taken.add(code)
    return found
