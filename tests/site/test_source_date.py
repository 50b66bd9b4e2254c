"""A moment of the build that is no number is told before anything is built."""

from pathlib import Path

import pytest
from worksheets.site.source_date import SOURCE_DATE, why_no_date

from tests.support.command_line import run
from tests.support.small_site import small_site


@pytest.mark.parametrize("value", [None, "0", "1764547200", "253402300799"])
def test_seconds_since_1970_are_sound(value: str | None) -> None:
    assert why_no_date(value) is None


@pytest.mark.parametrize("value", ["", "x", "-1", " 5 ", "1e9", "1_000", "1.5", "٣", "2026-12-01", "253402300800"])
def test_anything_else_is_told(value: str) -> None:
    said = why_no_date(value)
    assert said
    assert (f"“{value}”" if value else "empty") in said
    assert f"`{SOURCE_DATE}=$(git log -1 --format=%ct)`, or leave it out." in said


def test_a_build_says_so_and_writes_nothing(tmp_path: Path) -> None:
    project = small_site(tmp_path)
    done = run(project, "build", **{SOURCE_DATE: "yesterday"})
    assert done.returncode != 0
    assert f"{SOURCE_DATE} in the environment is “yesterday”" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
