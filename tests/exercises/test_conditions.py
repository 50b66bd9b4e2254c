"""Conditions: when they are true, how they are said, and what a browser is told."""

from typing import Any

import pytest
from worksheets.exercises.catalogue import Entry
from worksheets.exercises.conditions import Answers, holds, in_words, mistakes, selector
from worksheets.exercises.exercise import Section

from tests.support.asked_sheet import FED, HOT, LONG, SHEET, SKIP
from tests.support.renderers import words

SECTION = Section.model_validate({"id": "x", "title": "X", "page": "steps/x.md"})
TICKS = frozenset({"ticked"})
TEA = {"helps": {"is": "Tea"}}

MEANINGS: list[tuple[dict[str, Any], str, list[Answers], list[Answers]]] = [
    (HOT, "If “How warm?” is 7 or more", [{"heat": {7}}, {"heat": {10}}], [{"heat": {6}}, {"heat": {SKIP}}]),
    ({"heat": {"at-most": 3}}, "If “How warm?” is 3 or less", [{"heat": {3}}, {"heat": {0}}], [{"heat": {4}}]),
    ({"heat": {"is": 5}}, "If “How warm?” is 5", [{"heat": {5}}], [{"heat": {4}}, {"heat": {6}}]),
    ({"heat": {"is": SKIP}}, f"If “How warm?” is “{SKIP}”", [{"heat": {SKIP}}], [{"heat": {0}}]),
    ({"heat": {"any-of": [0, 5, 9]}}, "If “How warm?” is 0, 5 or 9", [{"heat": {9}}], [{"heat": {8}}]),
    (
        {"heat": {"at-least": 4, "at-most": 6}},
        "If “How warm?” is from 4 to 6",
        [{"heat": {4}}, {"heat": {6}}],
        [{"heat": {3}}, {"heat": {7}}],
    ),
    (LONG, "If “How long?” is “Long”", [{"length": {"Long"}}], [{"length": {"Short"}}, {"length": {"Later"}}]),
    (
        {"length": {"any-of": ["Long", "Later"]}},
        "If “How long?” is “Long” or “Later”",
        [{"length": {"Later"}}],
        [{"length": {"Short"}}],
    ),
    (
        {"helps": {"is": "Tea"}},
        "If “Tea” is ticked under “What helps?”",
        [{"helps": {"Tea", "Sleep"}}],
        [{"helps": {"Sleep"}}],
    ),
    (
        {"helps": {"any-of": ["Tea", "Sleep"]}},
        "If “Tea” or “Sleep” is ticked under “What helps?”",
        [{"helps": {"Sleep"}}],
        [{"helps": {"A walk"}}],
    ),
    (
        {"helps": {"at-least": 2}},
        "If 2 or more are ticked under “What helps?”",
        [{"helps": {"Tea", "Sleep"}}],
        [{"helps": {"Tea"}}],
    ),
    (
        {"helps": {"at-least": 3}},
        "If all 3 are ticked under “What helps?”",
        [{"helps": {"Tea", "A walk", "Sleep"}}],
        [{"helps": {"Tea", "Sleep"}}],
    ),
    ({"helps": {"at-least": 1}}, "If anything is ticked under “What helps?”", [{"helps": {"Tea"}}], [{"helps": set()}]),
    (FED, "If “I have eaten” is ticked", [{"fed": TICKS}], [{"rested": TICKS}]),
    (
        {"ticks": {"at-least": 2}},
        "If 2 or more are ticked in the list",
        [{"fed": TICKS, "willing": TICKS}],
        [{"willing": TICKS}],
    ),
    (
        {"ticks": {"at-least": 3}},
        "If all 3 are ticked in the list",
        [{"fed": TICKS, "rested": TICKS, "willing": TICKS}],
        [{"fed": TICKS, "willing": TICKS}],
    ),
    (
        {"all": [HOT, LONG]},
        "If “How warm?” is 7 or more and “How long?” is “Long”",
        [{"heat": {8}, "length": {"Long"}}],
        [{"heat": {8}}, {"length": {"Long"}}],
    ),
    (
        {"any": [HOT, LONG]},
        "If “How warm?” is 7 or more or “How long?” is “Long”",
        [{"heat": {8}}, {"length": {"Long"}}],
        [{"heat": {6}, "length": {"Short"}}],
    ),
    (
        {"all": [TEA, {"helps": {"is": "Sleep"}}]},
        "If “Tea” is ticked under “What helps?” and “Sleep” is ticked under “What helps?”",
        [{"helps": {"Tea", "Sleep"}}],
        [{"helps": {"Tea"}}],
    ),
    (
        {"any": [FED, {"all": [HOT, LONG]}]},
        "If “I have eaten” is ticked, or both “How warm?” is 7 or more and “How long?” is “Long”",
        [{"fed": TICKS}, {"heat": {8}, "length": {"Long"}}],
        [{"heat": {8}}],
    ),
    (
        {"all": [FED, {"any": [HOT, LONG, TEA]}]},
        "If “I have eaten” is ticked, and either “How warm?” is 7 or more or “How long?” is “Long” or “Tea” is ticked "
        "under “What helps?”",
        [{"fed": TICKS, "helps": {"Tea"}}],
        [{"fed": TICKS}, {"helps": {"Tea"}}],
    ),
    (
        {"any": [FED, {"all": [HOT, LONG, TEA]}]},
        "If “I have eaten” is ticked, or “How warm?” is 7 or more and “How long?” is “Long” and “Tea” is ticked under "
        "“What helps?”",
        [{"fed": TICKS}],
        [{"heat": {8}, "length": {"Long"}}],
    ),
    (
        {"any": [HOT, LONG, FED, {"rested": {"is": "ticked"}}, {"willing": {"is": "ticked"}}, TEA]},
        "If “How warm?” is 7 or more or “How long?” is “Long” or “I have eaten” is ticked or “I am awake” is ticked or "
        "“We said yes” is ticked or “Tea” is ticked under “What helps?”",
        [{"helps": {"Tea"}}],
        [{"helps": {"Sleep"}}],
    ),
    (
        {"all": [FED, {"any": [HOT, LONG]}]},
        "If “I have eaten” is ticked, and either “How warm?” is 7 or more or “How long?” is “Long”",
        [{"fed": TICKS, "heat": {8}}],
        [{"fed": TICKS}, {"heat": {8}}],
    ),
]


@pytest.mark.parametrize(("condition", "said", "true_of", "false_of"), MEANINGS)
def test_a_condition_says_and_holds_what_it_means(
    condition: dict[str, Any], said: str, true_of: list[Answers], false_of: list[Answers]
) -> None:
    assert list(mistakes(condition, SHEET)) == []
    assert in_words(condition, SHEET, words()) == said
    assert not holds(condition, SHEET, {}), "an empty sheet fulfils nothing"
    for answers in true_of:
        assert holds(condition, SHEET, answers)
    for answers in false_of:
        assert not holds(condition, SHEET, answers)


@pytest.mark.parametrize(
    ("condition", "css"),
    [
        ({"heat": {"at-least": 9}}, ":has(:is(#w-x--y--heat--9, #w-x--y--heat--10):checked)"),
        ({"length": {"is": "Later"}}, ":has(#w-x--y--length--skip:checked)"),
        ({"helps": {"at-least": 1}}, ":has(#w-x--y--helps > :checked)"),
        ({"ticks": {"at-least": 2}}, ":has(#w-x--y--fed--ticks > :checked ~ :checked)"),
        (
            {"all": [FED, {"any": [LONG, FED]}]},
            ":has(#w-x--y--fed:checked):is(:has(#w-x--y--length--2:checked), :has(#w-x--y--fed:checked))",
        ),
    ],
)
def test_a_condition_is_this_selector(condition: dict[str, Any], css: str) -> None:
    assert selector(condition, Entry("x/y", SECTION, SHEET)) == "#w-x--y" + css
