"""The sheets for hard nights and hard questions: short, each with its own word on when to stop, and found by a word."""

import re

import pytest
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.field import Question
from worksheets.guide.whole_guide import Guide

from tests.support.project import ROOT

MOST_QUESTIONS = 8
MOST_WORDS = 900
NEED = "self-care/can-i-meet-this-need"
SHEETS = (
    NEED,
    *(
        f"hard-times/{name}"
        for name in (
            *("check-the-story", "raw-spots", "what-i-need-to-know", "questions-and-agreements"),
            *("a-word-with-the-children", "which-way-now", "is-it-getting-easier"),
        )
    ),
)


def sheet(guide: Guide, id_: str) -> Exercise:
    return guide.catalogue.entries[id_].exercise


def test_all_sheets_of_the_section_are_looked_at_here(guide: Guide) -> None:
    section = next(one for one in guide.catalogue.sections if one.id == "hard-times")
    assert {entry.id for entry in guide.catalogue.of(section)} == set(SHEETS) - {NEED}
    assert [one.id for one in guide.catalogue.sections][-2:] == ["hard-times", "support"]


@pytest.mark.parametrize("id_", SHEETS)
def test_a_sheet_asks_little_and_takes_two_pages(id_: str, guide: Guide) -> None:
    exercise = sheet(guide, id_)
    assert sum(isinstance(field, Question) for field in exercise.fields) <= MOST_QUESTIONS
    assert exercise.pages <= 2


def test_no_stop_is_said_twice(guide: Guide) -> None:
    """A sentence that stands on two sheets is read on neither."""
    said = [re.split(r"(?<=[.?!])\s+", " ".join(sheet(guide, id_).stop.split())) for id_ in SHEETS]
    sentences = [one for stop in said for one in stop]
    assert sorted(one for one in set(sentences) if sentences.count(one) > 1) == []


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("check-the-story", ["If you are being lied to, this is not your anxiety", "crisis line"]),
        ("questions-and-agreements", ["both of you want it", "at night", "Nobody has to forgive", "tested", "control"]),
        ("a-word-with-the-children", ["hit, held or threatened", "secret"]),
        ("which-way-now", ["Leaving can be the most dangerous time", "helpline"]),
        ("is-it-getting-easier", ["afraid"]),
    ],
)
def test_what_must_be_read_first_is_in_the_stop(id_: str, words: list[str], guide: Guide) -> None:
    stop = " ".join(sheet(guide, f"hard-times/{id_}").stop.split())
    assert [one for one in words if one not in stop] == []


def test_its_page_is_short_and_step_four_opens_with_the_articles_own_question(guide: Guide) -> None:
    page = guide.page("guides/hard-times.md")
    assert page
    assert len(page.body.split()) <= MOST_WORDS
    step = guide.page("steps/self-care.md")
    assert step
    shown = [marker.argument for marker in step.markers if marker.word == "exercise"]
    assert NEED in shown


@pytest.mark.parametrize(
    ("word", "sheet_id"),
    [
        ("Betrayal", "hard-times/what-i-need-to-know"),
        ("Children", "hard-times/a-word-with-the-children"),
        ("Leaving", "hard-times/which-way-now"),
        ("Need", NEED),
        ("Night", "hard-times/check-the-story"),
        ("Raw spot", "hard-times/raw-spots"),
    ],
)
def test_a_word_leads_to_its_sheet(word: str, sheet_id: str) -> None:
    words = (ROOT / "docs" / "a-z.md").read_text(encoding="utf-8").partition("## By word")[2]
    (line,) = re.findall(rf"(?m)^- \*\*{word}\*\*(?:.|\n  )*", words)
    assert f"(worksheets/{sheet_id}.md)" in line
