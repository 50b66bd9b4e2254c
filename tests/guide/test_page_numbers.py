"""Pages, volumes and numbers of references: every form that library tools write is shown whole, and slips are told."""

from pathlib import Path

import pytest
from worksheets.guide.bibliography.references import read_bibliography


def read(field: str, folder: Path, kind: str = "article") -> tuple[str, list[str]]:
    """The reference of a work with this field, and what its author is told."""
    within = {"article": "journal = {J},", "book": ""}.get(kind, "booktitle = {J},")
    path = folder / "references.bib"
    path.write_text(f"@{kind}{{doe, author = {{Doe, J.}}, title = {{T}}, year = 2016, {within}\n{field}}}", "utf-8")
    bibliography, problems = read_bibliography(path, "references.bib")
    shown = bibliography.reference("doe").text if "doe" in bibliography.sound else ""
    return shown, [str(problem).removeprefix("references.bib:2: doe › ") for problem in problems]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1--5", "1–5"), ("1-5", "1–5"), ("1 -- 5", "1–5"), ("1–5", "1–5"), ("1—5", "1–5"), ("1‐5", "1–5"),
        ("1‑5", "1–5"), ("1−5", "1–5"), ("5", "5"), ("5--5", "5"), ("e0123", "e0123"), ("S1--S5", "S1–S5"),
        ("1--5, 9--12", "1–5, 9–12"), ("1--5;9", "1–5, 9"), ("i--xv", "i–xv"), ("XC--CX", "XC–CX"), ("xii--3", "xii–3"),
        ("3-1--3-18", "3-1–3-18"), ("A12--B3", "A12–B3"), ("9+", "9+"), ("1:1--1:5", "1:1–1:5"), ("ARTN 12", "ARTN 12"),
        ("pp. 5--9", "5–9"), ("p.~5", "5"), ("pp 5-9", "5–9"), ("Pages 5-9", "5–9"), ("99--123", "99–123"),
    ],
)  # fmt: skip
def test_pages_of_every_form_are_shown_whole(written: str, shown: str, tmp_path: Path) -> None:
    assert read(f"pages = {{{written}}}", tmp_path) == (f"Doe, J. (2016). T. J, {shown}.", [])


OPEN = "Write both pages, such as `pages = {1--5}`, or the first alone."
WORDS = "Write `--` from a first to a last page, and a comma between parts."
PLACEHOLDER = "Write `pages = {1--5}`, or take the field out."


@pytest.mark.parametrize(
    ("written", "wrong", "write"),
    [
        ("1--", "“1–” does not say on which page it ends.", OPEN),
        ("1-", "“1-” does not say on which page it ends.", OPEN),
        ("e1--", "“e1–” does not say on which page it ends.", OPEN),
        ("1--5, 9--", "“9–” does not say on which page it ends.", OPEN),
        ("--5", "“–5” does not say on which page it begins.", OPEN),
        ("–5", "“–5” does not say on which page it begins.", OPEN),
        ("12--3", "“12–3” ends before it begins.", "Write the last page whole: `12--13`."),
        ("123-45", "“123-45” ends before it begins.", "Write the last page whole: `123--145`."),
        ("S112--S5", "“S112–S5” ends before it begins.", "Write the last page whole: `S112--S115`."),
        ("12--2", "“12–2” ends before it begins.", "Look up the first and the last page."),
        ("45--12", "“45–12” ends before it begins.", "Look up the first and the last page."),
        ("xv--iv", "“xv–iv” ends before it begins.", "Look up the first and the last page."),
        ("1--5--9", "“1–5–9” has more than a first and a last page.", "Write a comma between parts: `{1--5, 9}`."),
        ("1-5-9", "“1-5-9” has more than a first and a last page.", "Write a comma between parts: `{1--5, 9}`."),
        ("1--5,", "A comma has no page beside it.", "Take it out, or add the page."),
        (",5", "A comma has no page beside it.", "Take it out, or add the page."),
        ("--", "“–” is no page.", PLACEHOLDER), ("?", "“?” is no page.", PLACEHOLDER),
        ("n/a-n/a", "“n/a” is no page.", PLACEHOLDER), ("1--?", "“?” is no page.", PLACEHOLDER),
        ("in press", "“in press” is no page.", PLACEHOLDER), ("0--0", "“0” is no page.", PLACEHOLDER),
        ("iiii--x", "“iiii” is no page.", PLACEHOLDER), ("pp.", "“pp.” is no page.", PLACEHOLDER),
        ("1 to 5", "“1 to 5” holds the word “to”.", WORDS),
        ("1 and 5", "“1 and 5” holds the word “and”.",
         WORDS),
    ],
)  # fmt: skip
def test_a_slip_in_pages_is_told(written: str, wrong: str, write: str, tmp_path: Path) -> None:
    assert read(f"pages = {{{written}}}", tmp_path) == ("", [f"pages: {wrong} {write}"])


def test_pages_of_a_chapter_are_read_too(tmp_path: Path) -> None:
    assert read("pages = {pp. 5--9}", tmp_path, "incollection") == ("Doe, J. (2016). T. In J (pp. 5–9).", [])
    assert read("pages = {5--}", tmp_path, "inproceedings")[1] == [
        f"pages: “5–” does not say on which page it ends. {OPEN}"
    ]


@pytest.mark.parametrize("written", ["xii, 345", "345 p.", "345", "xv + 345", "1--"])
def test_how_long_a_whole_book_is_stands_in_no_reference(written: str, tmp_path: Path) -> None:
    assert read(f"pages = {{{written}}}", tmp_path, "book") == ("Doe, J. (2016). T.", [])


@pytest.mark.parametrize("written", ["2020-12", "PMC-123", "e61871", "102.3"])
def test_the_number_of_an_article_may_hold_hyphens(written: str, tmp_path: Path) -> None:
    assert read(f"eid = {{{written}}}", tmp_path)[1] == []


@pytest.mark.parametrize("field", ["volume", "number", "issue", "eid", "article-number"])
@pytest.mark.parametrize("written", ["12--", "--3", "3-", "4/", "(2)", "[2]", ",4", "4;", "3("])
def test_what_begins_or_ends_in_the_middle_is_told(field: str, written: str, tmp_path: Path) -> None:
    _, problems = read(f"{field} = {{{written}}}", tmp_path)
    seen = written.replace("--", "–")
    write = f"Write it as in `{field} = {{12}}`, or take the field out."
    assert problems == [f"{field}: “{seen}” begins or ends with a sign that belongs to nothing. {write}"]


@pytest.mark.parametrize("written", ["12--13", "3(2)", "S1", "2 Suppl.", "Spec. Issue", "3_suppl", "12/13", "B 4"])
def test_volumes_and_numbers_of_other_forms_go_in(written: str, tmp_path: Path) -> None:
    assert read(f"volume = {{{written}}}", tmp_path)[1] == []
    assert read(f"number = {{{written}}}", tmp_path)[1] == []


@pytest.mark.parametrize(
    "field", ["volume", "number", "booktitle", "publisher", "edition", "eid", "address", "version"]
)
@pytest.mark.parametrize("written", ["-", "?", "n/a", "N.A.", "--", "none", "unknown", "TBD", "[]", "???"])
def test_what_says_nothing_is_no_part_of_a_reference(field: str, written: str, tmp_path: Path) -> None:
    _, problems = read(f"{field} = {{{written}}}", tmp_path, "book")
    seen = written.replace("--", "–")
    assert f"{field}: “{seen}” says nothing. Write what belongs here, or take the field out." in problems
