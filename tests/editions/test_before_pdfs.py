"""What only the pages of a build can tell is told before the long work: no PDF is made for a site that cannot be."""

import shutil
from pathlib import Path

import pytest

from tests.support.project import mkdocs, replace
from tests.support.small_site import small_site_with_pdfs


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site with more sheets than are made as fast as its pages."""
    project = small_site_with_pdfs(tmp_path / "guide")
    sheet = project / "exercises" / "one" / "ticks.yml"
    for number in range(8):
        shutil.copy(sheet, sheet.with_name(f"ticks-{number}.yml"))
    page = project / "docs" / "steps" / "one.md"
    markers = "\n\n".join(f"<!-- sheet: one/ticks-{number} -->" for number in range(8))
    page.write_text(page.read_text(encoding="utf-8") + f"\n{markers}\n", encoding="utf-8")
    return project


def test_a_page_that_stops_the_build_stops_it_before_any_pdf_is_made(project: Path) -> None:
    replace(project / "docs" / "about" / "index.md", "Words.", "[Nowhere](#nowhere)")
    done = mkdocs("build", "--strict", folder=project, sheets=True)
    assert done.returncode == 1
    assert "contains a link '#nowhere'" in done.stderr
    assert "PDFs are made" not in done.stderr
    assert not (project / "site").exists()
    assert not list(project.glob(".cache/sheets/*"))
