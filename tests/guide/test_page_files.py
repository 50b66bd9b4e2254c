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


@pytest.mark.parametrize(
    "name",
    [
        "a.sync-conflict-20261130-101500-ABCDEFG.md", "a (Jane's conflicted copy 2026-11-30).md",
        "a (conflicted copy).md", "a (Case Conflict 1).md", "a_conflict-20261130-101500.md",
        "a (SFConflict x@y.z 2026-11-30-10-15-00).md",
        "a - Copy.md", "a - Copy (2).md", "a copy.md", "a copy 2.md", "a (1).md", "a - Kopie.md", "Copy of a.md",
    ],
)  # fmt: skip
def test_a_copy_that_a_program_made_is_told(name: str) -> None:
    told = [str(problem) for problem in misnamed_pages([Source(Path("docs") / name, f"docs/{name}", None)])]
    wrong = "By its name, this is a copy of another page, and it would be published beside that."
    assert told == [f"docs/{name}:1: {wrong} Keep one of the two, or give this one a name of its own."]


@pytest.mark.parametrize(
    "name",
    ["conflict.md", "conflict-and-calm.md", "copy.md", "copying.md", "a-copy.md", "a-conflict-2.md", "a (conflict).md"],
)
def test_a_page_about_conflicts_or_copies_is_none(name: str) -> None:
    assert list(misnamed_pages([Source(Path("docs") / name, f"docs/{name}", None)])) == []


@pytest.mark.parametrize(
    ("name", "code"), [("help.es.md", "es"), ("help.pt-BR.md", "pt-BR"), ("help.zh-Hant.md", "zh-Hant")]
)
def test_a_page_in_another_language_as_other_guides_name_it_is_told(name: str, code: str) -> None:
    sources = [Source(Path("docs") / one, f"docs/{one}", None) for one in ("help.md", name)]
    (problem,) = misnamed_pages(sources)
    assert problem.wrong == f"By its name, this is “help.md” in the language `{code}`, and would be a page beside that."
    assert f"`languages/{code}/pages/`" in problem.write
    assert list(misnamed_pages(sources[1:])) == [], "without the other it is only a name"
