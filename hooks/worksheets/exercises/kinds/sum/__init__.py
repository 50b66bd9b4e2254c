"""Chosen values, added up for the reader to read off."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from markupsafe import Markup
from pydantic import AfterValidator, model_validator
from pydantic import Field as Setting

from ....authoring.problems import nearest
from ....authoring.strict_model import Strict
from ....authoring.text_types import Id, Label, Line, Prose, mistake
from ....authoring.words import Words
from ...answers import listed, options, questions
from ...field import Choosable, ExerciseParts, Field, Mistake, Placed, Question
from .terms import Terms, terms

VERDICT = re.compile(
    r"(?<![a-z])(?:scor(?:e[sd]?|ing)|test(?:s|ed|ing)?|diagnos[a-z]*|results?|(?:ab)?normal(?:ly)?|disorders?|types?)"
    r"(?![a-z])",
    re.IGNORECASE,
)
"""Words that turn a number that somebody added up into a judgement of that person."""


def _no_verdict(text: str) -> str:
    # A soft hyphen cannot be seen, and would hide a word.
    if match := VERDICT.search(text.replace("\u00ad", "")):
        raise mistake(
            f"“{match[0]}” turns a sum into a verdict, and a sum only adds.",
            "Say what to notice or to do now, without that word.",
        )
    return text


class Band(Strict):
    """What to say to the sums from one number to another."""

    from_: Annotated[int, Setting(ge=0)]
    """the lowest sum of this band"""
    to: Annotated[int, Setting(ge=0)]
    """the highest sum of this band"""
    text: Annotated[Prose, AfterValidator(_no_verdict)]
    """what to notice or to do now, never what somebody is"""

    @model_validator(mode="after")
    def _rises(self) -> "Band":
        if self.from_ > self.to:
            raise mistake(
                f"From {self.from_} to {self.to} isn't a range.", f"Write `from: {self.to}` and `to: {self.from_}`."
            )
        return self


class Sum(Question):
    """Adds what was chosen above, for the reader to read off. It never judges; its bands speak of today."""

    shelf = "lively"
    unread: ClassVar[frozenset[str]] = frozenset({"kind", "id", "of"})

    kind: Literal["sum"]
    """what was chosen above, added up"""
    label: Annotated[Label, AfterValidator(_no_verdict)]
    """what the number is about, at most fourteen words"""
    hint: Annotated[Line, AfterValidator(_no_verdict)] | None = None
    """one short sentence that helps to read it"""
    of: Annotated[tuple[Id, ...], Setting(min_length=1, max_length=20)]
    """ids of the fields to add, all above: a number adds itself, and everything ticked adds 1"""
    bands: Annotated[tuple[Band, ...], Setting(min_length=2, max_length=6)]
    """words for each range, from 0 to the highest possible sum, without gap or overlap"""

    def added(self, exercise: ExerciseParts) -> tuple[Question, ...]:
        """The fields that are added, in the order of the exercise."""
        return tuple(field for id_, field in questions(exercise).items() if id_ in self.of)

    def most(self, exercise: ExerciseParts) -> int:
        """The highest sum that can be chosen; the lowest is 0, when nothing is."""
        known = options(exercise)
        return sum(known[id_].most for id_ in self.of)

    def adds_all_above(self, exercise: ExerciseParts) -> bool:
        """Whether nothing that can be chosen above is left out."""
        above = exercise.fields[: _place(self, exercise)]
        return all(field.id in self.of for field in above if isinstance(field, Question) and _is_chosen(field))

    def explained(self, exercise: ExerciseParts, t: Words) -> Markup:
        """What is added, how, and what it does not mean."""
        added = self.added(exercise)
        labels = Markup(listed([t("quoted", words=field.label) for field in added], t("and"), t.comma))
        what = t("sum-above") if self.adds_all_above(exercise) else t("sum-answers", labels=labels)
        skips = [options(exercise)[field.id].skip is not None for field in added]
        sentences = [t("sum-added", what=what, most=self.most(exercise))]
        sentences += [t("sum-ticks")] if not all(skips) else []
        sentences += [t("sum-skips")] if any(skips) else []
        return Markup(" ").join([*sentences, t("sum-no-judge")])

    def terms(self, entry: Placed) -> Terms:
        """What the stylesheet of this sum is made of."""
        known = options(entry.exercise)
        sources = [(entry.control_id(field), known[field.id]) for field in self.added(entry.exercise)]
        return terms(sources, [(band.from_, band.to) for band in self.bands])

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """Each field in `of` is there, above, and has something to add; the bands cover what can be chosen."""
        misfits = tuple(self._misfits(exercise))
        yield from misfits or self._gaps(self.most(exercise))

    def _misfits(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        places = {field.id: index for index, field in enumerate(exercise.fields) if isinstance(field, Question)}
        can_be_added = [id_ for id_, one in options(exercise).items() if one.adds]
        for index, id_ in enumerate(self.of):
            if id_ in self.of[:index]:
                yield ("of", index), f"`{id_}` is added twice.", "Remove it here."
            elif id_ not in places:
                write = nearest(id_, can_be_added) or "Add a field of numbers or ticks above."
                yield ("of", index), f"There is no field `{id_}` in this exercise.", write
            elif id_ not in can_be_added:
                wrong = f"`{id_}` is a `{exercise.fields[places[id_]].kind}`, which has no number to add."
                yield ("of", index), wrong, "Name a field whose answer is a chosen number, or ticked."
            elif places[id_] > _place(self, exercise):
                yield ("of", index), f"`{id_}` is below the sum.", "Move the sum below all that it adds."

    def _gaps(self, most: int) -> Iterator[Mistake]:
        range_ = f"The sum can be 0 to {most}."
        start = 0
        for index, band in enumerate(self.bands):
            if band.from_ > start:
                yield ("bands", index, "from"), f"No band holds {_range(start, band.from_ - 1)}. {range_}", _from(start)
            elif band.from_ < start:
                wrong = f"This band begins at {band.from_}, but those before it reach {start - 1}. {range_}"
                yield ("bands", index, "from"), wrong, _from(start)
            start = band.to + 1
        if start <= most:
            wrong = f"No band holds {_range(start, most)}. {range_}"
            yield ("bands", len(self.bands) - 1, "to"), wrong, f"Write `to: {most}`, or add a band."
        elif start > most + 1:
            wrong = f"This band ends at {start - 1}, which cannot be reached. {range_}"
            yield ("bands", len(self.bands) - 1, "to"), wrong, f"Write `to: {most}`."


def _place(field: Field, exercise: ExerciseParts) -> int:
    return next(index for index, one in enumerate(exercise.fields) if one is field)


def _is_chosen(field: Question) -> bool:
    return isinstance(field, Choosable) or field.answers is not None


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _from(start: int) -> str:
    return f"Write `from: {start}`."
