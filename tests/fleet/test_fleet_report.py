"""What a fleet says of itself, and to whom its workers may speak."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from justhtml import JustHTML
from worksheets.fleet.brand_facts import Facts
from worksheets.fleet.build_task import Built
from worksheets.fleet.cluster import unsafe
from worksheets.fleet.fleet_report import Report
from worksheets.fleet.fleet_run import BUILT, FAILED, PLANNED, UNCHANGED, Outcome
from worksheets.fleet.member import Member


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("tcp://127.0.0.1:8786", True),
        ("tcp://localhost:8786", True),
        ("tcp://[::1]:8786", True),
        ("tls://builds.example.org:8786", True),
        ("tcp://builds.example.org:8786", False),
        ("tcp://0.0.0.0:8786", False),
        ("tcp://127.0.0.1.example.org:8786", False),
        ("ucx://10.0.0.5:8786", False),
        ("inproc://", False),
    ],
)
def test_pickle_goes_over_safe_lines_alone(address: str, safe: bool) -> None:
    assert (unsafe(address) is None) == safe


def test_the_report_puts_first_who_needs_somebody(tmp_path: Path) -> None:
    today = date(2026, 11, 30)
    member = Member("north", tmp_path, None, "", tmp_path / "site", "fleet.yml", 1)
    facts = Facts((), ("docs/a.md has changed",), ("b.md was changed",), (today - timedelta(days=200)).isoformat())
    fine = Outcome(member, UNCHANGED, "", facts, Built(pdfs=40, notes=("a.pdf was damaged.",)), "")
    bad = replace(fine, member=replace(member, name="<b>"), state=FAILED, why="a.yml:1: <script>\nb.yml:2: two")
    report = Report("fleet.yml", [], "0.2.0", datetime(2026, 11, 30, tzinfo=UTC), [fine, bad])
    data = json.loads(report.as_json())
    assert [one["name"] for one in data["brands"]] == ["<b>", "north"]
    assert data["counts"] == {FAILED: 1, BUILT: 0, UNCHANGED: 1}
    assert data["brands"][0]["problems"] == ["a.yml:1: <script>", "b.yml:2: two"]
    assert (data["brands"][1]["days-since-helplines"], data["brands"][1]["helplines-stale"]) == (200, True)
    page = report.as_page()
    assert "<script" not in page
    text = JustHTML(page).to_text()
    assert "1 failed, 0 built, 1 unchanged." in text
    assert "call them again" in text
    assert "a.pdf was damaged." in text
    assert data["brands"][1]["notes"] == ["a.pdf was damaged."]
    assert PLANNED not in text
