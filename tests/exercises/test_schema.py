"""The schemas that editors use are the models', are valid everywhere, and every exercise names its own."""

import json
import subprocess
import sys

import pytest
from worksheets.exercises.examples import HERE as EXAMPLES
from worksheets.exercises.kinds import FOLDER, KINDS
from worksheets.schema import exercise_schema

from tests.support.project import ROOT

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
    paths = [*(ROOT / "exercises").glob("*/*.yml"), *FOLDER.glob("*/example.yml"), *EXAMPLES.glob("*.yml")]
    assert len(paths) > 50
    for path in paths:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        name = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / name).resolve() == SCHEMA, path


@pytest.mark.parametrize(
    ("schema", "files"),
    [("exercises/schema.json", "exercises/*/*.yml"), ("brand.schema.json", "**/brand.yml")],
)
def test_a_schema_is_valid_in_every_editor_and_so_are_the_files(schema: str, files: str) -> None:
    """By regular expressions as ECMA has them, which editors use: stricter in what may be escaped than Python's."""
    check = [sys.executable, "-m", "check_jsonschema", "--regex-variant", "default"]
    paths = [str(path) for path in sorted(ROOT.glob(files)) if "site-packages" not in path.parts]
    for arguments in (["--check-metaschema", schema], ["--schemafile", schema, *paths]):
        done = subprocess.run([*check, *arguments], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
