"""A host that does not call our hooks: it makes no page, or pages that say what they are."""

import re
from pathlib import Path

import pytest

from tests.support.project import copy_project, mkdocs, replace

MARK = "Not for readers, built without the hooks of the guide"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The real settings without their hooks, and a few of the pages."""
    project = copy_project(tmp_path)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    config, count = re.subn(r"(?ms)^(hooks|nav|not_in_nav):.*?(?=^\w|\Z)", "", config)
    assert count == 3
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    for path in (project / "docs").glob("[!a]*/*.md"):
        path.unlink()
    return project


def test_it_is_refused_in_words_that_say_why(project: Path) -> None:
    done = mkdocs("build", folder=project)
    assert done.returncode != 0
    last = done.stderr.splitlines()[-1]
    assert "The hooks of this guide have not run, so nothing here was checked. Build it with `make site`." in last
    assert list((project / "site").rglob("*.html")) == []


def test_pages_by_other_templates_say_that_they_are_not_for_readers(project: Path) -> None:
    replace(project / "mkdocs.yml", "  custom_dir: overrides\n", "")
    done = mkdocs("build", folder=project)
    assert done.returncode == 0, done.stderr
    pages = {path: path.read_text(encoding="utf-8") for path in (project / "site").rglob("*.html")}
    assert len(pages) > 3
    for path, page in pages.items():
        title = re.findall("<title>(.*?)</title>", page)
        assert MARK in title[0], path
        assert MARK in re.sub("(?s)<head>.*</head>|<[^<>]*>", "", page), f"{path}: nobody sees it"
