"""Every exercise and every example is a sound Questionnaire to two validators, and keeps FHIR's rules between items."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import fhirkit
import pytest
from fhir.resources.questionnaire import Questionnaire as QuestionnaireR5
from fhir.resources.R4B.questionnaire import Questionnaire as QuestionnaireR4
from pydantic import ValidationError
from worksheets.exercises.catalogue import Entry
from worksheets.exercises.examples import all_examples
from worksheets.fhir.releases import R4, R5, RELEASES, Release
from worksheets.guide.whole_guide import Guide

from tests.support.questionnaires import all_items, extension, questionnaire_of

Json = dict[str, Any]
MODELS: dict[Release, Any] = {R4: QuestionnaireR4, R5: QuestionnaireR5}


@pytest.fixture(scope="module")
def entries(guide: Guide) -> list[Entry]:
    """All exercises of the guide, and all examples."""
    return [*guide.catalogue.entries.values(), *(example.entry for example in all_examples())]


def refused(asked: Json, release: Release) -> list[str]:
    """What the validators say of a questionnaire; fhirkit knows R4 alone."""
    said = [f"fhirkit: {issue}" for issue in fhirkit.validate(asked)] if release is R4 else []
    try:
        MODELS[release].model_validate(asked)
    except ValidationError as error:
        said += [f"fhir.resources: {detail['loc']} {detail['msg']}" for detail in error.errors()]
    return said


def broken_rules(asked: Json) -> Iterator[str]:
    """The rules that the specification has in words, and validators of single elements do not see."""
    items = {item["linkId"]: item for item in all_items(asked)}
    yield from (f"{id_} twice" for id_, count in Counter(i["linkId"] for i in all_items(asked)).items() if count > 1)
    for id_, item in items.items():
        if item["type"] == "group" and not item.get("item"):
            yield f"que-1: {id_} is an empty group"
        if item["type"] == "display" and (item.get("item") or not item.get("text")):
            yield f"que-1: {id_} shows nothing, or holds items"
        if item["type"] in ("choice", "coding") and not item.get("answerOption"):
            yield f"{id_} has nothing to choose from"
        for test in item.get("enableWhen", ()):
            if not _can_pass(test, items.get(test["question"])):
                yield f"{id_} asks {test} in vain"
        if len(item.get("enableWhen", ())) > 1 and "enableBehavior" not in item:
            yield f"que-12: {id_} does not say whether one or all have to pass"


def _can_pass(test: Json, asked: Json | None) -> bool:
    if asked is None or test["operator"] == "exists":
        return asked is not None
    if "answerCoding" in test:
        codings = [option["valueCoding"] for option in asked.get("answerOption", ())]
        return test["answerCoding"] in [{key: one[key] for key in ("system", "code")} for one in codings]
    return bool(asked["type"] == ("boolean" if "answerBoolean" in test else "integer"))


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
def test_every_exercise_is_sound(release: Release, entries: list[Entry]) -> None:
    assert len(entries) > 100
    asked = {entry.id: questionnaire_of(entry, release) for entry in entries}
    assert {id_: said for id_, one in asked.items() if (said := refused(one, release))} == {}
    assert {id_: broken for id_, one in asked.items() if (broken := list(broken_rules(one)))} == {}


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
def test_stop_comes_first_and_every_choice_of_one_can_be_skipped(release: Release, entries: list[Entry]) -> None:
    for entry in entries:
        asked = questionnaire_of(entry, release)
        stop = asked["item"][0]
        assert (stop["text"], stop["type"]) == ("When to stop", "group")
        assert [item["linkId"] for item in stop["item"]] == ["_stop.text", "_stop.help", "_stop.record"]
        for item in all_items(asked):
            assert not item.get("required")
            assert not any(option.get("initialSelected") for option in item.get("answerOption", ()))
            if item.get("answerOption") and not item.get("repeats"):
                assert item["answerOption"][-1]["valueCoding"]["code"] == "skip"


def first(entries: list[Entry], *kinds: str) -> Json:
    """A questionnaire of an exercise that has fields of all these kinds, in R4."""
    return questionnaire_of(
        next(one for one in entries if {*kinds} <= {field.kind for field in one.exercise.fields}), R4
    )


def test_the_validators_refuse_what_is_broken(entries: list[Entry]) -> None:
    asked = first(entries, "scale", "advice")
    assert refused(asked, R4) == []
    advice = next(item for item in all_items(asked) if item.get("enableWhen"))
    advice["enableWhen"][0] |= {"answerInteger": "I would rather not say"}
    del advice["enableWhen"][0]["answerCoding"]
    said = refused(asked, R4)
    assert {one.partition(":")[0] for one in said} == {"fhirkit", "fhir.resources"}
    del asked["status"]
    assert len(refused(asked, R4)) > len(said)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda item: item["enableWhen"][0].update(question="gone"), "in vain"),
        (lambda item: item["enableWhen"][0]["answerCoding"].update(code="gone"), "in vain"),
        (lambda item: item.pop("enableBehavior"), "que-12"),
        (lambda item: item.update(item=[]), "que-1"),
        (lambda item: item.update(linkId="_end"), "twice"),
    ],
)
def test_the_rules_see_what_is_broken(change: Any, said: str, entries: list[Entry]) -> None:
    asked = first(entries, "scale", "advice")
    change(next(item for item in all_items(asked) if item.get("enableWhen")))
    assert any(said in one for one in broken_rules(asked))


def test_a_scale_has_weights_and_a_sum_is_calculated(entries: list[Entry]) -> None:
    asked = {
        release: questionnaire_of(next(e for e in entries if e.id == "examples/sum"), release) for release in RELEASES
    }
    for release, name in ((R4, "ordinalValue"), (R5, "itemWeight")):
        choices = [item for item in all_items(asked[release]) if item.get("answerOption")]
        weights = [extension(option, name) for option in choices[0]["answerOption"]]
        assert weights[-1] is None
        assert all(isinstance(weight, int) for weight in weights[:-1])
        assert any(extension(item, "sdc-questionnaire-calculatedExpression") for item in all_items(asked[release]))
