"""The filters of the list of exercises: questions with answers, each of which some exercises fit."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, product

from markupsafe import Markup

from ..authoring.words import Words
from ..exercises.catalogue import Entry
from ..guide.whole_guide import Guide

LIMITS = (5, 10)
"""In minutes: the times that a reader may have. Longer exercises are found with any time."""


FEW = 3
"""So many answers, and the one for all, stand in a row or two on a phone."""


@dataclass(frozen=True)
class Answer:
    """One answer: the class of the exercises that fit it, and its words with their language."""

    name: str
    words: Markup | str
    language: str


@dataclass(frozen=True)
class Filter:
    """A question to the reader with the answer that lets all exercises through, and the answers that choose some."""

    name: str
    words: Markup
    every: Markup
    answers: tuple[Answer, ...]

    @property
    def is_folded(self) -> bool:
        """Whether it has so many answers that they would push the exercises off a phone's screen."""
        return len(self.answers) > FEW


def fitting(entry: Entry) -> list[str]:
    """The names of all answers that an exercise fits."""
    exercise = entry.exercise
    minutes = [f"minutes-{limit}" for limit in LIMITS if exercise.minutes <= limit]
    return [*minutes, f"for-{exercise.for_}", *(f"when-{one}" for one in exercise.situations)]


def filters(guide: Guide, t: Words) -> list[Filter]:
    """The questions for a guide. No answer is offered that no exercise fits, and no question without answers."""
    offered = {name for entry in guide.catalogue.entries.values() for name in fitting(entry)}
    minutes = [Answer(f"minutes-{limit}", t("minutes", minutes=limit), t.language) for limit in LIMITS]
    company = [Answer("for-one", t("choose-one"), t.language), Answer("for-both", t("choose-both"), t.language)]
    when = [Answer(f"when-{id_}", *guide.situation(id_)) for id_ in guide.settings.situations]
    asked = [
        Filter("minutes", t("choose-minutes"), t("choose-any-length"), tuple(minutes)),
        Filter("for", t("choose-company"), t("choose-any-company"), tuple(company)),
        Filter("when", t("choose-situation"), t("choose-any-situation"), tuple(when)),
    ]
    found = [
        Filter(one.name, one.words, one.every, tuple(answer for answer in one.answers if answer.name in offered))
        for one in asked
    ]
    return [one for one in found if one.answers]


def emptying(guide: Guide, asked: list[Filter]) -> Iterator[list[str]]:
    """The names of answers that together leave nothing of a section or of the list.

    An answer that changes nothing there is not named: where two empty a section, so do they with a third.
    """
    catalogue = guide.catalogue
    sections = [[set(fitting(entry)) for entry in catalogue.of(section)] for section in catalogue.sections]
    lists = [one for one in [*sections, list(chain(*sections))] if one]
    choices = product(*([None, *(answer.name for answer in one.answers)] for one in asked))
    for names in ({name for name in chosen if name} for chosen in choices):
        if any(_empties(names, one) and not any(_empties(names - {name}, one) for name in names) for one in lists):
            yield [answer.name for one in asked for answer in one.answers if answer.name in names]


def _empties(names: set[str], rows: list[set[str]]) -> bool:
    return not any(names <= row for row in rows)
