"""Options that a comma may have taken apart are told, and those that are meant are not."""

from pathlib import Path

import pytest
from worksheets.authoring.yaml_document import read_document
from worksheets.exercises.split_options import split_options

from tests.support.project import ROOT


def told(options: str) -> list[str]:
    document, problems = read_document(
        f"parts:\n  - fields:\n      - id: length\n        options: {options}\n", "a.yml"
    )
    assert problems == []
    return [str(one) for one in split_options([document])]


def test_what_may_belong_to_the_option_before_is_told() -> None:
    assert told("[Yes, of course, No]") == [
        "a.yml:4: part 1 › field 1 “length” › option 2: “of course” begins with a small letter, so it may belong to "
        '“Yes”. If both are one option, put them in quotes: `"Yes, of course"`; if not, this: `"of course"`.'
    ]
    assert told('["Yes, of course", No]') == []


@pytest.mark.parametrize("options", ["[Short, sweet, Long]", "[Ja, nein]", "[No, A, Élan, été]"])
def test_a_small_letter_behind_a_capital_is_told_once(options: str) -> None:
    assert len(told(options)) == 1


@pytest.mark.parametrize(
    "options",
    ['[Yes, "of course", No]', "['Yes', of course]", "[yes, no]", "[iPhone, Android]", "[Mon, Tue]", "[10, a lot]",
     "[نعم, لا]", "\n          - Yes\n          - of course"],
)  # fmt: skip
def test_what_is_meant_is_not_told(options: str) -> None:
    assert told(options) == []


def test_no_exercise_of_the_guide_is_suspected() -> None:
    files = [*(ROOT / "exercises").glob("*/*.yml"), *Path(ROOT / "languages").glob("*/exercises/*/*.yml")]
    documents = [read_document(path.read_text(encoding="utf-8"), path.name)[0] for path in files]
    assert len(documents) > 100
    assert list(split_options(documents)) == []
