"""A copy in a language that no theme knows: its words, its name and its direction stand in its pages."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from justhtml import JustHTML
from worksheets.authoring.words import read_words

from tests.support.project import mkdocs, replace
from tests.support.renderers import words
from tests.support.small_site import CONFIG, small_site

MENU = ["index.md", "right-now.md", "references.md"]
FRAME = {"skip-to-content": ".skip", "next": '[rel="next"] span', "previous": '[rel="prev"] span'}
"""Words around every page, and where they stand."""


def test_a_language_needs_no_more_than_its_words(tmp_path: Path) -> None:
    """Yiddish is written from right to left, and Material has no words for it."""
    project = small_site(tmp_path)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(CONFIG | {"nav": MENU}), encoding="utf-8")
    own = {**words().texts, **{key: f"YI {key}" for key in FRAME}}
    (project / "words" / "yi.yml").write_text(yaml.safe_dump(own), encoding="utf-8")
    replace(project / "brand.yml", "language: en", "language: yi")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    page = JustHTML((project / "site" / "right-now" / "index.html").read_text(encoding="utf-8"), sanitize=False)
    assert [one.attrs for one in page.query("html")] == [{"lang": "yi", "dir": "rtl"}]
    assert {key: page.query(place)[0].to_text().strip() for key, place in FRAME.items()} == {
        key: f"YI {key}" for key in FRAME
    }


@pytest.mark.parametrize(
    ("language", "direction", "day"),
    [
        ("en", "ltr", "22 November 2026"),
        ("de", "ltr", "22. November 2026"),
        ("sw", "ltr", "22 Novemba 2026"),
        ("ur", "rtl", "22 نومبر، 2026"),
        ("sm", "ltr", "2026-11-22"),
    ],
)
def test_the_direction_and_the_days_of_a_language(language: str, direction: str, day: str, tmp_path: Path) -> None:
    """Of Samoan Babel knows nothing."""
    for name in ("en", language):
        (tmp_path / f"{name}.yml").write_text("leave: Leave\n", encoding="utf-8")
    files = {tmp_path / f"{name}.yml": f"{name}.yml" for name in dict.fromkeys(["en", language])}
    t, problems = read_words(files, language, "GB")
    assert t, problems
    assert (t.direction, t.day(date(2026, 11, 22))) == (direction, day)
