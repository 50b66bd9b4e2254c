"""The path of six weeks: it fits into its time, it is on paper what it is on screen, and its packs agree with it."""

import re
from dataclasses import dataclass
from math import ceil

import pytest
from playwright.sync_api import Browser
from worksheets.guide.place import WORDS_A_MINUTE
from worksheets.guide.whole_guide import Guide

from tests.support.printed_pages import printed_pages
from tests.support.project import ROOT, built_guide
from tests.support.servers import served

PATH = (ROOT / "docs" / "six-weeks.md").read_text(encoding="utf-8")
MOST_MINUTES = 45
ACT = 2 * 7
"""Two minutes a day, at the most."""
CHECK = "safe-space/before-we-start"
SHEET = re.compile(r"\(worksheets/([\w/-]+)\.md\), (\d+) minutes")


@dataclass(frozen=True)
class Week:
    """A week as it is written: the page to read, the sheet for each way with the minutes said, and the most in all."""

    number: int
    page: str
    sheets: dict[str, tuple[str, int]]
    most: int


def weeks() -> list[Week]:
    found = []
    for number, text in re.findall(r"(?ms)^## Week (\d): [^\n]+\n(.*?)(?=^## )", PATH):
        (page,) = re.findall(r"\*\*Read:\*\* \[[^\]]+\]\(([\w/-]+\.md)\)", text)
        sheets = {}
        for way in ("Together", "Alone"):
            (line,) = re.findall(rf"(?m)^- \*\*(?:{way}|Together or alone)[^\n]*(?:\n  [^\n]+)*", text)
            (sheet,) = SHEET.findall(" ".join(line.split()))
            sheets[way] = (sheet[0], int(sheet[1]))
        assert len(re.findall(r"(?m)^- \*\*Two minutes", text)) == 1
        (most,) = re.findall(r"At most (\d+) minutes in all\.", text)
        found.append(Week(int(number), page, sheets, int(most)))
    return found


def test_there_are_six_weeks_in_order() -> None:
    assert [week.number for week in weeks()] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("week", weeks(), ids=lambda week: f"week-{week.number}")
def test_a_week_takes_no_longer_than_it_says(week: Week, guide: Guide) -> None:
    page = guide.page(week.page)
    assert page
    reading = ceil(sum(len(sentence.text.split()) for sentence in page.sentences) / WORDS_A_MINUTE)
    entries = guide.catalogue.entries
    for way, (id_, minutes) in week.sheets.items():
        assert minutes == entries[id_].exercise.minutes, id_
        first = entries[CHECK].exercise.minutes if way == "Together" else 0
        assert reading + first + minutes + ACT <= week.most <= MOST_MINUTES, way


@pytest.mark.parametrize("week", weeks(), ids=lambda week: f"week-{week.number}")
def test_nobody_alone_is_sent_to_a_sheet_for_two(week: Week, guide: Guide) -> None:
    assert guide.catalogue.entries[week.sheets["Alone"][0]].exercise.for_ == "one"


def test_the_packs_hold_the_same_sheets_in_the_same_order(guide: Guide) -> None:
    packs = guide.packs.entries
    assert packs["six-weeks"].pack.exercises == (CHECK, *(week.sheets["Together"][0] for week in weeks()))
    assert packs["six-weeks-alone"].pack.exercises == tuple(week.sheets["Alone"][0] for week in weeks())


def test_it_says_when_to_stop_and_to_pause_and_that_nobody_has_tested_it() -> None:
    said = " ".join(PATH.split())
    for words in ("nobody has tested", "## When to pause", "## When to stop", "(safety/is-this-safe.md)"):
        assert words in said, words


def test_it_prints_on_two_sheets_of_paper(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    site = built_guide(tmp_path_factory)
    with served(site) as address:
        page = browser.new_page()
        page.goto(f"{address}six-weeks/")
        pages = printed_pages(page)
        page.close()
    assert "A path of six weeks" in pages[0]
    assert len(pages) <= 4
