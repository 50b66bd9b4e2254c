"""The sheets for talks with a job to do: short, each with a way to do it alone and its own word on when to stop."""

import re

import pytest
from worksheets.exercises.catalogue import Entry
from worksheets.exercises.field import Question
from worksheets.guide.whole_guide import Guide

from tests.support.project import ROOT

MOST_QUESTIONS = 8
MOST_WORDS = 900
MARK = re.compile(r"<!--.*?-->|\[@[^\]]*\]|\]\([^)]*\)", re.DOTALL)
"""What an author writes in a page and nobody reads as a word."""


@pytest.fixture(scope="module")
def sheets(guide: Guide) -> list[Entry]:
    section = next(one for one in guide.catalogue.sections if one.id == "talks")
    return guide.catalogue.of(section)


def test_a_sheet_asks_little_and_takes_two_pages(sheets: list[Entry]) -> None:
    asked = {one.id: sum(isinstance(field, Question) for field in one.exercise.fields) for one in sheets}
    assert len(asked) >= 8
    assert {id_: count for id_, count in asked.items() if count > MOST_QUESTIONS} == {}
    assert [one.id for one in sheets if one.exercise.pages > 2] == []


def test_who_is_alone_stays_among_these_sheets(sheets: list[Entry]) -> None:
    """What the two were about to talk about is what the one alone looks at."""
    ids = {one.id for one in sheets}
    assert {one.exercise.alone for one in sheets if one.exercise.for_ == "both"} <= ids


def test_no_sentence_on_when_to_stop_stands_on_two_sheets(guide: Guide) -> None:
    """What is read twice is read as something that stands on every sheet."""
    stops = [" ".join(one.exercise.stop.split()) for one in guide.catalogue.entries.values()]
    said = [sentence for stop in stops for sentence in re.split(r"(?<=[.?!])\s+", stop)]
    assert len(said) > len(stops)
    assert sorted(one for one in set(said) if said.count(one) > 1) == []


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ("twenty-minute-talk", ["fear", "the talk is over"]),
        ("money-talk", ["takes the other’s pay or cards", "debts in their name", "That is control"]),
        ("what-money-means-to-me", ["not free to spend", "might find"]),
        ("yes-no-maybe-not-now", ["Nobody owes anybody sex", "pushed, pestered or made to pay", "If touch hurts"]),
        ("asking-and-saying-no", ["threats", "do not try these words out"]),
        ("fair-shares-at-home", ["orders", "punished"]),
    ],
)
def test_what_must_be_read_first_is_where_it_says_when_to_stop(sheet: str, words: list[str], guide: Guide) -> None:
    stop = " ".join(guide.catalogue.entries[f"talks/{sheet}"].exercise.stop.split())
    assert [one for one in words if one not in stop] == []


def test_touch_is_looked_at_alone_and_a_no_is_a_whole_answer(guide: Guide) -> None:
    exercise = guide.catalogue.entries["talks/yes-no-maybe-not-now"].exercise
    assert exercise.for_ == "one"
    assert any("No is a whole answer." in text for text in exercise.texts)


def test_the_page_is_short_and_leads_to_every_sheet(sheets: list[Entry], guide: Guide) -> None:
    page = guide.page("guides/talks.md")
    assert page
    assert len(MARK.sub("", page.body).split()) <= MOST_WORDS
    led_to = {marker.argument for marker in page.markers if marker.word in ("exercise", "sheet")}
    led_to |= set(re.findall(r"\(\.\./worksheets/(talks/[a-z-]+)\.md\)", page.body))
    assert {one.id for one in sheets} == led_to


@pytest.mark.parametrize(
    ("word", "sheet"),
    [
        ("Appreciation", "what-i-value-in-you"),
        ("Chores", "fair-shares-at-home"),
        ("Hard day at work", "the-hard-day-outside"),
        ("Mental load", "fair-shares-at-home"),
        ("Money", "money-talk"),
        ("No, saying it", "asking-and-saying-no"),
        ("Sex", "yes-no-maybe-not-now"),
    ],
)
def test_a_word_leads_to_its_sheet(word: str, sheet: str) -> None:
    words = (ROOT / "docs" / "a-z.md").read_text(encoding="utf-8").partition("## By word")[2]
    (line,) = re.findall(rf"(?m)^- \*\*{word}\*\*(?:.|\n  )*", words)
    assert f"(worksheets/talks/{sheet}.md)" in line
