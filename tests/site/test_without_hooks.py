"""A host that does not call our hooks: it makes no page, or pages that say what they are."""

import re
import shutil
from pathlib import Path

import pytest

from tests.support.project import ROOT, copy_project, mkdocs, replace
from tests.support.small_site import REAL, small_site

MARK = "Not for readers, built without the hooks of the guide"


def test_hooks_that_are_not_called_are_told(tmp_path: Path) -> None:
    """Without them the build would go on, and leave out what they do or check."""
    project = small_site(tmp_path)
    hooks = [name for name in REAL["hooks"] if name != "hooks/read_edition.py"]
    for hook in hooks:
        replace(project / "mkdocs.yml", f"- {hook}\n", "")
    done = mkdocs("build", folder=project)
    assert done.returncode != 0
    assert not (project / "site").exists()
    assert [one for one in hooks if f"hooks: `{one}` is not listed. Add it: it " not in done.stderr] == []
    assert f"{len(hooks)} problems to fix." in done.stderr


def test_the_hook_that_tells_it_is_missed_too(tmp_path: Path) -> None:
    project = small_site(tmp_path)
    replace(project / "mkdocs.yml", "- hooks/read_edition.py\n", "")
    done = mkdocs("build", folder=project)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "hooks/read_edition.py comes first" in done.stderr


def test_a_clinic_hears_of_it_too(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    replace(project / "mkdocs.yml", "  - hooks/check_promises.py\n", "")
    shutil.copytree(ROOT / "clinics" / "example-uk", project / "clinics" / "example-uk")
    done = mkdocs("build", "--config-file", "clinics/example-uk/mkdocs.yml", folder=project)
    assert done.returncode != 0
    assert (
        "mkdocs.yml:14: hooks: `hooks/check_promises.py` is not listed. Add it: it refuses a site that " in done.stderr
    )


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
