"""What block rules ask of a line."""

from collections.abc import Iterator
from contextlib import contextmanager

from markdown_it.rules_block import StateBlock

INDENT = 4
"""How many spaces further in a line is that belongs to a list, a box or code."""

NEED_NO_EMPTY_LINE = (
    *("heading_close", "hr", "html_block", "code_block", "blockquote_close", "box_open", "box_close"),
    "inline",  # the title of a box
)


def begins_block(state: StateBlock, line: int) -> bool:
    """Whether a line is the first after an empty one, or after something that needs none."""
    return line == 0 or state.isEmpty(line - 1) or (bool(state.tokens) and state.tokens[-1].type in NEED_NO_EMPTY_LINE)


def text_of(state: StateBlock, line: int) -> str:
    """A line without what is around it."""
    return state.src[start_of(state, line) : state.eMarks[line]].rstrip(" ")


def start_of(state: StateBlock, line: int) -> int:
    """Where a line begins, without the spaces before it."""
    return state.bMarks[line] + state.tShift[line]


def indent_of(state: StateBlock, line: int) -> int:
    """How many spaces a line is further in than the list, box or quotation in which it is."""
    return state.sCount[line] - state.blkIndent


def depth_of(state: StateBlock) -> int:
    """In how many lists and boxes a place is, within its quotation."""
    return int(state.env.get("depth", 0))


@contextmanager
def depth(state: StateBlock, within: int) -> Iterator[None]:
    """Reads what is inside as so deep in lists and boxes."""
    before = depth_of(state)
    state.env["depth"] = within
    yield
    state.env["depth"] = before
