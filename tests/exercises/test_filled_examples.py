"""A filled-in example: how an answer to each kind of field reads, where it is shown, and where it never is."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from worksheets.authoring.words import Words
from worksheets.exercises.answer_forms import answer_form, answered, leaves_some_out
from worksheets.exercises.answer_shapes import Said
from worksheets.exercises.catalogue import Entry
from worksheets.exercises.examples import SECTION
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.field import Question
from worksheets.exercises.kinds import KINDS
from worksheets.fhir.sheet_items import sheet_items
from worksheets.guide.whole_guide import Guide

from tests.support.command_line import run
from tests.support.project import ROOT
from tests.support.renderers import renderer_of, words
from tests.support.sample_fields import CHOICES, LINE, SCALE, TICK, cards, sentence, sort
from tests.support.small_site import small_site
from tests.support.word_files import word_file_of

PAGE = (ROOT / "docs" / "contributing" / "write-an-exercise.md").read_text(encoding="utf-8")
TWO = ["Amara’s side", "Jonas’ side"]
PIECES: tuple[dict[str, Any], ...] = (
    {"words": "I"},
    {"choose": "What", "options": ["go", "stay"]},
    {"words": ", to"},
    {"free": "Where"},
    {"words": "."},
)


def exercise_with(answers: dict[str, Any], *fields: dict[str, Any], **changes: Any) -> Exercise:
    """An exercise of these fields with an example of these answers."""
    example = {"who": "Amara and Jonas", "outcome": "good", "note": "Look & see.", "answers": answers} | changes
    return Exercise.model_validate(
        {
            "title": "A sheet", "kind": "worksheet", "for": "one", "minutes": 2, "purpose": "To try.", "evidence": [],
            "stop": "Stop.", "parts": [{"title": "A part", "fields": fields}], "example": example,
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "written", "reads"),
    [
        (LINE, "Kettle", [("", ["Kettle"])]),
        ({"kind": "text", "id": "need", "label": "A need"}, "Tea & rest", [("", ["Tea & rest"])]),
        ({"kind": "date", "id": "day", "label": "A day"}, "Sunday", [("", ["Sunday"])]),
        ({"kind": "choice", "id": "how", "label": "How?", "options": ["So", "Not so"]}, "So", [("", ["So"])]),
        (CHOICES, ["Air", "Tea"], [("", ["Tea", "Air"])]),
        (SCALE, 7, [("", ["7 (0 is cold, 10 is hot)"])]),
        (SCALE, "I would rather not say", [("", ["I would rather not say"])]),
        ({"kind": "number", "id": "n", "label": "N", "from": 0, "to": 9, "unit": "hours"}, 6, [("", ["6 hours"])]),
        (TICK, True, [("", ["Ticked"])]),
        (TICK, False, [("", ["Left empty"])]),
        ({"kind": "pair", "id": "p", "label": "P"}, TWO, [("Amara", TWO[:1]), ("Jonas", TWO[1:])]),
        ({"kind": "agreement", "id": "a", "label": "A"}, "We try", [("", ["We try"])]),
        ({"kind": "agreement", "id": "a", "label": "A"}, TWO, [("Amara", TWO[:1]), ("Jonas", TWO[1:])]),
        (
            {"kind": "table", "id": "t", "label": "T", "columns": ["What?", "When"], "rows": ["Mon", "Tue", "Wed"]},
            [["Row", "late"], [], ["", "noon"]],
            [("Mon", ["What? Row", "When: late"]), ("Wed", ["When: noon"])],
        ),
        (
            {"kind": "table", "id": "t", "label": "T", "columns": ["What", "When"], "rows": 3},
            [["Row", "late"]],
            [("", ["What: Row", "When: late"])],
        ),
        (cards(blank=2), ["Bins?"], [("A card of my own", ["Bins?"])]),
        ({"kind": "pause", "id": "c", "label": "C", "minutes": [20, 30]}, 30, [("", ["30 minutes"])]),
        (sentence(*PIECES), ["stay", "the shed"], [("", ["I stay, to the shed."])]),
        (sentence(*PIECES), ["Leave this out", "the shed"], [("", ["I …, to the shed."])]),
        (sort(), ["Mine", "Not sure"], [("I will go.", ["Mine"]), ("You will go.", ["Not sure"])]),
    ],
)  # fmt: skip
def test_an_answer_reads_as_on_paper(field: dict[str, Any], written: Any, reads: list[Any]) -> None:
    exercise = exercise_with({field["id"]: written}, field)
    (one,) = answered(exercise, words())
    assert one.question == field["label"]
    assert [(said.name, list(said.words)) for said in one.said] == reads
    shape = answer_form(field["kind"])
    assert shape
    assert list(shape.mistakes(exercise.fields[0], written)) == []


def test_somebody_alone_answers_for_both_under_the_words_of_the_sheet() -> None:
    pair = {"kind": "pair", "id": "p", "label": "P", "people": ["Me", "You"]}
    (one,) = answered(exercise_with({"p": TWO}, pair, who="Amara"), words())
    assert [said.name for said in one.said] == ["Me", "You"]


@pytest.mark.parametrize(
    ("who", "language", "joint", "names"),
    [
        ("أمارا وجوناس", "ar", "و", ["أمارا", "جوناس"]),
        ("نور ووليد", "ar", "و", ["نور", "وليد"]),
        ("وليد", "ar", "و", ["Me", "You"]),
        ("عامر و ليلى", "ar", "و", ["عامر", "ليلى"]),
        ("سارا و وحید", "fa", "و", ["سارا", "وحید"]),
        ("נועה ואורי", "he", "ו", ["נועה", "אורי"]),
        ("Andrea Yanez", "es", "y", ["Me", "You"]),
    ],
)
def test_answers_have_the_names_of_two_people_in_every_language(
    who: str, language: str, joint: str, names: list[str]
) -> None:
    pair = {"kind": "pair", "id": "p", "label": "P", "people": ["Me", "You"]}
    t = Words(language, language, {**words().texts, "and": joint})
    (one,) = answered(exercise_with({"p": TWO}, pair, who=who), t)
    assert [said.name for said in one.said] == names


def test_columns_for_two_people_have_their_names() -> None:
    t = words()
    columns = [str(t("first-person")), str(t("second-person"))]
    table = {"kind": "table", "id": "t", "label": "T", "columns": columns, "rows": ["Slower"]}
    (one,) = answered(exercise_with({"t": [["Tea", "Air"]]}, table), t)
    assert one.said == (Said(("Amara: Tea", "Jonas: Air"), "Slower"),)


def test_authors_are_told_what_an_answer_to_each_kind_looks_like() -> None:
    looks = {kind: form.LOOKS for kind in KINDS if (form := answer_form(kind))}
    assert [kind for kind, look in looks.items() if f"| `{kind}` | {look} |\n" not in PAGE] == []
    without = [kind for kind in KINDS if kind not in looks]
    assert all(f"`{kind}`" in PAGE.partition("Nothing is answered in ")[2].partition(".")[0] for kind in without)
    assert all(issubclass(KINDS[kind], Question) for kind in looks)


def test_it_is_folded_below_the_form_of_its_own_page_and_nowhere_else() -> None:
    exercise = exercise_with({"word": "<x>Kettle</x>"}, LINE, TICK)
    renderer = renderer_of(Entry("examples/sheet", SECTION, exercise))
    own = LexborHTMLParser(renderer.exercise("examples/sheet", 1, lambda path: path))
    (shown,) = own.css("form ~ details.exercise__example:not([open])")
    assert shown.text().count("<x>Kettle</x>") == 1
    assert "Made up" in shown.text()
    assert "Look & see." in shown.text()
    assert "The other questions were left empty." in shown.text()
    assert [one for one in own.css("form") if "Kettle" in str(one.html)] == []
    (link,) = own.css(".head__doors a")
    assert link.attributes["href"] == f"#{shown.attributes['id']}"
    assert "Kettle" not in renderer.exercise("examples/sheet", 2, lambda path: path)
    assert "Kettle" not in renderer.exercise_alone(Entry("examples/sheet", SECTION, exercise), 1, lambda path: path)


def test_it_says_that_questions_were_left_empty_only_if_some_were() -> None:
    assert leaves_some_out(exercise_with({"word": "Kettle"}, LINE, TICK))
    note = {"kind": "note", "text": "Words."}
    assert not leaves_some_out(exercise_with({"word": "Kettle", "fed": False}, LINE, TICK, note))


def test_it_is_the_end_of_its_own_file_for_word_and_in_no_questionnaire() -> None:
    exercise = exercise_with({"word": "Kettle", "helps": ["Tea", "Air"]}, LINE, CHOICES)
    text = word_file_of(exercise).words
    assert "Example: A sheet Made up" in text
    assert text.rindex("Kettle") > text.index("Example: A sheet")
    assert "Kettle" not in json.dumps(sheet_items(exercise, words(), "Call"), default=vars)


def test_a_kind_of_somebody_else_without_a_way_to_be_answered_is_told_at_its_line(tmp_path: Path) -> None:
    root = small_site(tmp_path / "guide")
    sheet = root / "exercises/one/ticks.yml"
    lines = "example:\n  who: Amara\n  outcome: good\n  note: Look.\n  answers:\n    fed: true\n"
    sheet.write_text(sheet.read_text(encoding="utf-8") + lines, encoding="utf-8")
    assert "ticks.yml" not in run(root, "check").stderr
    (root / "hooks/worksheets/exercises/kinds/tick/answer.py").unlink()
    line = sheet.read_text(encoding="utf-8").splitlines().index("    fed: true") + 1
    said = (
        f"exercises/one/ticks.yml:{line}: example › answers › fed: Nothing can be answered here: the kind `tick` has no"
    )
    assert said in run(root, "check").stderr


def test_most_people_who_fill_in_a_sheet_are_not_perfect(guide: Guide) -> None:
    examples = [example for entry in guide.catalogue.entries.values() if (example := entry.exercise.example)]
    outcomes = [example.outcome for example in examples]
    assert len(examples) >= 24
    assert outcomes.count("refused") >= 3
    assert outcomes.count("good-enough") > outcomes.count("good") > 0
    assert len({name for example in examples for name in re.split(" and ", example.who)}) >= 14
