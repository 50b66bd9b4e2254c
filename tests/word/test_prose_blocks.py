"""An author's prose as paragraphs: what is bold, what is a list, and nothing lost."""

import pytest
from worksheets.authoring.prose_blocks import ProseBlock, Run, prose_blocks


def one(text: str) -> tuple[Run, ...]:
    (block,) = prose_blocks(text)
    return block.runs


def shape(text: str) -> list[tuple[str, str, int, bool]]:
    """The words, list, depth and start of each paragraph."""
    blocks = prose_blocks(text)
    return [("".join(run.text for run in one.runs), one.item, one.level, one.starts) for one in blocks]


def test_words_that_are_set_otherwise_are_runs() -> None:
    assert one("Stop **now**, *please*.") == (
        Run("Stop "),
        Run("now", strong=True),
        Run(", "),
        Run("please", emphasis=True),
        Run("."),
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a < b & c", "a < b & c"),
        ("a line\nand another", "a line and another"),
        ('He said "no" -- and didn\'t go', "He said “no” – and didn’t go"),
        ("<b>x</b>", "<b>x</b>"),
        ("one  \ntwo", "one two"),
    ],
)
def test_signs_are_what_a_page_shows(text: str, read: str) -> None:
    assert " ".join(run.text for block in prose_blocks(text) for run in block.runs) == read


def test_lists_keep_their_kind_and_depth() -> None:
    assert shape("Take:\n\n- tea\n- a walk\n    - alone\n\nThen:\n\n1. sit\n2. breathe\n\nEnd") == [
        ("Take:", "", 0, False),
        ("tea", "bullet", 1, True),
        ("a walk", "bullet", 1, False),
        ("alone", "bullet", 2, True),
        ("Then:", "", 0, False),
        ("sit", "number", 1, True),
        ("breathe", "number", 1, False),
        ("End", "", 0, False),
    ]


def test_an_item_of_several_paragraphs_has_one_mark() -> None:
    assert shape("1. first\n\n    more of it\n\n2. second") == [
        ("first", "number", 1, True),
        ("more of it", "", 1, False),
        ("second", "number", 1, False),
    ]


def test_nothing_written_makes_no_block() -> None:
    assert prose_blocks(" ") == ()
    assert prose_blocks("x") == (ProseBlock((Run("x"),)),)
