"""Which values of an exercise are texts, and which follow because they name one."""

from worksheets.authoring.yaml_document import read_document
from worksheets.exercises.exercise import Exercise
from worksheets.translation_files.yaml_form import read_yaml_form

SHEET = """\
title: A sheet
kind: worksheet
for: one
minutes: 2
purpose: Try it out.
evidence: [brown2010calm]
stop: Stop when you like.
parts:
  - title: A part
    fields:
      - kind: choice
        id: hurts
        label: Does it hurt?
        options: ["Yes", Sometimes, "No"]
      - kind: sort
        id: place
        label: Where does it go?
        bins: [Mine, Yours]
        statements:
          - { text: A hug, fits: Mine, because: It is only a hug. }
          - { text: A row, fits: Yours, because: It takes two. }
      - kind: table
        id: days
        label: Which day?
        rows: [Monday]
        columns: [What, When]
      - kind: advice
        when: { any: [{ hurts: { any-of: ["Yes", Sometimes] } }, { place: { is: Mine } }] }
        text: Ask somebody.
example:
  who: Ann
  outcome: good
  note: She did.
  answers:
    hurts: Sometimes
    place: [Mine, Yours]
    days: [["Yes", Noon]]
"""


def test_what_names_an_answer_follows_it_and_ids_are_no_texts() -> None:
    form = read_yaml_form("sheet.yml", SHEET, Exercise)
    assert form
    texts = {unit.place: unit.text for unit in form.units}
    assert {"worksheet", "one", "brown2010calm", "choice", "hurts", "good"}.isdisjoint(texts.values())
    assert [text for place, text in texts.items() if place[:2] == ("example", "answers")] == ["Yes", "Noon"], (
        "what is like an answer of another field is a text of its own"
    )
    value = read_document(form.filled({place: f"{text} x" for place, text in texts.items()}), "sheet.yml")[0].value
    fields = value["parts"][0]["fields"]
    assert fields[0]["options"] == ["Yes x", "Sometimes x", "No x"]
    assert [one["fits"] for one in fields[1]["statements"]] == ["Mine x", "Yours x"]
    assert fields[3]["when"] == {"any": [{"hurts": {"any-of": ["Yes x", "Sometimes x"]}}, {"place": {"is": "Mine x"}}]}
    assert value["example"]["answers"] == {
        "hurts": "Sometimes x",
        "place": ["Mine x", "Yours x"],
        "days": [["Yes x", "Noon x"]],
    }
    assert fields[2] == {
        "kind": "table",
        "id": "days",
        "label": "Which day? x",
        "rows": ["Monday x"],
        "columns": ["What x", "When x"],
    }


def test_a_context_has_ids_in_the_place_of_numbers() -> None:
    form = read_yaml_form("sheet.yml", SHEET, Exercise)
    assert form
    contexts = {unit.text: unit.context for unit in form.units}
    assert contexts["Sometimes"] == "sheet.yml parts.1.fields.hurts.options"
    assert contexts["It takes two."] == "sheet.yml parts.1.fields.place.statements.2.because"
    assert contexts["Noon"] == "sheet.yml example.answers.days"
    assert contexts["Ask somebody."] == "sheet.yml parts.1.fields.4.text"
