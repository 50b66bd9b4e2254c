"""What an author is told of a sum that does not fit."""

from typing import Any

import pytest

from tests.support.exercise_pages import fields_as_yaml, told
from tests.support.sample_fields import LINE, SCALE, sum_of

FIELD = "part 1 › field 2 “full”"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            [SCALE, sum_of(["heet"], (0, 5), (6, 10))],
            [f"{FIELD} › of 1: There is no field `heet` in this exercise. Did you mean `heat`?"],
        ),
        (
            [LINE, sum_of(["word"], (0, 5), (6, 10))],
            [
                f"{FIELD} › of 1: `word` is a `line`, which has no number to add. "
                "Name a field whose answer is a chosen number, or ticked."
            ],
        ),
        (
            [sum_of(["heat"], (0, 5), (6, 10)), SCALE],
            ["part 1 › field 1 “full” › of 1: `heat` is below the sum. Move the sum below all that it adds."],
        ),
        (
            [SCALE, sum_of(["heat", "heat"], (0, 5), (6, 10))],
            [f"{FIELD} › of 2: `heat` is added twice. Remove it here."],
        ),
        (
            [LINE, sum_of(["full", "none"], (0, 5), (6, 10))],
            [
                f"{FIELD} › of 1: `full` is a `sum`, which has no number to add. "
                "Name a field whose answer is a chosen number, or ticked.",
                f"{FIELD} › of 2: There is no field `none` in this exercise. Add a field of numbers or ticks above.",
            ],
        ),
        (
            [SCALE, sum_of(["heat"], (1, 5), (7, 9))],
            [
                f"{FIELD} › band 1 › from: No band holds 0. The sum can be 0 to 10. Write `from: 0`.",
                f"{FIELD} › band 2 › from: No band holds 6. The sum can be 0 to 10. Write `from: 6`.",
                f"{FIELD} › band 2 › to: No band holds 10. The sum can be 0 to 10. Write `to: 10`, or add a band.",
            ],
        ),
        (
            [SCALE, sum_of(["heat"], (0, 5), (5, 14))],
            [
                f"{FIELD} › band 2 › from: This band begins at 5, but those before it reach 5. "
                "The sum can be 0 to 10. Write `from: 6`.",
                f"{FIELD} › band 2 › to: This band ends at 14, which cannot be reached. "
                "The sum can be 0 to 10. Write `to: 10`.",
            ],
        ),
        (
            [SCALE, sum_of(["heat"], (5, 0), (6, 10))],
            [f"{FIELD} › band 1: From 5 to 0 isn't a range. Write `from: 0` and `to: 5`."],
        ),
        (
            [SCALE, sum_of(["heat"], (0, 10))],
            [
                f"{FIELD} › bands: A list does not fit: at least 2 are needed. Write `bands: …` "
                "(words for each range, from 0 to the highest possible sum, without gap or overlap)."
            ],
        ),
    ],
)
def test_a_sum_that_does_not_fit(fields: list[dict[str, Any]], expected: list[str]) -> None:
    assert told(fields_as_yaml(*fields)) == expected


@pytest.mark.parametrize(
    "word",
    [
        "score", "Scores", "test", "TESTED", "diagnosis", "diagnose", "result", "results", "normal", "abnormal",
        "disorder", "type", "**type**", "_test_", "te\u00adst", "self-test",
    ],
)  # fmt: skip
def test_a_sum_says_no_verdict(word: str) -> None:
    said_of = word.strip("*_").replace("\u00ad", "").removeprefix("self-")
    wrong = f"“{said_of}” turns a sum into a verdict, and a sum only adds."
    message = f"{wrong} Say what to notice or to do now, without that word."
    plain = word.strip("*_")  # signs in plain words are told as such
    bad = sum_of(["heat"], (0, 10), label=f"My {plain}", hint=f"A {plain}.")
    bad["bands"] = [{"from": 0, "to": 5, "text": f"A {word} here."}, {"from": 6, "to": 10, "text": "Some words."}]
    assert told(fields_as_yaml(SCALE, bad)) == [
        f"{FIELD} › label: {message}",
        f"{FIELD} › hint: {message}",
        f"{FIELD} › band 1 › text: {message}",
    ]


@pytest.mark.parametrize("word", ["testament", "latest", "underscored", "typewriter", "normality"])
def test_words_that_only_look_alike_are_fine(word: str) -> None:
    assert told(fields_as_yaml(SCALE, sum_of(["heat"], (0, 5), (6, 10), label=f"My {word}"))) == []
