"""Readers in a hurry: what they look up leads to something to do, and one thing has one name."""

import re

import pytest
from worksheets.guide.whole_guide import Guide

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


def test_one_stop_word_is_chosen_on_one_sheet_and_the_others_point_to_it(guide: Guide) -> None:
    """Who took the steps in order filled in four agreements on stopping, and ended with three code words.

    Another sheet may have a box for it, if it says to keep the word that is there.
    """
    boxes = {"line", "text", "pair", "agreement", "table"}
    asking = [
        sheet
        for sheet, entry in guide.catalogue.entries.items()
        for field in entry.exercise.fields
        if field.kind in boxes
        and re.search(r"(?i)stop word|signal", f"{getattr(field, 'id', '')} {getattr(field, 'label', '')}")
        and "keep it" not in (getattr(field, "hint", "") or "")
    ]
    assert asking == ["repair/pause-plan"]
    for path in ("safe-space/conversation-agreement", "patterns/early-signs", "boundaries/space-with-a-bridge"):
        words = (ROOT / "exercises" / f"{path}.yml").read_text(encoding="utf-8").split()
        assert "“Pause plan”" in " ".join(words), path


def test_a_sheet_has_eight_things_to_fill_in_at_most(guide: Guide) -> None:
    """Two people who are worn out should see its end. Parts that come one at a time may be longer.

    The one sheet on stopping took over from three others.
    """
    told = {"note", "advice"}
    long = {
        sheet: count
        for sheet, entry in guide.catalogue.entries.items()
        if not entry.exercise.steps
        and (count := len([field for field in entry.exercise.fields if field.kind not in told])) > 8
    }
    assert long == {"repair/pause-plan": 9}


def test_the_start_page_says_what_a_row_is() -> None:
    start = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert "argument" in start
    assert "[A–Z]" not in start, "a line may end after the dash"


def test_all_five_shortest_ways_are_linked_where_little_is_enough() -> None:
    how = (ROOT / "docs" / "how-to-use.md").read_text(encoding="utf-8")
    assert len(set(re.findall(r"\(steps/[a-z-]+\.md#two-minute-version\)", how))) == 5
