"""The way through an exercise that is offered one part at a time."""

from dataclasses import dataclass

from markupsafe import Markup

from ..authoring.words import Words
from ..exercises.catalogue import Entry


@dataclass(frozen=True)
class StepLink:
    """A link inside an exercise: the id of what it leads to, and its words."""

    target: str
    words: Markup


@dataclass(frozen=True)
class Step:
    """One part of an exercise, with its id and the links below it."""

    id: str
    links: tuple[StepLink, ...]


def steps(entry: Entry, t: Words) -> tuple[Step, ...]:
    """A step for each part: back to the one before, on to the next, and to the whole exercise.

    There are none if the exercise is not offered in steps.
    """
    if not entry.exercise.steps:
        return ()
    parts = [(f"part-{entry.anchor}--{number}", part.title) for number, part in enumerate(entry.exercise.parts, 1)]
    back = [StepLink(id_, t("back-to", title=title)) for id_, title in parts]
    on = [StepLink(id_, t("on-to", title=title)) for id_, title in parts]
    whole = StepLink(entry.anchor, t("all-parts"))
    return tuple(Step(id_, (*back[:place][-1:], *on[place + 1 :][:1], whole)) for place, (id_, _) in enumerate(parts))
