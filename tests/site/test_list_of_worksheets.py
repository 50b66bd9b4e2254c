"""The list of worksheets: each says what it is for, so that a reader can choose without opening any."""

import re

import pytest
from playwright.sync_api import Browser
from worksheets.guide.whole_guide import Guide

from tests.support.project import built_once
from tests.support.servers import served


def test_each_sheet_says_what_it_is_for(
    guide: Guide, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with served(built_once(tmp_path_factory, "first-own")) as address:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(f"{address}worksheets/")
        rows = [re.sub(r"\s+", " ", row) for row in page.locator(".shelf li").all_inner_texts()]
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.close()
    exercises = {entry.exercise.title: entry.exercise.purpose for entry in guide.catalogue.entries.values()}
    assert len(rows) == len(exercises)
    for title, purpose in exercises.items():
        (row,) = [row for row in rows if row.startswith(f"{title} ") and " ".join(purpose.split()) in row]
        assert re.search(r"\d minutes?", row)
