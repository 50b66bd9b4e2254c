"""The schema that editors use is the model's, and every exercise names it."""

import json
from pathlib import Path

from worksheets.exercises.examples import HERE as EXAMPLES
from worksheets.exercises.kinds import FOLDER, KINDS
from worksheets.schema import exercise_schema

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "exercises" / "schema.json"


def test_the_schema_is_in_step_with_the_model() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == exercise_schema(), "run `make schema`"


def test_the_schema_knows_every_kind_and_explains_its_keys() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    fields = schema["$defs"]["Part"]["properties"]["fields"]["items"]
    assert set(fields["discriminator"]["mapping"]) == set(KINDS)
    assert schema["properties"]["stop"]["description"]
    assert schema["additionalProperties"] is False


def test_every_exercise_names_the_schema() -> None:
    paths = [*(ROOT / "exercises").glob("*/*.yml"), *FOLDER.glob("*/examples/**/*.yml"), *EXAMPLES.glob("*.yml")]
    assert len(paths) > 50
    for path in paths:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        name = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / name).resolve() == SCHEMA, path
