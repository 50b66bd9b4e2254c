"""A copy makes and offers only the forms of sheets that its brand.yml names."""

from pathlib import Path

import pytest

from tests.support.project import mkdocs
from tests.support.small_site import small_site_with_pdfs


def built(folder: Path, formats: str) -> dict[str, Path]:
    """The files of a small site whose brand.yml has this line for its formats, by path."""
    root = small_site_with_pdfs(folder)
    with (root / "brand.yml").open("a", encoding="utf-8") as file:
        file.write(formats)
    done = mkdocs("build", "--strict", folder=root, sheets=True)
    assert done.returncode == 0, done.stderr
    site = root / "site"
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}


def mentions(files: dict[str, Path], ending: str) -> list[str]:
    """The files with an ending, and the pages that lead to one."""
    pages = [path for path, file in files.items() if path.endswith(".html") and f'{ending}"' in file.read_text()]
    return [*(path for path in files if path.endswith(ending)), *pages]


@pytest.mark.parametrize(("formats", "has_pdfs"), [("", True), ("formats: []\n", False)])
def test_only_the_forms_that_are_named_are_made_and_offered(formats: str, has_pdfs: bool, tmp_path: Path) -> None:
    files = built(tmp_path / "guide", formats)
    assert bool(mentions(files, ".pdf")) == has_pdfs
    assert not mentions(files, ".epub")
    assert "book.pdf" not in files
