"""Sheets that were renamed: the old addresses of pages and PDFs lead to the new ones, under each recipe of deploy/."""

from pathlib import Path

import pytest
from conftest import built_once
from test_hosting import DEPLOY, RECIPES, running
from worksheets.guide.whole_guide import Guide

MOVED = [
    line.split()[:2]
    for line in (DEPLOY / "_redirects").read_text(encoding="utf-8").splitlines()
    if line.startswith("/worksheets/")
]


def test_each_leads_to_a_sheet_that_there_is(guide: Guide) -> None:
    assert MOVED
    for old, new in MOVED:
        assert new.removeprefix("/worksheets/").strip("/") in guide.catalogue.entries, new
        assert old.removeprefix("/worksheets/").strip("/") not in guide.catalogue.entries, old


@pytest.mark.parametrize("name", RECIPES)
def test_the_servers_send_readers_on(
    name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, unused_port: int
) -> None:
    site = built_once(tmp_path_factory, "first-own")
    pages = [(old, new) for old, new in MOVED if old.endswith("/")]
    with running(RECIPES[name](tmp_path, site, unused_port), tmp_path, unused_port) as server:
        for old, new in pages:
            for end in ("/", ".pdf", "-letter.pdf", "-letter-large.pdf", ""):
                answer = server.ask(old.rstrip("/") + end)
                assert answer.status == 301, old + end
                assert answer.headers["location"].endswith(new.rstrip("/") + end), old + end
            assert server.ask(new).status == 200
        assert server.ask("/worksheets/repair/apology-builders/").status == 404
        assert server.ask("/steps/").status == 200
