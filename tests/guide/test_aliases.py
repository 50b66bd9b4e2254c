"""Where old names lead, by the pages and the files that they had."""

import pytest
from worksheets.guide.aliases import Move, moves

KNOWN = frozenset({"index.md", "steps/boundaries.md", "growth/what-i-needed", "first-evening"})


@pytest.mark.parametrize(
    ("old", "new", "addresses"),
    [
        ("steps/limits.md", "steps/boundaries.md", ("steps/limits/", "steps/boundaries/")),
        ("steps/limits/index.md", "index.md", ("steps/limits/", "")),
        ("steps/README.md", "growth/what-i-needed", ("steps/", "worksheets/growth/what-i-needed/")),
        (
            "growth/about-me",
            "growth/what-i-needed",
            ("worksheets/growth/about-me/", "worksheets/growth/what-i-needed/"),
        ),
        ("evening", "first-evening", ("packs/evening/", "packs/first-evening/")),
    ],
)
def test_a_page_leads_from_its_old_address_to_its_new_one(old: str, new: str, addresses: tuple[str, str]) -> None:
    (move,) = moves({old: new}, KNOWN)
    assert (move.old, move.new) == addresses


def test_files_lead_to_the_same_file_of_the_new_name() -> None:
    sheet, pack, page, mixed = moves(
        {
            "growth/about-me": "growth/what-i-needed",
            "evening": "first-evening",
            "a.md": "index.md",
            "growth/other": "first-evening",
        },
        KNOWN,
    )
    folder = "worksheets/growth"
    ends = (".pdf", "-letter.pdf", "-large.pdf", "-letter-large.pdf", "-copies.pdf", "-copies-letter.pdf", ".docx")
    assert set(sheet.files) == {(f"{folder}/about-me{end}", f"{folder}/what-i-needed{end}") for end in ends}
    assert ("packs/evening-booklet-letter.pdf", "packs/first-evening-booklet-letter.pdf") in pack.files
    assert page.files == mixed.files == ()


def test_a_name_that_changed_twice_leads_to_the_last() -> None:
    aliases = {"a.md": "b.md", "b.md": "c.md", "c.md": "index.md"}
    assert [move.new for move in moves(aliases, KNOWN)] == ["", "", ""]


def test_what_leads_nowhere_or_is_there_in_a_copy_is_left_out() -> None:
    aliases = {
        "a.md": "gone.md",
        "growth/what-i-needed": "index.md",
        "packs/first-evening.md": "index.md",
        "b.md": "b.md",
    }
    assert moves(aliases, KNOWN) == ()
    assert moves({"a.md": "b.md", "b.md": "a.md", "c.md": "index.md"}, KNOWN) == (Move("c/", ""),)
