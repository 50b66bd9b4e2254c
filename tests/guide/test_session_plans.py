"""Each session plan fills its minutes without a gap, names its sheets, and says what to do when it gets hot."""

import re

from worksheets.exercises.exercise_addresses import exercise_of
from worksheets.guide.whole_guide import Guide

PAGE = "clinics/session-plans.md"
PLAN = re.compile(r"^## Plan \d: ([^\n]+), (\d+) minutes\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| (\d+)–(\d+) \| \S", re.MULTILINE)


def plans(guide: Guide) -> list[tuple[str, int, str]]:
    """For whom, how many minutes, and the text of each."""
    page = guide.page(PAGE)
    assert page
    return [(found[1], int(found[2]), found[3]) for found in PLAN.finditer(page.body)]


def test_there_are_plans_of_both_lengths_for_one_for_a_couple_and_for_a_group(guide: Guide) -> None:
    found = {(whom.split()[1], minutes) for whom, minutes, _ in plans(guide)}
    assert found == {(whom, minutes) for whom in ("person", "couple", "group") for minutes in (60, 90)}


def test_the_minutes_of_each_follow_one_another_to_its_end(guide: Guide) -> None:
    for whom, minutes, text in plans(guide):
        times = [(int(start), int(end)) for start, end in ROW.findall(text)]
        assert times[0][0] == 0
        assert times[-1][1] == minutes, whom
        assert [end for _, end in times[:-1]] == [start for start, _ in times[1:]], whom


def test_each_says_whom_it_does_not_suit_its_sheets_and_what_to_do_when_it_gets_hot(guide: Guide) -> None:
    page = guide.page(PAGE)
    assert page
    assert page.body.index("see each person alone") < page.body.index("## Plan 1"), "screening comes first"
    assert "practice, not tested" in " ".join(page.body.split())
    for whom, _, text in plans(guide):
        assert "**Not for**" in text, whom
        assert "**If it gets hot:**" in text, whom
        assert "../worksheets/" in text.partition("**You need**")[2].partition("\n\n")[0], whom
    led_to = {exercise_of(link.path) for link in page.links} - {None}
    assert len(led_to) >= 12
