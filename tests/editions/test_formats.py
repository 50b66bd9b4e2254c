"""A copy makes and offers only the forms of sheets that its brand.yml names."""

import posixpath
import re
from pathlib import Path

from tests.support.project import mkdocs, replace
from tests.support.small_site import small_site_with_pdfs, write_page


def site_with(formats: str, folder: Path) -> Path:
    """The folder of a small site whose brand.yml has this line for its formats."""
    root = small_site_with_pdfs(folder)
    with (root / "brand.yml").open("a", encoding="utf-8") as file:
        file.write(formats)
    return root


def built(root: Path) -> dict[str, Path]:
    """The files of a site, by path."""
    done = mkdocs("build", "--strict", folder=root)
    assert done.returncode == 0, done.stderr
    site = root / "site"
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}


def mentions(files: dict[str, Path], ending: str) -> list[str]:
    """The files with an ending, and the pages that lead to one."""
    pages = [path for path, file in files.items() if path.endswith(".html") and f'{ending}"' in file.read_text()]
    return [*(path for path in files if path.endswith(ending)), *pages]


def offered_word(files: dict[str, Path]) -> dict[str, str]:
    """The size that links to files for Word say, by the path of the file."""
    found: dict[str, str] = {}
    for page, file in files.items():
        if page.endswith(".html"):
            links = re.findall(r'<a href="([^"]*\.docx)">[^<]*</a>: (\d+ kB)', file.read_text())
            found |= {posixpath.normpath(posixpath.join(posixpath.dirname(page), to)): size for to, size in links}
    return found


def test_a_copy_that_names_only_word_has_no_pdf_and_tells_the_size_of_each_file(tmp_path: Path) -> None:
    root = site_with("formats: [docx]\n", tmp_path / "guide")
    write_page(root, "right-now", "<!-- worksheets -->")
    files = built(root)
    assert mentions(files, ".pdf") == []
    made = {path for path in files if path.endswith(".docx")}
    assert made == {
        "worksheets/one.docx",
        *(f"worksheets/one/{name}.docx" for name in ("sheet", "sheet-alone", "ticks")),
    }
    assert offered_word(files) == {path: f"{round(files[path].stat().st_size / 1000)} kB" for path in made}


def test_a_copy_that_names_nothing_has_no_word_and_may_have_kinds_that_word_cannot_hold(tmp_path: Path) -> None:
    root = site_with("", tmp_path / "guide")
    (root / "hooks/worksheets/exercises/kinds/tick/word.py").unlink()
    replace(root / "mkdocs.yml", "sheets: true", "sheets: false")
    assert mentions(built(root), ".docx") == []
