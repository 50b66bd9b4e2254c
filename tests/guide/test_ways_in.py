"""Readers in a hurry: what they look up leads to something to do, and one thing has one name."""

import re

import pytest

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
        ("We shout about money", "safe-space/two-column-opener"),
        ("There is a new baby", "boundaries/help-i-want"),
        ("There has been an affair", "support/first-call"),
        ("One of us thinks of leaving", "support/thinking-it-over"),
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


def test_one_stop_word_has_one_name_wherever_it_is_asked_for() -> None:
    for path in ("safe-space/conversation-agreement", "patterns/early-signs", "repair/pause-plan"):
        assert "stop word" in (ROOT / "exercises" / f"{path}.yml").read_text(encoding="utf-8"), path


def test_the_start_page_says_what_a_row_is() -> None:
    start = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert "argument" in start
    assert "[A–Z]" not in start, "a line may end after the dash"


def test_all_five_shortest_ways_are_linked_where_little_is_enough() -> None:
    how = (ROOT / "docs" / "how-to-use.md").read_text(encoding="utf-8")
    assert len(set(re.findall(r"\(steps/[a-z-]+\.md#two-minute-version\)", how))) == 5
