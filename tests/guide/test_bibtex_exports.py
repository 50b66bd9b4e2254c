"""References as library tools export them: each goes in as it is, and is shown as APA wants it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from worksheets.guide.bibliography.references import Bibliography, read_bibliography

EXPORTS = Path(__file__).parent / "exports"

SHOWN: dict[str, dict[str, str]] = yaml.safe_load((EXPORTS / "shown.yml").read_text(encoding="utf-8"))
MISTAKES: list[dict[str, Any]] = yaml.safe_load((EXPORTS / "mistakes.yml").read_text(encoding="utf-8"))


def read(text: str, folder: Path) -> tuple[Bibliography, list[str]]:
    path = folder / "references.bib"
    path.write_text(text, encoding="utf-8")
    bibliography, problems = read_bibliography(path, "references.bib")
    return bibliography, [str(problem) for problem in sorted(problems)]


@pytest.mark.parametrize("tool", SHOWN)
def test_an_export_goes_in_with_its_own_keys(tool: str) -> None:
    bibliography, problems = read_bibliography(EXPORTS / f"{tool}.bib", f"{tool}.bib")
    assert not problems
    assert {key: bibliography.reference(key).text for key in bibliography.sound} == SHOWN[tool]


def test_every_export_has_its_test() -> None:
    assert {path.stem for path in EXPORTS.glob("*.bib")} == set(SHOWN)


def test_the_same_authors_in_the_same_year_get_letters_by_title() -> None:
    bibliography, _ = read_bibliography(EXPORTS / "jabref.bib", "jabref.bib")
    assert bibliography.label("Doe2016a") == "Doe & Roe, 2016a"
    assert bibliography.label("Doe2016") == "Doe & Roe, 2016b"
    assert bibliography.in_order(["Poe2018", "Doe2016", "Doe2016a"]) == ["Doe2016a", "Doe2016", "Poe2018"]


def entry(key: str, author: str, year: str = "2016", title: str = "T") -> str:
    return f"@misc{{{key}, author = {{{author}}}, title = {{{title}}}, year = {{{year}}}}}\n"


@pytest.mark.parametrize(
    ("year", "authors", "labels"),
    [
        ("2016", ["Doe, J", "Doe, J"], ["Doe, 2016a", "Doe, 2016b"]),
        ("in press", ["Doe, J", "Doe, J"], ["Doe, in press-a", "Doe, in press-b"]),
        ("n.d.", ["Doe, J", "Doe, J"], ["Doe, n.d.-a", "Doe, n.d.-b"]),
        ("2016", ["Doe, J", "Doe, K"], ["J. Doe, 2016", "K. Doe, 2016"]),
        ("2016", ["Doe, J and Roe, R", "Doe, J and Poe, P"], ["Doe & Roe, 2016", "Doe & Poe, 2016"]),
        (
            "2016",
            ["Doe, J and Roe, R and Poe, P and Moe, M", "Doe, J and Poe, P and Roe, R and Moe, M"],
            ["Doe, Roe, et al., 2016", "Doe, Poe, et al., 2016"],
        ),
        (
            "2016",
            ["Doe, J and Roe, R and Poe, P", "Doe, J and Roe, R and Moe, M"],
            ["Doe, Roe, & Poe, 2016", "Doe, Roe, & Moe, 2016"],
        ),
        ("2016", ["Doe, J and Roe, R and Poe, P", "Poe, P"], ["Doe et al., 2016", "Poe, 2016"]),
        ("2016", ["Doe, J and others", "Doe, J"], ["Doe et al., 2016", "Doe, 2016"]),
        ("2016", ["Doe, J and others", "Doe, J and others"], ["Doe et al., 2016a", "Doe et al., 2016b"]),
    ],
)
def test_no_two_works_are_cited_in_the_same_words(
    year: str, authors: list[str], labels: list[str], tmp_path: Path
) -> None:
    text = entry("one", authors[0], year, "An apple") + entry("other", authors[1], year, "A bee")
    bibliography, problems = read(text, tmp_path)
    assert not problems
    assert [bibliography.label("one"), bibliography.label("other")] == labels


def test_other_years_need_no_letters(tmp_path: Path) -> None:
    bibliography, _ = read(entry("one", "Doe, J", "2016") + entry("other", "Doe, J", "2017"), tmp_path)
    assert [bibliography.label("one"), bibliography.label("other")] == ["Doe, 2016", "Doe, 2017"]


def test_more_works_of_a_year_than_letters(tmp_path: Path) -> None:
    bibliography, _ = read("".join(entry(f"k{n:02}", "Doe, J", title=f"T{n:02}") for n in range(28)), tmp_path)
    assert [bibliography.label(f"k{n}") for n in ("00", "25", "26", "27")] == [
        "Doe, 2016a", "Doe, 2016z", "Doe, 2016aa", "Doe, 2016ab",
    ]  # fmt: skip


def test_the_list_is_in_the_order_of_apa(tmp_path: Path) -> None:
    text = "".join(
        [
            entry("press", "Doe, J", "in press"),
            entry("late", "Doe, J", "2017"),
            entry("none", "Doe, J", "n.d."),
            entry("two", "Doe, J and Aye, A", "1999"),
            entry("accent", "Çelik, A", "2000"),
            entry("dean", "Dean, A", "2000"),
        ]
    )
    bibliography, _ = read(text, tmp_path)
    assert bibliography.in_order(bibliography.keys) == ["accent", "dean", "none", "late", "press", "two"]


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["told"][0][:60])
def test_every_slip_is_reported(case: dict[str, Any], tmp_path: Path) -> None:
    bibliography, problems = read(case["written"], tmp_path)
    assert [problem.removeprefix("references.bib:") for problem in problems] == case["told"]
    assert len(bibliography.sound) < max(2, len(bibliography.keys))


def test_all_that_is_wrong_with_an_export_is_reported_at_once(tmp_path: Path) -> None:
    written = [case["written"].replace("doe2016", f"key{number}") for number, case in enumerate(MISTAKES[:30])]
    told = sum(len(case["told"]) for case in MISTAKES[:30])
    assert len(read("".join(written), tmp_path)[1]) == told


def test_a_character_that_cannot_be_shown_is_reported(tmp_path: Path) -> None:
    _, problems = read("\n" + entry("one", "Doe, J", title="a\ue000b"), tmp_path)
    assert problems == ["references.bib:2: U+E000 is a character that can't be shown. Take it out."]
