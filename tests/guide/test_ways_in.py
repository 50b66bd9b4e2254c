"""Readers in a hurry: what they look up leads to something to do, and one thing has one name."""

import re

import pytest
import yaml
from worksheets.guide.whole_guide import Guide

from tests.support.project import ROOT

A_TO_Z = (ROOT / "docs" / "a-z.md").read_text(encoding="utf-8")
LINES = re.findall(r"(?m)^- (?:.|\n  )*", A_TO_Z.split("## By situation")[1].split("## By word")[0])
SOMETHING_TO_DO = (
    *("worksheets/", "safety/help-now.md", "safety/leave-this-page.md"),
    *("how-to-use.md#if-you-were-dragged-here", "how-to-use.md#if-you-have-five-minutes"),
)
"""Where a reader fills something in, calls somebody, goes away, or is told in a few lines what to do."""


@pytest.mark.parametrize(
    ("situation", "sheet"),
    [
        ("I panic when they do not text back", "self-care/urge-ladder"),
        ("I keep asking whether they still love me", "self-care/urge-ladder"),
        ("settle on an evening alone", "self-care/evening-kit"),
        ("I said something awful", "repair/words-to-put-it-right"),
        ("We shout about money", "talks/money-talk"),
        ("There is a new baby", "boundaries/help-i-want"),
        ("There has been an affair", "hard-times/my-questions"),
        ("One of us thinks of leaving", "hard-times/which-way-now"),
    ],
)
def test_a_situation_leads_to_a_sheet_in_one_tap(situation: str, sheet: str) -> None:
    (line,) = re.findall(rf"(?m)^- [^\n]*{re.escape(situation)}(?:.|\n  )*", A_TO_Z)
    assert f"(worksheets/{sheet}.md)" in line


def test_each_situation_ends_in_something_to_do() -> None:
    """No line leads to a page to read and to nothing else."""
    assert len(LINES) > 40
    ends = {" ".join(line.split()): re.findall(r"\]\(([^)]+)\)", line)[-1] for line in LINES}
    assert {line: end for line, end in ends.items() if not end.startswith(SOMETHING_TO_DO)} == {}


@pytest.mark.parametrize(
    "words",
    [
        *("affair", "cheated", "jealous", "phone", "baby", "far apart", "on a break", "broke up", "divorce", "in-laws"),
        *("drink", "money", "debt", "sex", "depressed", "autistic", "ADHD", "children", "forgive", "text back", "ex "),
        *("ill", "split up", "cannot sleep", "therapist", "shuts down", "silent", "my phone", "marry", "disabled"),
    ],
)
def test_what_people_type_is_in_a_situation(words: str) -> None:
    found = [line for line in LINES if re.search(rf"\b{re.escape(words)}", line.split("[")[0])]
    assert found, "a search in the page would find nothing, or only the name of a page"


def test_each_page_for_a_bad_moment_has_a_situation() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "situations").glob("*.md")} - {"index"}
    assert {name for name in pages if f"(situations/{name}.md)" not in A_TO_Z} == set()


def test_one_stop_word_is_chosen_on_one_sheet_and_the_others_point_to_it(guide: Guide) -> None:
    """Who took the steps in order filled in four agreements on stopping, and ended with three code words.

    Another sheet may have a box for it, if it says to copy the word from there.
    """
    boxes = {"line", "text", "pair", "agreement", "table"}
    asking = [
        sheet
        for sheet, entry in guide.catalogue.entries.items()
        for field in entry.exercise.fields
        if field.kind in boxes
        and re.search(r"(?i)stop word|signal", f"{getattr(field, 'id', '')} {getattr(field, 'label', '')}")
        and "from your pause plan" not in (getattr(field, "hint", "") or "")
    ]
    assert asking == ["repair/pause-plan"]
    for path in ("safe-space/conversation-agreement", "patterns/early-signs", "boundaries/space-with-a-bridge"):
        words = (ROOT / "exercises" / f"{path}.yml").read_text(encoding="utf-8").split()
        assert "“Pause plan”" in " ".join(words), path


def test_a_sheet_has_eight_things_to_fill_in_at_most(guide: Guide) -> None:
    """Two people who are worn out should see its end. Parts that come one at a time may be longer."""
    told = {"note", "advice"}
    long = {
        sheet: count
        for sheet, entry in guide.catalogue.entries.items()
        if not entry.exercise.steps
        and (count := len([field for field in entry.exercise.fields if field.kind not in told])) > 8
    }
    assert long == {}


def test_the_start_page_says_what_a_row_is() -> None:
    start = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert "argument" in start
    assert "[A–Z]" not in start, "a line may end after the dash"


def test_all_five_shortest_ways_are_linked_where_little_is_enough() -> None:
    how = (ROOT / "docs" / "how-to-use.md").read_text(encoding="utf-8")
    assert len(set(re.findall(r"\(steps/[a-z-]+\.md#two-minute-version\)", how))) == 5


def test_exercises_stand_in_an_order_that_a_reader_can_follow(guide: Guide) -> None:
    """By the names of their files, which nobody sees, the first one that anybody needs stood last."""
    for section in guide.catalogue.sections:
        listed = [entry.id.split("/")[1] for entry in guide.catalogue.of(section)]
        assert listed == list(section.order), "each exercise of ours has its place in sections.yml"


def test_the_orders_of_the_translations_are_the_same(guide: Guide) -> None:
    translated = list(ROOT.glob("languages/*/exercises/sections.yml"))
    assert len(translated) > 2
    for path in translated:
        said = {one["id"]: one["order"] for one in yaml.safe_load(path.read_text(encoding="utf-8"))["sections"]}
        assert said == {section.id: list(section.order) for section in guide.catalogue.sections}, path
