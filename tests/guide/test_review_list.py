"""What a review asks about: all that readers see, with what it rests on, and who of them reads what."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

from worksheets.guide.readings import Reading, Role, Verdict
from worksheets.guide.review import reviews
from worksheets.guide.review_list import hours, review_list
from worksheets.guide.whole_guide import Guide
from worksheets.guide.words_read import words_read
from worksheets.review_forms import review_table

from tests.support.renderers import SETTINGS

SAFE, SHEET = "safety/is-this-safe.md", "repair/pause-plan"


def test_every_page_for_readers_and_every_sheet_is_asked_about_once(guide: Guide) -> None:
    asked = [one.name for one in review_list(guide, words_read(guide))]
    pages = [page.path for page in guide.pages if page.front_matter and page.front_matter.is_for_readers]
    assert sorted(asked) == sorted([*pages, *guide.catalogue.entries])
    assert asked.index(guide.catalogue.entries[SHEET].section.page) < asked.index(SHEET)


def test_each_says_what_it_claims_on_what_that_rests_and_when_to_stop(guide: Guide) -> None:
    by_name = {one.name: one for one in review_list(guide, words_read(guide))}
    assert by_name[SHEET].stop == guide.catalogue.entries[SHEET].exercise.stop
    for page in guide.pages:
        if page.path in by_name:
            works = {guide.bibliography.label(key) for key, _ in page.citations}
            assert {work for claim in by_name[page.path].claims for work in claim.sources} == works, page.path
            assert all(claim.sources for claim in by_name[page.path].claims), page.path


def test_an_expert_reads_every_sheet_and_each_reader_one_step(guide: Guide) -> None:
    asked = review_list(replace(guide, settings=SETTINGS), words_read(guide))
    by_name = {one.name: one for one in asked}
    assert all("couples therapist" in one.roles for one in asked)
    assert all("domestic-abuse specialist" in one.roles for one in asked if one.stop)
    assert "domestic-abuse specialist" in by_name[SAFE].roles
    lived: Role = "reader with lived experience"
    assert {one.step for one in asked if lived in one.roles} == {None, 1, 2, 3, 4, 5}
    assert 1 < hours(asked, lived) < hours(asked, "domestic-abuse specialist") < hours(asked, "couples therapist") < 20


def test_the_table_has_the_same_rows_and_nothing_that_runs(guide: Guide) -> None:
    asked = review_list(guide, words_read(guide))
    asked[0] = replace(asked[0], title="=1+1")
    head, *rows = csv.reader(StringIO(review_table(asked)))
    assert [row[0] for row in rows] == [one.name for one in asked]
    assert rows[0][2] == "'=1+1"
    assert [row[1] for row in rows] == [one.digest for one in asked]
    assert head[-4:] == ["role", "day", "outcome", "remarks"]
    assert {tuple(row[-4:]) for row in rows} == {("", "", "", "")}


def test_what_they_said_reaches_the_page_and_the_sheet_that_they_read(guide: Guide) -> None:
    now = words_read(guide)
    said = tuple(Verdict(page=name, words=now[name], outcome="fits") for name in (SAFE, SHEET))
    reading = Reading(role="domestic-abuse specialist", day=date(2026, 11, 30), pages=said)
    found = reviews(replace(guide, readings=(reading,)))
    assert {path for path, one in found.items() if one.is_current} == {SAFE, f"worksheets/{SHEET}.md"}
    own = tuple(replace(page, own=page.path == SAFE) for page in guide.pages)
    assert reviews(replace(guide, readings=(reading,), pages=own))[SAFE].readings == ()
