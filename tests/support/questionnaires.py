"""Questionnaires of the guide and of the gallery, answers to them, and what a program that knows FHIR would show."""

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from worksheets.exercises.answers import options
from worksheets.exercises.catalogue import Entry
from worksheets.exercises.conditions import Answers
from worksheets.exercises.exercise import Exercise
from worksheets.fhir.questionnaire import Publication, Sheet, questionnaire
from worksheets.fhir.releases import Release

from tests.support.renderers import words

ENGLISH = words()
Json = dict[str, Any]

PUBLICATION = Publication("A guide", "Those who write it", "https://guide.example.org/", "CC BY 4.0", "1.2.3")


def questionnaire_of(entry: Entry, release: Release) -> Json:
    """The questionnaire of an exercise in English, read back from its JSON."""
    sheet = Sheet(entry, ENGLISH, "It comes from practice.", "Help: 999.", None)
    found: Json = json.loads(questionnaire(sheet, PUBLICATION, release))
    return found


def all_items(parent: Json) -> Iterator[Json]:
    """Every item of a questionnaire, each before those in it."""
    for item in parent.get("item", ()):
        yield item
        yield from all_items(item)


def extension(element: Json, name: str) -> Any:
    """The value of the extension whose address ends with a name; None if there is none."""
    for one in element.get("extension", ()):
        if one["url"].rpartition("/")[2] == name:
            return next(value for key, value in one.items() if key.startswith("value"))
    return None


def coded(asked: Json, exercise: Exercise, answers: Answers) -> dict[str, list[Json]]:
    """Answers in the author's words as FHIR has them, by link id: those at the same place among the options."""
    items = {item["linkId"]: item for item in all_items(asked)}
    found = {}
    for id_, known in options(exercise).items():
        chosen: Set[Any] = answers.get(id_, frozenset())
        if items[id_]["type"] == "boolean":
            found[id_] = [{"valueBoolean": True}] if chosen else []
            continue
        pairs = zip(known.controls, items[id_]["answerOption"], strict=True)
        found[id_] = [{"valueCoding": option["valueCoding"]} for value, option in pairs if value in chosen]
    return found


def response(asked: Json, given: Mapping[str, Sequence[Json]]) -> Json:
    """The response with some answers by link id; groups are in it as in the questionnaire."""
    return {
        "resourceType": "QuestionnaireResponse",
        "status": "in-progress",
        "questionnaire": asked["url"],
        "item": list(_given(asked, given)),
    }


def _given(parent: Json, given: Mapping[str, Sequence[Json]]) -> Iterator[Json]:
    for item in parent.get("item", ()):
        if item["type"] == "group":
            yield {"linkId": item["linkId"], "item": list(_given(item, given))}
        elif answer := given.get(item["linkId"]):
            yield {"linkId": item["linkId"], "answer": list(answer)}


def is_shown(item: Json, given: Mapping[str, Sequence[Json]]) -> bool:
    """Whether an item with `enableWhen` is shown, as the specification has it."""
    passed = [_passes(test, given.get(test["question"], ())) for test in item["enableWhen"]]
    return any(passed) if item.get("enableBehavior", "all") == "any" else all(passed)


def _passes(test: Json, answers: Sequence[Json]) -> bool:
    ((key, wanted),) = ((key, value) for key, value in test.items() if key.startswith("answer"))
    if test["operator"] == "exists":
        return bool(bool(answers) == wanted)
    assert test["operator"] == "="
    return any(_same(answer[key.replace("answer", "value")], wanted) for answer in answers)


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return bool((value["system"], value["code"]) == (wanted["system"], wanted["code"]))
    return bool(value == wanted)
