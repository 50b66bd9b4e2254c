"""A program that knows FHIR shows the same advice, thoughts and sums as our own rules, whatever is answered."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from worksheets.exercises.answers import options
from worksheets.exercises.catalogue import Entry
from worksheets.exercises.conditions import Answers, holds
from worksheets.exercises.examples import SECTION, all_examples
from worksheets.exercises.exercise import Exercise, Part
from worksheets.exercises.kinds.advice import Advice
from worksheets.exercises.kinds.sum import Sum
from worksheets.fhir.releases import R4, RELEASES, Release
from worksheets.guide.whole_guide import Guide

from tests.support import asked_at_random
from tests.support.asked_sheet import SHEET
from tests.support.fhirpath_engine import evaluated
from tests.support.questionnaires import all_items, coded, extension, is_shown, questionnaire_of, response

Json = dict[str, Any]
TIMES = int(os.environ.get("ANSWERS", "5"))
"""How often each exercise is answered; `make proofs` asks for more."""


@dataclass(frozen=True)
class Trial:
    """One item, or several, after some answers: what FHIR asks, and what our own rule says."""

    exercise: str
    answers: Answers
    item: Json
    given: dict[str, list[Json]]
    question: tuple[str, Json, str]
    expected: Any


def advised(entry: Entry, release: Release, seed: Random) -> Iterator[Trial]:
    """Each piece of advice of an exercise, after answers at random, several times."""
    asked = questionnaire_of(entry, release)
    items = {item["linkId"]: item for item in all_items(asked)}
    advice = {f"_at-{at}": one for at, one in enumerate(entry.exercise.fields, 1) if isinstance(one, Advice)}
    for answers in [asked_at_random.answers(entry.exercise, seed) for _ in range(TIMES)]:
        given = coded(asked, entry.exercise, answers)
        whole = response(asked, given)
        for link_id, field in advice.items():
            item = items[link_id]
            expression = (extension(item, "sdc-questionnaire-enableWhenExpression") or {}).get("expression", "")
            expected = holds(field.when, entry.exercise, answers)
            yield Trial(entry.id, answers, item, given, (expression, whole, release.name), expected)


def shown(trials: list[Trial]) -> list[bool]:
    """What is shown of some trials."""
    by_path = iter(evaluated([trial.question for trial in trials if trial.question[0]]))
    return [next(by_path) == [True] if t.question[0] else is_shown(t.item, t.given) for t in trials]


def with_advice(exercise: Exercise, conditions: list[dict[str, Any]]) -> Entry:
    """A sheet with a piece of advice for each condition."""
    fields = [{"kind": "advice", "when": condition, "text": "Rest."} for condition in conditions]
    parts = [
        Part.model_validate({"title": "Advice", "fields": fields[at : at + 20]}) for at in range(0, len(fields), 20)
    ]
    return Entry("examples/asked", SECTION, exercise.model_copy(update={"parts": (*exercise.parts, *parts)}))


def asked_sheets(seed: Random) -> Iterator[Entry]:
    """Sheets with conditions that no author has written yet."""
    for _ in range(2):
        yield with_advice(SHEET, list(asked_at_random.conditions(SHEET, seed, 100)))


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
def test_the_same_advice_after_the_same_answers(release: Release, guide: Guide) -> None:
    seed = Random(21)
    entries = [*guide.catalogue.entries.values(), *(one.entry for one in all_examples()), *asked_sheets(seed)]
    entries = [entry for entry in entries if any(isinstance(field, Advice) for field in entry.exercise.fields)]
    trials = [trial for entry in entries for trial in advised(entry, release, seed)]
    found = zip(trials, shown(trials), strict=True)
    assert [(one.exercise, one.answers, one.item) for one, is_ in found if is_ != one.expected] == []
    by_path = [trial for trial in trials if trial.question[0]]
    by_tests = [trial for trial in trials if not trial.question[0]]
    print(f"{release.name}: {len(by_tests)} answers to enableWhen and {len(by_path)} to FHIRPath say the same.")
    for some in (by_path, by_tests):
        assert len(some) >= 70 * TIMES
        assert {trial.expected for trial in some} == {True, False}


def our_sum(field: Sum, exercise: Exercise, answers: Answers) -> int | None:
    """The sum as the guide's pages count it: none until all that can be skipped has an answer and one counts."""
    asked = {id_: known for id_, known in options(exercise).items() if id_ in field.of}
    added = [known.adds[value] for id_, known in asked.items() for value in answers[id_] if value in known.adds]
    complete = all(answers[id_] for id_, known in asked.items() if known.skip is not None)
    return sum(added) if complete and added else None


@dataclass(frozen=True)
class Added:
    """A sum after some answers: the questionnaire, the answers as FHIR has them, and the sum by our own rule."""

    field: Sum
    asked: Json
    given: dict[str, list[Json]]
    expected: int | None

    def question(
        self, link_id: str, name: str, given: dict[str, list[Json]], release: Release
    ) -> tuple[str, Json, str]:
        """The expression of an item, for some answers."""
        item = next(item for item in all_items(self.asked) if item["linkId"] == f"{self.field.id}.{link_id}")
        return extension(item, f"sdc-questionnaire-{name}")["expression"], response(self.asked, given), release.name


def added(entry: Entry, field: Sum, release: Release, seed: Random) -> Iterator[Added]:
    """A sum of an exercise after answers at random, several times."""
    asked = questionnaire_of(entry, release)
    for answers in [asked_at_random.answers(entry.exercise, seed) for _ in range(3 * TIMES)]:
        yield Added(field, asked, coded(asked, entry.exercise, answers), our_sum(field, entry.exercise, answers))


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
def test_the_same_sum_and_the_same_words_for_it(release: Release, guide: Guide) -> None:
    seed = Random(22)
    entries = [*guide.catalogue.entries.values(), *(one.entry for one in all_examples())]
    fields = [(entry, field) for entry in entries for field in entry.exercise.fields if isinstance(field, Sum)]
    trials = [trial for entry, field in fields for trial in added(entry, field, release, seed)]
    sums = evaluated([one.question("sum", "calculatedExpression", one.given, release) for one in trials])
    assert sums == [[] if one.expected is None else [one.expected] for one in trials]
    bands = [
        (one.expected, band, one.question(f"band-{number}", "enableWhenExpression", one.given | known, release))
        for one, found in zip(trials, sums, strict=True)
        for known in [{f"{one.field.id}.sum": [{"valueInteger": value} for value in found]}]
        for number, band in enumerate(one.field.bands, 1)
    ]
    shown = evaluated([question for _, _, question in bands])
    assert shown == [[expected is not None and band.from_ <= expected <= band.to] for expected, band, _ in bands]
    print(f"{release.name}: {len(sums)} sums and {len(bands)} ranges are the same.")
    assert len(sums) >= 12 * TIMES
    assert {found == [] for found in sums} == {True, False}


def test_a_thought_follows_a_placed_statement() -> None:
    entry = next(one.entry for one in all_examples() if one.shows == "sort")
    items = {item["linkId"]: item for item in all_items(questionnaire_of(entry, R4))}
    thoughts = [id_ for id_ in items if id_.endswith(".thought")]
    assert len(thoughts) > 1
    for id_ in thoughts:
        statement = id_.removesuffix(".thought")
        assert not is_shown(items[id_], {})
        for option in items[statement]["answerOption"]:
            assert is_shown(items[id_], {statement: [{"valueCoding": option["valueCoding"]}]})
