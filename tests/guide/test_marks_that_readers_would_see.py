"""Marks that Markdown does not take for what they were meant as: readers would see them, or miss a box or a cell."""

from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.guide.guide_reader import read_guide

from tests.support.problems import told_of
from tests.support.project import ROOT


@pytest.mark.parametrize(
    "written",
    [
        "!!! stop 'If you are afraid'\n\n    Words.", "!!! stop “If you are afraid”\n\n    Words.",
        '!!! stop "One" and two\n\n    Words.', '!! stop "One"\n\n    Words.', '??? stop "One"\n\n    Words.',
        '! stop "One"\n\n    Words.', '!!! stop "One\n\n    Words.', "!!!! stop\n\n    Words.", ":::stop\nWords.\n:::",
        'Words.\n!!! stop "One" x',
    ],
)  # fmt: skip
def test_a_box_that_readers_would_see_as_words_is_told(written: str, tmp_path: Path) -> None:
    line = 11 if written.startswith("Words") else 10
    shown = written.split("\n")[line - 10]
    wrong = "This begins no box, so readers would see its signs."
    assert (
        told_of(tmp_path, written)[0]
        == f'{line}: {shown}: {wrong} Write `!!! stop "Title"`, and indent the rest by four.'
    )


@pytest.mark.parametrize("written", ['!!! stop "One"\n\nWords.', '!!! stop "One"\n  Words.', '!!! stop "One"'])
def test_a_box_with_nothing_in_it_is_told(written: str, tmp_path: Path) -> None:
    wrong = "There is nothing in this box."
    assert told_of(tmp_path, written) == [f'10: !!! stop "One": {wrong} Indent what belongs into it by four spaces.']


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("Words **so on.", "**"),
        ("Words** so on**.", "**"),
        ("~~No~~ yes", "~~"),
        ("==So== on", "=="),
        ("- [ ] a task", "[ ]"),
        ("- [x] a task", "[x]"),
        ("[[page]]", "[["),
        ("{{ name }}", "{{"),
        ("{% if x %}", "{%"),
        ("[it](index.md){: .door", "{:"),
        ("[it] (index.md) x", "] ("),
        ("(it)[index.md] x", ")["),
        ("[it](index.md) and [so][there]", "]["),
        ("## Words **so", "**"),
        ("| a |\n| --- |\n| **b |", "**"),
        ("Say *it now.", "*"),
        ("Say it* now.", "*"),
        ("***So** on", "*"),
        ("_Say it.", "_"),
        ("Say it_ now.", "_"),
        ("`so on", "`"),
        ("![so](a.png", "]("),
        ("(so](index.md)", "]("),
        ("[so][] on", "[]"),
        ("[so](index.md){.door}", "{."),
        ("> [!NOTE]\n> So on.", "[!NOTE]"),
        ('=== "One"\n\n    Words.', "=== "),
        ('--8<-- "other.md"', "--8<--"),
        ("Press ++ctrl+p++ now", "++"),
        ("*[HTML]: So on", "*["),
        ("So {++it++} is", "{++"),
        ("So {--it--} is", "{--"),
        ("The 2^nd^ day", "^"),
        ("H~2~O", "~"),
    ],
)
def test_a_mark_that_readers_would_see_is_told(written: str, mark: str, tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, written)
    wrong = f"Markdown does not take “{mark}” here for a mark, so readers would see it."
    assert problem.endswith(f"{wrong} Write it as the guide’s other pages do, or put a backslash before it.")


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("Words:\n- one\n- two", "- "),
        ("Words:\n* one", "* "),
        ("Words:\n1. one\n2. two", "1. "),
        ("Words:\n\n1) one\n2) two", "1) "),
        ("• one\n• two", "• "),
        ("- Words:\n\n    Words\n    • one", "• "),
    ],
)
def test_a_list_that_readers_would_see_as_one_paragraph_is_told_once(written: str, mark: str, tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, written)
    wrong = f"Markdown does not take “{mark}” here for a mark, so readers would see it."
    assert problem.endswith(f"{wrong} Put an empty line above the list, and begin its items with `- ` or `1. `.")


@pytest.mark.parametrize(
    ("written", "mark"),
    [("So :heart: so", ":heart:"), ("So :material-heart-pulse: so", ":material-heart-pulse:"), ("So&nbsp so", "&nbsp")],
)
def test_a_sign_that_is_spelt_is_told(written: str, mark: str, tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, written)
    assert problem.endswith(f"“{mark}” here for a mark, so readers would see it. Write the sign itself.")


@pytest.mark.parametrize("written", ["| a | b |\n| 1 | 2 |", "| a | b |\n| -- |\n| 1 | 2 |", "Words.\n| a | b |"])
def test_a_table_that_is_none_is_told(written: str, tmp_path: Path) -> None:
    assert (
        "This is no table, so readers would see its bars. Put an empty line above it, and a line of as many "
        in (told_of(tmp_path, written)[0])
    )


@pytest.mark.parametrize("row", ["| 1 | 2 | 3 |", "1 | 2 | 3", "| 1 | 2 | 3 | 4 |"])
def test_a_cell_that_readers_would_not_see_is_told(row: str, tmp_path: Path) -> None:
    problems = told_of(tmp_path, f"| a | b |\n| --- | --- |\n| 1 | 2 |\n{row}")
    assert problems == [
        f"13: {row}: This row has more cells than the first has, and readers would not see them. "
        "Put a backslash before a bar that is meant as one, or add a column."
    ]


def test_a_note_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, "Words[^one] and more[^two].\n\n[^one]: A note.")
    assert problem == "10: [^two]: This note is not on the page, so readers would see `[^two]`. Add `[^two]: …` below."


def test_a_note_to_which_nothing_leads_is_told(tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, "Words.\n\n[^one]: A note.")
    assert (
        problem
        == "12: [^one]: Nothing on the page leads to this note. Write `[^one]` where it belongs, or take it out."
    )


@pytest.mark.parametrize("written", ["[so](my page.md)", "![so](my photo.png)", "Words, [so](tel:99 9)."])
def test_an_address_with_a_space_is_told(written: str, tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, written)
    assert problem.endswith("” has a space in it. Write `%20` for each space.")


@pytest.mark.parametrize(
    "written", ["TODO", "## Fees\n\nTODO: fees", "Lorem ipsum.", "- XXX", "| a |\n| --- |\n| FIXME |"]
)
def test_words_that_are_still_to_come_are_told(written: str, tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, written)
    assert "” says that this is not finished, and readers would see it." in problem


def test_a_link_without_words_is_told(tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, "Words [](index.md).")
    assert problem == "10: [](index.md): This link has no words, so nobody can follow it. Write some in its brackets."


@pytest.mark.parametrize(
    "written",
    [
        "`**` and `~~x~~`",
        "```\n!!! stop 'x'\n| a |\n```",
        "\\*\\*so",
        "2 ** 3",
        "Really?!! Yes!!!",
        "a | b",
        "[it][it]\n\n[it]: a.md",
        "| a | b |\n| --- | --- |\n| 1 | 2 \\| 3 |",
        "| a | b |\n| --- | --- |\n| 1 | `2|3` |",
        "| a | b |\n| --- | --- |\n| 1 |",
        "[![x](a.png)](index.md)",
        "See [it] (page 3).",
        "Words[^a].\n\n[^a]: A note.",
        "He said (so)[sic].",
        "___",
        "a == b",
        "!!!",
        "Partner*in, 2 * 3, *88# and *120*7867#",
        "snake_case and ____ or _",
        "Say \\*it now.",
        "He said: *“So!”* and _so_.",
        "It was 1. Then 2.\nSo 1.5 - 2",
        "At 10:30:20",
        "C++ and a+++, 2^10, x^2 + y^2, ~5 to ~10, a ~ b, so:on-and-on:x, ^_^",
        "=== x",
        "- one\n- two\n\n1. one",
        "Fish &amp; chips",
        "<!-- TODO: fees -->",
        "`TODO`",
        '!!! stop "One"\n    Words.',
        "!!! stop\n\n    Words.",
        '- a\n\n    !!! stop "One"\n\n        Words.',
    ],
)
def test_what_is_meant_as_it_stands_is_left_alone(written: str, tmp_path: Path) -> None:
    assert [one for one in told_of(tmp_path, written) if "leads to" not in one] == []


def test_no_page_of_the_guide_has_one() -> None:
    assert read_guide(Folders.of(ROOT))[1] == []
