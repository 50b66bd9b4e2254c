"""What an author is told of a condition that does not fit."""

from pathlib import Path

import pytest
from worksheets.authoring.problems import report
from worksheets.authoring.source_files import Source
from worksheets.exercises.catalogue import read_exercise
from worksheets.exercises.conditions import mistakes
from worksheets.exercises.question_checks import PATTERN

from tests.support.asked_sheet import FED, HOT, LONG, SHEET, SKIP
from tests.support.exercise_pages import exercise_as_yaml, exercise_of, fields_as_yaml

IMPOSSIBLE = ("No answers make all of these true at once.", "Ask for one answer to each question, or write `any`.")
ASKS_NOTHING = ("Every answer fits, so this asks nothing.", "Leave some answers out.")
TO_TEN = "Write a number from 0 to 10."

MISTAKES = [
    ({"heet": {"is": 1}}, "heet", "There is no field `heet`.", "Did you mean `heat`?"),
    (
        {"word": {"is": "a"}},
        "word",
        "`word` is of kind `line`, which cannot be asked.",
        "Write one of: `fed`, `heat`, `helps`, `length`, `rested`, `ticks`, `willing`.",
    ),
    ({"heat": 7}, "heat", "This does not say what to ask of `heat`.", "Write `heat: { is: 7 }`."),
    ({"heat": []}, "heat", "This does not say what to ask of `heat`.", "Write `heat: { is: … }`."),
    ({"fed": True}, "fed", "This does not say what to ask of `fed`.", "Write `fed: { is: ticked }`."),
    ({"ticks": 2}, "ticks", "This does not say what to ask of `ticks`.", "Write `ticks: { at-least: 2 }`."),
    ({"heat": {"atleast": 7}}, "heat atleast", "`scale` has no test `atleast`.", "Did you mean `at-least`?"),
    (
        {"length": {"at-least": 7}},
        "length at-least",
        "`choice` has no test `at-least`.",
        "Write one of: `any-of`, `is`.",
    ),
    ({"helps": {"at-most": 1}}, "helps at-most", "`choices` has no test `at-most`.", "Did you mean `at-least`?"),
    ({"at-least": 7}, "at-least", "`at-least` does not say which field it asks.", PATTERN),
    ({}, "", "There is no condition here.", PATTERN),
    (
        HOT | LONG,
        "",
        "A condition asks one field; here are `heat` and `length`.",
        "Write `all: [{ heat: … }, { length: … }]`, or `any`.",
    ),
    ({"heat": {"is": 7, "at-least": 7}}, "heat", "`is` and `at-least` cannot be combined.", "Keep one of them."),
    ({"length": {"is": "Lon"}}, "length is", "“Lon” is not one of the answers.", "Did you mean `Long`?"),
    (
        {"length": {"any-of": ["Long", "latter"]}},
        "length any-of 1",
        "“latter” is not one of the answers.",
        "Did you mean `Later`?",
    ),
    ({"length": {"is": 20}}, "length is", "20 is a number, and the option is a text.", 'Put it in quotes: `"20"`.'),
    ({"length": {"is": ["Long"]}}, "length is", "One value is needed here.", "Write one number or one option."),
    (
        {"length": {"any-of": "Long"}},
        "length any-of",
        "`any-of` needs a list of two or more.",
        "Write `any-of: […, …]`, or `is: …`.",
    ),
    (
        {"helps": {"is": SKIP}},
        "helps is",
        f"“{SKIP}” is not one of the answers.",
        "Write one of: `A walk`, `Sleep`, `Tea`.",
    ),
    ({"fed": {"is": "tickd"}}, "fed is", "“tickd” is not one of the answers.", "Did you mean `ticked`?"),
    ({"heat": {"at-least": 11}}, "heat at-least", "“11” is not one of the numbers here.", TO_TEN),
    ({"heat": {"is": -1}}, "heat is", "“-1” is not one of the numbers here.", TO_TEN),
    ({"heat": {"at-least": "seven"}}, "heat at-least", "“seven” is not one of the numbers here.", TO_TEN),
    ({"heat": {"at-least": SKIP}}, "heat at-least", f"“{SKIP}” is not one of the numbers here.", TO_TEN),
    ({"heat": {"at-most": SKIP}}, "heat at-most", f"“{SKIP}” is not one of the numbers here.", TO_TEN),
    ({"heat": {"is": True}}, "heat is", "“True” is not one of the answers.", f"Write one of: `{SKIP}`."),
    ({"helps": {"at-least": 4}}, "helps at-least", "There are only 3 to tick.", "Write at most 3."),
    ({"ticks": {"at-least": 4}}, "ticks at-least", "There are only 3 to tick.", "Write at most 3."),
    (
        {"helps": {"at-least": "two"}},
        "helps at-least",
        "“two” isn't a whole number.",
        "Write how many, such as `at-least: 2`.",
    ),
    ({"helps": {"at-least": 0}}, "helps at-least", "At least 0 is always true.", "Write 1 or more."),
    ({"heat": {"at-least": 0}}, "heat", *ASKS_NOTHING),
    ({"heat": {"at-most": 10}}, "heat", *ASKS_NOTHING),
    ({"length": {"any-of": ["Short", "Long", "20"]}}, "length", *ASKS_NOTHING),
    (
        {"helps": {"any-of": ["Tea", "A walk", "Sleep"]}},
        "helps",
        "Every answer fits, so this asks nothing.",
        "Write `at-least: 1`.",
    ),
    (
        {"any": [{"heat": {"at-least": 5}}, {"heat": {"at-most": 5}}]},
        "any",
        "Together these cover every answer to `heat`.",
        "Leave some answers out.",
    ),
    (
        {"heat": {"at-least": 7, "at-most": 3}},
        "heat",
        "No number is at least 7 and at most 3.",
        "Write the smaller number after `at-least`.",
    ),
    ({"all": [HOT, {"heat": {"at-most": 3}}]}, "all", *IMPOSSIBLE),
    ({"all": [LONG, {"length": {"is": "Short"}}]}, "all", *IMPOSSIBLE),
    ({"all": [LONG, {"any": [{"length": {"is": "Short"}}, {"length": {"is": "Later"}}]}]}, "all", *IMPOSSIBLE),
    ({"all": [HOT, {"all": [FED, {"heat": {"at-most": 3}}]}]}, "all", *IMPOSSIBLE),
    ({"all": [{"all": [FED, {"heat": {"at-most": 3}}]}, HOT]}, "all", *IMPOSSIBLE),
    ({"all": [HOT, {"helps": {"is": "Tea"}}, {"heat": {"at-most": 3}}]}, "all", *IMPOSSIBLE),
    ({"all": [HOT, {"ticks": {"at-least": 1}}, {"heat": {"at-most": 3}}]}, "all", *IMPOSSIBLE),
    ({"all": [HOT]}, "all", "`all` needs a list of 2 to 6 conditions.", "Write `all: [{ … }, { … }]`."),
    ({"any": HOT}, "any", "`any` needs a list of 2 to 6 conditions.", "Write `any: [{ … }, { … }]`."),
    ({"any": [FED] * 7}, "any", "`any` needs a list of 2 to 6 conditions.", "Write `any: [{ … }, { … }]`."),
    (
        {"any": [FED, {"all": [HOT, {"any": [FED, HOT]}]}]},
        "any 1 all 1 any",
        "A group in a group holds no further group.",
        "Say it with fewer groups, or in several pieces of advice.",
    ),
    ({"any": [FED, "heat"]}, "any 1", "There is no condition here.", PATTERN),
    (
        {"any": [FED, {"heat": {"is": {}}}]},
        "any 1 heat is",
        "One value is needed here.",
        "Write one number or one option.",
    ),
]


@pytest.mark.parametrize(("condition", "place", "wrong", "write"), MISTAKES)
def test_a_mistake_in_a_condition_is_answered_with_these_words(
    condition: object, place: str, wrong: str, write: str
) -> None:
    found = [(" ".join(map(str, path)), *said) for path, *said in mistakes(condition, SHEET)]
    assert found == [(place, wrong, write)]


def test_all_mistakes_of_a_group_are_reported_at_once() -> None:
    found = list(mistakes({"all": [{"heet": {"is": 1}}, {"any": [LONG, {"heat": {"at-least": 12}}]}]}, SHEET))
    assert [path for path, _, _ in found] == [("all", 0, "heet"), ("all", 1, "any", 1, "heat", "at-least")]


def test_two_boxes_are_all_of_two() -> None:
    sheet = exercise_of("- { kind: choices, id: helps, label: What helps?, options: [Tea, Sleep] }")
    (found,) = mistakes({"helps": {"any-of": ["Tea", "Sleep"]}}, sheet)
    assert found == (("helps",), "Every answer fits, so this asks nothing.", "Write `at-least: 1`.")


def test_without_an_answer_to_choose_there_is_nothing_to_ask() -> None:
    (found,) = mistakes({"heat": {"is": 1}}, exercise_of("- { kind: line, id: word, label: A word }"))
    assert found == (
        ("heat",),
        "There is no field `heat`.",
        "Add a field that is answered by choosing or ticking.",
    )


SEVERAL_GROUPS = (
    "The ticks are in several groups, which cannot be counted together.",
    "Let all follow one another.",
)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([["fed"], ["rested"]], SEVERAL_GROUPS),
        ([["fed", "", "rested"]], SEVERAL_GROUPS),
        ([[""]], ("This exercise has no ticks.", "Add fields to tick.")),
        ([["fed", "ticks"]], ("`ticks` means all ticks, and a field has that id.", "Give the field another id.")),
    ],
)
def test_ticks_that_cannot_be_counted(parts: list[list[str]], said: tuple[str, str]) -> None:
    fields = [
        fields_as_yaml(
            *({"kind": "tick", "id": id_, "label": id_} if id_ else {"kind": "note", "text": "Read."} for id_ in part)
        )
        for part in parts
    ]
    found = list(mistakes({"ticks": {"at-least": 1}}, exercise_of(*fields)))
    assert found == [(("ticks",), *said)]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (
            "{ heat: { at-least: 12 } }",
            "part 1 › field 2 › when › heat › at-least: “12” is not one of the numbers here. "
            "Write a number from 0 to 4.",
        ),
        (
            "{ any: [{ heat: { is: 1 } }, { heat: {} }] }",
            "part 1 › field 2 › when › any 2 › heat: This does not say what to ask of `heat`. Write `heat: { is: … }`.",
        ),
        ("often", "part 1 › field 2 › when: This isn't a condition. " + PATTERN),
        ("", "part 1 › field 2 › when: This isn't a condition. " + PATTERN),
        (
            "{ all: [{ any: [{ all: [{ heat: 1 }, { heat: 2 }] }, { heat: { is: 1 } }] }, { heat: { is: 1 } }] }",
            "part 1 › field 2 › when › all 1 › any 1 › all: A group in a group holds no further group. "
            "Say it with fewer groups, or in several pieces of advice.",
        ),
    ],
)
def test_an_author_is_reported_the_line(when: str, said: str, tmp_path: Path) -> None:
    text = exercise_as_yaml(
        """
        - { kind: scale, id: heat, label: How warm?, from: 0, to: 4, ends: [cold, hot] }
        - kind: advice
          when: WHEN
          text: Rest.
    """.replace("WHEN", when)
    )
    file = tmp_path / "a.yml"
    file.write_text(text, encoding="utf-8")
    _, _, problems = read_exercise(Source(file, "a.yml", None))
    assert report(problems) == f"a.yml:13: {said}\n1 problem to fix."
