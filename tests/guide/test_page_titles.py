"""What was checked is what is shown: titles that two readers of YAML would read as two things."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.support.project import mkdocs
from tests.support.small_site import small_site, write_page

TITLES = {
    "no": "No",
    "off": "Off",
    "clock": "10:30",
    "version": "1.50",
    "null": "Null",
    "day": "2026-11-22",
    "yes": "Yes",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a page for each title, one of them as Windows writes it, all without a label in the menu."""
    project = small_site(tmp_path_factory.mktemp("titles"))
    for name, title in TITLES.items():
        front = f"title: {title}\ndescription: 1.50\nlast_reviewed: 2026-11-22\nclinical_review: not needed"
        text = f"---\n{front}\n---  \n\n# {title}\n\nWords.\n"
        file = project / "docs" / f"{name}.md"
        file.write_bytes(("\ufeff" + text.replace("\n", "\r\n") if name == "no" else text).encode())
    write_page(project, "short", "Words [@brown2010calm].")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.mark.parametrize(("name", "title"), TITLES.items())
def test_the_title_is_the_one_that_was_written(name: str, title: str, built: Path) -> None:
    page = LexborHTMLParser((built / name / "index.html").read_text(encoding="utf-8"))
    shown = {node.text().strip() for node in page.css(f"h1, nav a[href='./'], nav a[href='../{name}/']")}
    assert shown == {title}
    assert [node.text().strip().partition(" – ")[0] for node in page.css("title")] == [title]
    assert [node.attributes["content"] for node in page.css("meta[name=description]")] == ["1.50"]


def test_one_minute_is_no_minutes(built: Path) -> None:
    page = LexborHTMLParser((built / "short" / "index.html").read_text(encoding="utf-8"))
    assert [node.text() for node in page.css(".head__facts")] == ["1 minute to read"]
