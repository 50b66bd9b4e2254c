"""A YAML file as a form: its texts for people, as the model of the file tells them apart."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from ..authoring.yaml_document import Document, Trail, read_document
from .forms import Place, Unit, distinct
from .text_limits import texts_of
from .yaml_followers import answers_as_texts, followers
from .yaml_scalars import with_texts

ABOUT = {
    "title": "title",
    "description": "one sentence for lists of search results",
    "purpose": "what it is good for",
    "stop": "when to stop or not to start: please have it read by a second person",
    "why": "when to go to that exercise",
    "label": "a question, or the name of a field",
    "hint": "helps to answer",
    "options": "one of several answers",
    "skip": "the way not to answer",
    "ends": "the word at one end of a scale",
    "columns": "the head of a column",
    "people": "what one of two people is called",
    "words": "a part of a sentence",
    "free": "the open end of a sentence",
    "answers": "what made-up people wrote",
    "who": "made-up people",
    "clinician": "for whoever hands the sheet to others; readers never see it",
}
"""What a translator should know of a text, by its key or one around it."""

OF_ITS_OWN = frozenset({"last_reviewed", "last-reviewed", "clinical_review", "language"})
"""Keys by which a translation speaks of itself."""


@dataclass(frozen=True)
class YamlForm:
    """A YAML file that `model` describes. `name` is what the contexts of its texts begin with.

    It `folds` long texts into lines, as exercises have them, and the front matter of pages has not.
    """

    name: str
    text: str
    document: Document
    model: type[BaseModel]
    folds: bool = True

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Its texts, without those that repeat another because they name it."""
        value = self.document.value
        found = [*texts_of(self.model, value), *answers_as_texts(value)]
        units = [
            Unit(trail, f"{self.name} {_way(trail, value)}".rstrip(), text.strip(), _about(trail), limits)
            for trail, text, limits in found
            if trail not in self._followers and text.strip()
        ]
        return tuple(distinct(units))

    @cached_property
    def frame(self) -> Hashable:
        """Its keys, ids and numbers."""
        texts = {unit.place for unit in self.units} | self._followers.keys()
        return tuple(_frame(self.document.value, (), texts))

    def filled(self, texts: Mapping[Place, str]) -> str:
        """The file with other texts; what names one of them is the same again."""
        every = dict(texts)
        for place, named in self._followers.items():
            if named in texts:
                every[place] = texts[named]
        return with_texts(self.text, every, self.folds)

    @cached_property
    def _followers(self) -> dict[Trail, Trail]:
        return followers(self.document.value, [trail for trail, _, _ in texts_of(self.model, self.document.value)])


def read_yaml_form(name: str, text: str, model: type[BaseModel], folds: bool = True) -> YamlForm | None:
    """The form of a YAML file; None if it cannot be read."""
    document, problems = read_document(text, name)
    return None if problems or not isinstance(document.value, dict) else YamlForm(name, text, document, model, folds)


def _way(trail: Trail, value: Any) -> str:
    """The way of keys to a text, with the id of an item in the place of its number, and without that of a text."""
    words: list[str] = []
    for step in trail:
        value = value[step]
        if isinstance(step, str):
            words.append(step)
        elif isinstance(value, dict):
            words.append(str(value.get("id") or value.get("go") or step + 1))
    return ".".join(words)


def _about(trail: Trail) -> str:
    keys = [step for step in trail if isinstance(step, str)]
    return next((ABOUT[key] for key in ("clinician", "answers", *reversed(keys)) if key in keys and key in ABOUT), "")


def _frame(value: Any, trail: Trail, texts: set[Trail]) -> Iterator[Hashable]:
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if step not in OF_ITS_OWN:
                yield from _frame(inner, (*trail, step), texts)
    else:
        yield trail, None if trail in texts else value
