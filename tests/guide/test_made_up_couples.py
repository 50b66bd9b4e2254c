"""The people in the examples are not all alike, and each is plainly made up."""

import re
from pathlib import Path

from worksheets.guide.whole_guide import Guide

from tests.support.project import ROOT

DOCS = ROOT / "docs"
PAIR = re.compile(r"(?<!\w)([A-Z][a-z]+) and ([A-Z][a-z]+)(?:, a made-up couple| are made up)")
PAGES = [*DOCS.glob("steps/*.md"), *DOCS.glob("guides/*.md")]


def boxes(page: Path) -> list[str]:
    """The text of each box with a story, without its title."""
    found = re.findall(r"(?m)^!!! example .*\n((?:\n|    .*\n)+)", page.read_text(encoding="utf-8"))
    assert found or "!!! example" not in page.read_text(encoding="utf-8")
    return found


def test_at_least_five_couples_tell_of_their_rows() -> None:
    couples = {pair for page in PAGES for pair in PAIR.findall(page.read_text(encoding="utf-8"))}
    assert {("Amara", "Jonas"), ("Daniel", "Ravi")} <= couples
    assert len(couples) >= 5, couples


def test_each_page_with_a_story_says_that_it_is_made_up() -> None:
    for page in PAGES:
        if boxes(page):
            assert PAIR.search(page.read_text(encoding="utf-8")), page.name


def names(text: str) -> set[str]:
    """`Amara and Jonas` are two names."""
    return set(text.split(" and "))


def on_the_list() -> list[str]:
    """The name of everybody whom the page for authors lists, as often as it lists them."""
    page = (DOCS / "contributing" / "write-a-page.md").read_text(encoding="utf-8")
    listed = page.partition("## The example couples")[2]
    return [name for who in re.findall(r"\*\*([^*]+)\*\*", listed) for name in names(who)]


def test_a_name_is_one_person_whom_the_list_for_authors_knows(guide: Guide) -> None:
    """Two people of one name, or one with two lives, and a reader of two sheets believes in neither."""
    listed = on_the_list()
    assert len(listed) == len(set(listed))
    sheets = [entry.exercise for entry in guide.catalogue.entries.values()]
    told = {name for sheet in sheets if sheet.example for name in names(sheet.example.who)}
    told |= {name for page in PAGES for pair in PAIR.findall(page.read_text(encoding="utf-8")) for name in pair}
    assert told == set(listed)


def test_those_in_an_example_are_together_as_the_list_says(guide: Guide) -> None:
    page = (DOCS / "contributing" / "write-a-page.md").read_text(encoding="utf-8")
    sheets = [entry.exercise for entry in guide.catalogue.entries.values()]
    couples = {sheet.example.who for sheet in sheets if sheet.example and " and " in sheet.example.who}
    assert couples
    assert [who for who in sorted(couples) if f"**{who}**" not in page] == []


def test_daniel_and_ravi_have_a_life_beside_being_hidden() -> None:
    """A reader who loves somebody of the same sex should not always meet one wound."""
    stories = [box for page in PAGES for box in boxes(page) if "Ravi" in box and "Daniel" in box]
    hidden = [box for box in stories if re.search(r"flatmate|(?:his|Ravi’s) (?:parents|family|mother|aunt)", box)]
    assert len(stories) >= 4
    assert 0 < len(hidden) <= len(stories) / 3
