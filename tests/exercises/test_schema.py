"""The schema that editors use is the model's, every exercise names it, and it sees what an editor can see."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from worksheets.exercises.examples import HERE as EXAMPLES
from worksheets.exercises.kinds import FOLDER, KINDS
from worksheets.schema import exercise_schema

from tests.support.project import ROOT

SCHEMA = ROOT / "exercises" / "schema.json"
EXERCISES = [
    *(ROOT / "exercises").glob("*/*.yml"),
    *FOLDER.glob("*/examples/**/*.yml"),
    *EXAMPLES.glob("*.yml"),
]


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def test_the_schema_is_in_step_with_the_model() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == exercise_schema(), "run `make schema`"


def test_the_schema_knows_every_kind_and_explains_every_key(schema: Any) -> None:
    fields = schema["$defs"]["Part"]["properties"]["fields"]["items"]
    assert set(fields["discriminator"]["mapping"]) == set(KINDS)
    assert schema["additionalProperties"] is False
    own = {name: part for name, part in schema.items() if name != "allOf"}
    assert {name for name, key in _keys(own) if not key.get("description")} == set()


def _keys(part: Any) -> Iterator[tuple[str, Any]]:
    """Every key that an author can write, in all depths."""
    if isinstance(part, dict):
        properties = part.get("properties")
        yield from properties.items() if isinstance(properties, dict) else ()
        for inner in part.values():
            yield from _keys(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _keys(inner)


def test_every_exercise_names_the_schema_and_fits_it(schema: Any) -> None:
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert len(EXERCISES) > 100
    for path in EXERCISES:
        text = path.read_text(encoding="utf-8")
        name = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / name).resolve() == SCHEMA, path
        assert [error.message for error in validator.iter_errors(yaml.safe_load(text))] == [], path


SCALE: dict[str, Any] = {"kind": "scale", "id": "heat", "label": "How warm?", "from": 0, "to": 10, "ends": ["a", "b"]}


def sheet(*fields: dict[str, Any], **changes: Any) -> dict[str, Any]:
    head = {"title": "A", "kind": "log", "for": "one", "minutes": 2, "purpose": "B.", "evidence": [], "stop": "C."}
    return {**head, "parts": [{"title": "D", "fields": [SCALE, *fields]}], **changes}


def advice(when: Any) -> dict[str, Any]:
    return {"kind": "advice", "when": when, "text": "E."}


DEEP = {"all": [{"heat": {"at-least": 1}}, {"any": [{"heat": {"is": 3}}, {"heat": {"at-most": 9}}]}]}


@pytest.mark.parametrize(
    "value",
    [
        sheet(),
        sheet(**{"for": "both", "alone": "safe-space/my-side-first"}),
        sheet(**{"minutes": 3, "two-minutes": "F."}),
        sheet(advice(DEEP)),
    ],
)
def test_an_editor_accepts_what_is_sound(value: Any, schema: Any) -> None:
    assert [error.message for error in Draft202012Validator(schema).iter_errors(value)] == []


@pytest.mark.parametrize(
    "value",
    [
        sheet(**{"for": "both"}),
        sheet(alone="safe-space/my-side-first"),
        sheet(**{"for": "both", "alone": "my-side-first.yml"}),
        sheet(minutes=3),
        sheet(purpose="See [this](page.md)."),
        sheet(SCALE | {"id": "How warm"}),
        sheet(SCALE | {"label": " ".join(["word"] * 15)}),
        sheet(SCALE | {"steps": 2}),
        sheet(advice({"heat": {"at-last": 7}})),
        sheet(advice({"all": [{"heat": {"at-least": 7}}]})),
        sheet(advice({"all": [{"heat": {"is": 1}}, {"any": [{"heat": {"is": 1}}, {"heat": {"most": 2}}]}]})),
        sheet(advice({"heat": {"is": 1}, "cold": {"is": 1}})),
        sheet(advice({})),
    ],
)
def test_an_editor_sees_what_is_not(value: Any, schema: Any) -> None:
    assert list(Draft202012Validator(schema).iter_errors(value))
