"""Every schema is one that editors can load, every file names its own, and a validator finds nothing wrong in them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from worksheets.authoring.yaml_document import read_document
from worksheets.exercises.examples import HERE as EXAMPLES
from worksheets.exercises.kinds import FOLDER
from worksheets.schema import schemas

from tests.support.project import ROOT

FILES = {
    "exercises/schema.json": [
        *(ROOT / "exercises").glob("*/*.yml"),
        *(ROOT / "clinics").glob("*/exercises/*/*.yml"),
        *FOLDER.glob("*/examples/**/*.yml"),
        *EXAMPLES.glob("*.yml"),
    ],
    "exercises/sections.schema.json": [ROOT / "exercises" / "sections.yml"],
    "packs/schema.json": [*(ROOT / "packs").glob("*.yml"), *(ROOT / "clinics").glob("*/packs/*.yml")],
    "reviews/schema.json": [*(ROOT / "reviews").glob("*.yml")],
    "sources/helplines.schema.json": [ROOT / "sources" / "helplines.yml"],
    "words/schema.json": [
        *(ROOT / "words").glob("*.yml"),
        *(ROOT / "languages").glob("*/words.yml"),
        *(ROOT / "clinics").glob("*/words.yml"),
    ],
    "languages/language.schema.json": [*(ROOT / "languages").glob("*/language.yml")],
    "languages/helplines.schema.json": [*(ROOT / "languages").glob("*/helplines.yml")],
    "languages/rules.schema.json": [*(ROOT / "languages").glob("*/rules.yml")],
    "guide.schema.json": [ROOT / "guide.yml"],
    "fleet.schema.json": [*(ROOT / "fleets").glob("*/fleet.yml")],
    "brand.schema.json": [ROOT / "brand.yml", *(ROOT / "clinics").glob("*/brand.yml")],
}
LINE = "# yaml-language-server: $schema="


def validated(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    """Have a validator check files, with regular expressions as ECMA-262 has them and editors read them."""
    command = [sys.executable, "-m", "check_jsonschema", "--regex-variant", "default", "--schemafile"]
    return subprocess.run([*command, str(ROOT / schema), *map(str, files)], capture_output=True, text=True, timeout=120)


def test_the_schemas_are_in_step_with_the_models() -> None:
    for path, text in schemas(ROOT).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run `make schema`"
    assert {path.relative_to(ROOT).as_posix() for path in schemas(ROOT)} == set(FILES)


@pytest.mark.parametrize("schema", [schema for schema, files in FILES.items() if files])
def test_every_file_is_valid_and_names_its_schema(schema: str) -> None:
    done = validated(schema, *FILES[schema])
    assert done.returncode == 0, done.stdout + done.stderr
    for path in FILES[schema]:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith(LINE), path
        assert (path.parent / first.removeprefix(LINE)).resolve() == ROOT / schema, path


@pytest.mark.parametrize(
    ("schema", "file", "old", "new"),
    [
        ("exercises/schema.json", "exercises/repair/pause-plan.yml", "alone:", "hint:"),
        ("exercises/schema.json", "exercises/repair/pause-plan.yml", "alone: repair/my-pause-plan\n", ""),
        ("exercises/schema.json", "exercises/repair/my-pause-plan.yml", "for: one", "for: both"),
        ("exercises/schema.json", "exercises/repair/my-pause-plan.yml", "two-minutes:", "hint:"),
        ("exercises/schema.json", "exercises/boundaries/what-i-will-do.yml", "id: moment", "id: My_moment"),
        ("exercises/sections.schema.json", "exercises/sections.yml", "title:", "titel:"),
        ("packs/schema.json", "packs/first-evening.yml", "for-whom:", "for:"),
        ("sources/helplines.schema.json", "sources/helplines.yml", "code: GB", "code: gb"),
        ("sources/helplines.schema.json", "sources/helplines.yml", "        seen: true", "        seen: perhaps"),
        ("words/schema.json", "languages/de/words.yml", "leave:", "laeve:"),
        ("words/schema.json", "languages/de/words.yml", "{version}", "{verison}"),
        ("languages/language.schema.json", "languages/de/language.yml", "name:", "nmae:"),
        ("languages/helplines.schema.json", "languages/de/helplines.yml", "name:", "nmae:"),
        ("brand.schema.json", "brand.yml", '"#8c3a22"', "navy"),
        ("brand.schema.json", "brand.yml", "https://www.bbc", "http://www.bbc"),
    ],
)
def test_an_editor_sees_mistakes(schema: str, file: str, old: str, new: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert old in text
    validator = Draft202012Validator(json.loads((ROOT / schema).read_text(encoding="utf-8")))
    assert list(validator.iter_errors(read_document(text, file)[0].value)) == []
    assert list(validator.iter_errors(read_document(text.replace(old, new, 1), file)[0].value)) != []
