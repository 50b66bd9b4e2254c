"""The filters of the list of exercises: questions with answers, each of which some exercises fit."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import product

from markupsafe import Markup

from ..authoring.words import SOURCE, Words
from ..exercises.catalogue import Catalogue, Entry
from ..guide.guide_settings import GuideSettings

LIMITS = (5, 10)
"""In minutes: the times that a reader may have. Longer exercises are found with any time."""


FEW = 3
"""So many answers, and the one for all, stand in a row or two on a phone."""


@dataclass(frozen=True)
class Answer:
    """One answer: the class of the exercises that fit it, and its words. They are in a `language` if they say so."""

    name: str
    words: Markup | str
    language: str = ""


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


def filters(
    catalogue: Catalogue, settings: GuideSettings, t: Words, translated: Set[str] = frozenset()
) -> list[Filter]:
    """The questions for a catalogue; `translated` are the situations that are in the language of `t`.

    No answer is offered that no exercise fits, and no question without answers."""
    offered = {name for entry in catalogue.entries.values() for name in fitting(entry)}
    minutes = [Answer(f"minutes-{limit}", t("minutes", minutes=limit)) for limit in LIMITS]
    company = [Answer("for-one", t("choose-one")), Answer("for-both", t("choose-both"))]
    when = [
        Answer(f"when-{id_}", words, "" if id_ in translated else SOURCE) for id_, words in settings.situations.items()
    ]
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


def combinations(asked: list[Filter]) -> Iterator[list[str]]:
    """The names of the answers that can be chosen together, at least one, in every way."""
    names = [[None, *(answer.name for answer in one.answers)] for one in asked]
    for chosen in product(*names):
        if any(chosen):
            yield [name for name in chosen if name]
