"""Readers in a hurry: what they look up leads to something to do, and one thing has one name."""

import re

import pytest

from tests.support.project import ROOT

A_TO_Z = (ROOT / "docs" / "a-z.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("situation", "sheet"),
    [
        ("I panic when they do not text back", "self-care/urge-ladder"),
        ("I keep asking whether they still love me", "self-care/urge-ladder"),
        ("I cannot settle on an evening alone", "self-care/evening-kit"),
        ("I said something awful", "repair/words-to-put-it-right"),
        ("We cannot talk about money, sex or family", "safe-space/two-column-opener"),
        ("there is a new baby", "boundaries/help-offered-help-wanted"),
        ("There has been an affair", "support/first-call"),
        ("One of us thinks of leaving", "support/thinking-it-over"),
    ],
)
def test_a_situation_leads_to_a_sheet_in_one_tap(situation: str, sheet: str) -> None:
    (line,) = re.findall(rf"(?m)^- [^\n]*{re.escape(situation)}(?:.|\n  )*", A_TO_Z)
    assert f"(worksheets/{sheet}.md)" in line


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
