"""Which files are read as pages, and which are told to be called otherwise."""

from pathlib import Path

import pytest
from worksheets.authoring.source_files import Source
from worksheets.guide.page_files import is_page, looks_like_a_page, misnamed_pages


@pytest.mark.parametrize(
    ("name", "page", "looks"),
    [
        ("a.md", True, True), ("a.b.md", True, True), ("a.MD", False, True), ("a.markdown", False, True),
        ("a.Qmd", False, True), ("md", False, False), ("a.txt", False, False), ("a.md.bak", False, False),
    ],
)  # fmt: skip
def test_what_is_a_page(name: str, page: bool, looks: bool) -> None:
    path = Path("docs") / name
    assert (is_page(path), looks_like_a_page(path)) == (page, looks)
    told = [str(problem) for problem in misnamed_pages([Source(path, f"docs/{name}", None)])]
    ending = path.suffix
    wrong = f"docs/{name}:1: A page’s name ends in `.md`, this one’s in `{ending}`. Rename it to `{path.stem}.md`."
    assert told == ([wrong] if looks and not page else [])
