"""What a questionnaire says of itself, how it spells prose, and how a kind of field comes into it."""

import json
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from worksheets.exercises.catalogue import Entry
from worksheets.exercises.conditions import Condition
from worksheets.exercises.enabling import enabled_when
from worksheets.exercises.examples import SECTION, all_examples
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.field import Field
from worksheets.exercises.kinds import KINDS
from worksheets.exercises.kinds.pause import Pause
from worksheets.exercises.kinds.sentence import Sentence
from worksheets.exercises.questionnaire_items import AnswerTest, answers_in_words
from worksheets.fhir.addresses import Addresses
from worksheets.fhir.kind_forms import kind_form
from worksheets.fhir.questionnaire import Sheet, questionnaire
from worksheets.fhir.questionnaires import questionnaires
from worksheets.fhir.releases import R4, R5
from worksheets.fhir.rich_text import plain, xhtml
from worksheets.guide.readings import Read
from worksheets.guide.review import Review
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.renderer import Renderer

from tests.support.asked_sheet import FED, HOT, LONG, SHEET
from tests.support.project import ROOT
from tests.support.questionnaires import ENGLISH, PUBLICATION, all_items, questionnaire_of
from tests.support.renderers import renderer_for

Json = dict[str, Any]
FORMS = (ROOT / "docs/contributing/forms.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_says_how_fhir_holds_it(kind: str) -> None:
    form = kind_form(kind)
    assert form, f"{kind}/fhir.py is missing: “Write a kind of field” says what it holds"
    assert f"| `{kind}` | {form.KEEPS} | {form.LOSES or 'nothing'} |\n" in FORMS.partition("## In a FHIR")[2]


def lost(field: Field) -> set[str]:
    """The texts of a field that the table of forms says are lost, and those that it only joins."""
    if isinstance(field, Pause):
        return {field.skip}
    return {field.texts[3 if field.hint else 2]} if isinstance(field, Sentence) else set()


def test_every_text_of_an_author_is_there(guide: Guide) -> None:
    for entry in [*guide.catalogue.entries.values(), *(one.entry for one in all_examples())]:
        asked = questionnaire_of(entry, R4)
        shown = [item.get("text", "") for item in all_items(asked)]
        shown += [
            option["valueCoding"]["display"] for item in all_items(asked) for option in item.get("answerOption", ())
        ]
        whole = " ".join(" ".join(shown).split())
        left_out = set().union(*map(lost, entry.exercise.fields)) | {way.why for way in entry.exercise.next_}
        for text in entry.exercise.texts:
            spellings = {" ".join(one.split()) for one in (text, plain(text))}
            assert text in left_out or any(one in whole for one in spellings), (entry.id, text)


def pause_plan(reviewed: date | None = None) -> Json:
    """An exercise of that name as a questionnaire in R4."""
    exercise = next(one.entry.exercise for one in all_examples() if one.shows == "pair")
    entry = Entry("repair/pause-plan", SECTION, exercise)
    found: Json = json.loads(questionnaire(Sheet(entry, ENGLISH, "Untried.", "Help: 999.", reviewed), PUBLICATION, R4))
    return found


def test_it_names_itself_and_its_publisher() -> None:
    asked = pause_plan()
    head = {
        key: asked[key] for key in ("id", "url", "name", "version", "publisher", "copyright", "language", "subjectType")
    }
    assert head == {
        "id": "repair.pause-plan",
        "url": "https://guide.example.org/worksheets/repair/pause-plan/",
        "name": "RepairPausePlan",
        "version": "1.2.3",
        "publisher": "Those who write it",
        "copyright": "CC BY 4.0",
        "language": "en",
        "subjectType": ["Patient"],
    }


def test_it_is_a_draft_until_a_clinician_has_read_it() -> None:
    assert pause_plan()["status"] == "draft"
    asked = pause_plan(date(2026, 11, 30))
    assert (asked["status"], asked["lastReviewDate"]) == ("active", "2026-11-30")


def test_without_a_site_addresses_are_the_same_in_every_build_and_differ_between_copies() -> None:
    one = Addresses("", "A guide", "repair/pause-plan")
    assert one.questionnaire == "urn:uuid:c3cad4c6-f0c0-512f-a060-137969c838fc"
    others = {one.answers("heat"), Addresses("", "Harbour", "repair/pause-plan").questionnaire, one.questionnaire}
    assert len(others) == 3


def test_a_sheet_for_two_says_that_a_record_belongs_to_one(guide: Guide) -> None:
    for entry in guide.catalogue.entries.values():
        asked = questionnaire_of(entry, R4)
        said = asked["item"][0]["item"][2]["text"]
        assert ("made for two" in said) == (entry.exercise.for_ == "both")
        assert "a partner too" in said
        assert said == asked["purpose"]


def with_brand(guide: Guide, **changes: Any) -> Renderer:
    """What renders the guide for a copy that wants questionnaires."""
    renderer = renderer_for(guide)
    renderer.brand = renderer.brand.model_copy(update={"formats": ("fhir",)} | changes)
    return renderer


def test_only_words_that_a_clinician_has_read_and_that_fit_are_active(guide: Guide) -> None:
    day = date(2026, 11, 2)
    said = [
        Read("psychologist", day, "fits"),
        Read("psychologist", day, "fits", is_current=False),
        Read("psychologist", day, "fits-with-changes"),
        Read("reader with lived experience", day, "fits"),
    ]
    paths = [f"worksheets/{id_}.md" for id_ in guide.catalogue.entries]
    reviews = {path: Review(day, True, 0, None, (one,)) for path, one in zip(paths, said, strict=False)}
    found = questionnaires(with_brand(guide), reviews, "", "1.2.3")
    asked = [json.loads(text) for path, text in found.items() if "/R5/" in path]
    assert [one["status"] for one in asked[:5]] == ["active", "draft", "draft", "draft", "draft"]
    assert asked[0]["lastReviewDate"] == "2026-11-02"


def test_a_stop_that_names_help_is_followed_by_whom_to_call(guide: Guide) -> None:
    found = questionnaires(with_brand(guide), {}, "https://guide.example.org/", "1.2.3")
    asked = json.loads(found["questionnaires/R4/support.thinking-it-over.json"])
    help_ = asked["item"][0]["item"][1]["text"]
    assert help_.startswith("In danger? Call the emergency number of your country.")
    assert help_.endswith("https://guide.example.org/")
    britain = with_brand(guide, letter_countries=())
    asked = json.loads(questionnaires(britain, {}, "", "1.2.3")["questionnaires/R4/support.thinking-it-over.json"])
    assert "Samaritans 116 123" in asked["item"][0]["item"][1]["text"]
    assert "<" not in asked["item"][0]["item"][1]["text"]
    assert "not yet called." in asked["item"][0]["item"][1]["text"]


LIST = "Say *no* & stay:\n\n- one\n- **two** <b>\n\nThen go."


def test_prose_is_plain_and_well_formed_xhtml_too() -> None:
    assert plain(LIST) == "Say no & stay:\n– one\n– two <b>\n\nThen go."
    assert plain("1. one\n2. two") == "1. one\n2. two"
    rich = xhtml(LIST)
    assert rich
    words = "".join(ElementTree.fromstring(rich).itertext())
    assert "Say no & stay:" in words
    assert "two <b>" in words
    assert "<li><strong>two</strong> &lt;b&gt;</li>" in rich
    assert xhtml("It’s “one” paragraph.") is None
    assert plain('It\'s "one" paragraph.') == "It’s “one” paragraph."


def test_what_the_software_shows_is_what_the_author_wrote() -> None:
    hostile = '<script>alert(1)</script> & "q"'
    fields = [
        {"kind": "choice", "id": "c", "label": hostile, "options": [hostile, "b"]},
        {"kind": "advice", "when": {"c": {"is": hostile}}, "text": "Rest."},
        {"kind": "agreement", "id": "a", "label": "A", "people": [hostile, "b"]},
    ]
    whole = {
        "title": hostile, "kind": "worksheet", "for": "one", "minutes": 2, "purpose": "P.", "evidence": [],
        "stop": "Stop.", "parts": [{"title": "Part", "fields": fields}],
    }  # fmt: skip
    asked = questionnaire_of(Entry("examples/hostile", SECTION, Exercise.model_validate(whole)), R4)
    texts = [item.get("text", "") for item in all_items(asked)]
    assert asked["title"] == hostile
    assert hostile in texts
    assert f"If “{hostile}” is “{hostile}”:" in texts
    assert f"Name: {hostile}" in texts


def test_codes_are_words_and_none_stands_for_two_answers() -> None:
    found = answers_in_words(["Not yet!", "Not yet?", "Skip", "…", "Später", "می‌خواهم"], "I will see")
    assert [one.code for one in found] == ["not-yet", "not-yet-2", "skip-2", "answer", "später", "می-خواهم", "skip"]


@pytest.mark.parametrize(
    ("condition", "tests"),
    [
        (FED, (AnswerTest("fed", "=", True),)),
        (LONG, (AnswerTest("length", "=", "long"),)),
        ({"helps": {"any-of": ["Tea", "Sleep"]}}, (AnswerTest("helps", "=", "tea"), AnswerTest("helps", "=", "sleep"))),
        ({"all": [FED, LONG]}, (AnswerTest("fed", "=", True), AnswerTest("length", "=", "long"))),
        (
            {"any": [FED, {"any": [LONG, FED]}]},
            (AnswerTest("fed", "=", True), AnswerTest("length", "=", "long"), AnswerTest("fed", "=", True)),
        ),
        (HOT, tuple(AnswerTest("heat", "=", str(point)) for point in (7, 8, 9, 10))),
        ({"all": [HOT, FED]}, ()),
        ({"ticks": {"at-least": 2}}, ()),
        ({"any": [FED, {"all": [HOT, LONG]}]}, ()),
    ],
)
def test_tests_say_what_tests_can_say(condition: Condition, tests: tuple[AnswerTest, ...]) -> None:
    enabled = enabled_when(condition, SHEET)
    assert enabled.tests == tests
    assert bool(enabled.expression) == (not tests)


def test_releases_differ_in_their_word_for_a_choice() -> None:
    entry = next(one.entry for one in all_examples() if one.shows == "choice")
    types = [{item["type"] for item in all_items(questionnaire_of(entry, release))} for release in (R4, R5)]
    assert types[0] - types[1] == {"choice"}
    assert types[1] - types[0] == {"coding"}
