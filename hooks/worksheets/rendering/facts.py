"""What a reader asks of an exercise first, in words."""

from typing import NamedTuple

from markupsafe import Markup

from ..authoring.words import Words
from ..exercises.exercise import Exercise


class Facts(NamedTuple):
    """What a reader asks of an exercise first: what it is, how long it takes, and for how many it is."""

    kind: Markup
    minutes: Markup
    company: Markup


def facts_of(exercise: Exercise, t: Words) -> Facts:
    """The facts of an exercise in words."""
    minutes = t("one-minute") if exercise.minutes == 1 else t("minutes", minutes=exercise.minutes)
    return Facts(t(exercise.kind), minutes, t("for-two" if exercise.for_ == "both" else "for-one"))
