"""A finding has a home. A reader of three pages does not meet the same study three times, nor the same doubts."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.support.project import ROOT

DOCS = ROOT / "docs"
# The pages that are read one after another. A page for one situation has to stand alone, and may tell a finding again;
# so may the notes on the article, which weigh it claim by claim.
IN_A_ROW = [DOCS / "article.md", *DOCS.glob("steps/*.md"), *DOCS.glob("guides/*.md")]
EXERCISES = sorted((ROOT / "exercises").glob("*/*.yml"))
READERS = [path for path in DOCS.rglob("*.md") if path.relative_to(DOCS).parts[0] not in {"contributing", "clinics"}]


def words(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def test_a_finding_is_told_on_three_pages_at_most() -> None:
    told = Counter(
        key for path in IN_A_ROW for key in set(re.findall(r"@([a-z]+\d{4}\w*)", path.read_text(encoding="utf-8")))
    )
    assert told["gordon2016understanding"] > 1
    assert {key: pages for key, pages in told.items() if pages > 3} == {}


def test_who_took_part_is_told_on_one_page_and_the_others_lead_there() -> None:
    told = [path for path in READERS if "Western" in path.read_text(encoding="utf-8")]
    assert DOCS / "about" / "how-sure.md" in told
    assert len(told) <= 3, told
    for step in ("safe-space", "patterns", "boundaries", "self-care", "growth"):
        assert "](../about/how-sure.md" in words(f"steps/{step}.md"), step


def test_the_article_is_a_story_with_its_notes_on_a_page_of_their_own() -> None:
    story = words("article.md")
    assert len(re.findall(r"[Tt]he (?:article|writer)\b", story)) <= 8
    assert "@" not in story.split("---", 2)[2], "sources are in the notes"
    assert "told again" in story
    assert "](article-notes.md" in story
    assert re.findall(r"@[a-z]+\d{4}", words("article-notes.md"))


@pytest.mark.parametrize(("term", "page"), [("Protest behaviour", "attachment"), ("Over-dependence", "self-care")])
def test_two_words_that_readers_bring_along_are_explained(term: str, page: str) -> None:
    (folder,) = [name for name in ("guides", "steps") if (DOCS / name / f"{page}.md").is_file()]
    assert f"\n{term}\n:   " in words("glossary.md")
    assert f"- **{term}**: " in words("a-z.md")
    assert f"“{term}”".lower() in " ".join(words(f"{folder}/{page}.md").lower().split())


def test_row_is_explained_where_a_page_first_says_it() -> None:
    """A reader who learned English elsewhere, or who listens, hears a line of seats."""
    of_tables = DOCS / "about" / "accessibility.md"
    unexplained = []
    for path in READERS:
        body = re.sub(r"<!--.*?-->|\]\([^)]*\)", "", path.read_text(encoding="utf-8").split("---", 2)[2])
        first = re.search(r"\b[Rr]ows?\b", body)
        if first and "argument" not in body[max(0, first.start() - 90) : first.end() + 90]:
            unexplained.append(path)
    assert unexplained == [of_tables]


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_row_is_explained_where_a_sheet_first_says_it(path: Path) -> None:
    """A sheet is read without the page that it comes from, and handed to people who learned English elsewhere."""
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    of_readers = {key: value for key, value in said.items() if key not in ("clinician", "situations", "next", "alone")}
    text = " ".join(re.findall(r"\S+", yaml.safe_dump(of_readers, sort_keys=False, allow_unicode=True, width=10_000)))
    first = re.search(r"\b[Rr]ows?\b(?!:)", text)
    assert not first or "argument" in text[: first.end() + 90], text[max(0, first.start() - 90) : first.end() + 90]
