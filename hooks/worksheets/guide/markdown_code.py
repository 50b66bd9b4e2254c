"""Code blocks as Python-Markdown with SuperFences finds them.

What it would not see as code, though it looks like it, is still read as code, and carries what is wrong with it.
"""

import re

from markdown_it.rules_block import StateBlock

from .markdown_lines import INDENT, begins_block, indent_of, start_of, text_of

FENCE = re.compile(r"(`{3,}(?!.*`)|~{3,}) *(.*)")
LANGUAGE = re.compile(r"[\w#.+-]*")
CONTAINERS = ("list_item", "box", "definition", "footnote")


def fenced_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Code between two equal fences that are equally far in."""
    found = FENCE.fullmatch(text_of(state, start))
    if not found or indent_of(state, start) >= INDENT:
        return False
    if silent:
        return True
    fence, words = found[1], found[2].strip()
    inside = range(start + 1, end)
    last = next((line for line in inside if _is_fence(state, line, fence, state.sCount[start])), None)
    outdented = next((line for line in inside if not state.isEmpty(line) and indent_of(state, line) < 0), end)
    if last is None or last > outdented:
        last = outdented - 1
        fault = "never ends"
    elif any(state.sCount[line] < state.sCount[start] for line in range(start, last) if not state.isEmpty(line)):
        fault = "is not all as far in as its fence"
    else:
        fault = "" if LANGUAGE.fullmatch(words) else "has more than a language after its fence"
    if state.src[state.src.rfind("\n", 0, state.bMarks[start]) + 1 : start_of(state, start)].strip("> "):
        fault = "begins beside something else"
    token = state.push("fence", "code", 0)
    token.info, token.map, token.meta = words, [start, last + 1], {"fault": fault}
    state.line = last + 1
    return True


def indented_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that are four spaces further in than what they belong to, where each list and box takes four."""

    def is_code(line: int) -> bool:
        return indent_of(state, line) >= INDENT and state.sCount[line] >= INDENT * (depth + 1)

    depth = _depth(state)
    if not begins_block(state, start) or not is_code(start):
        return False
    last = start
    for line in range(start, end):
        if is_code(line) and not state.isEmpty(line):
            last = line
        elif not state.isEmpty(line):
            break
    token = state.push("code_block", "code", 0)
    token.map = [start, last + 1]
    state.line = last + 1
    return True


def _is_fence(state: StateBlock, line: int, fence: str, indent: int) -> bool:
    return state.sCount[line] == indent and text_of(state, line) == fence


def _depth(state: StateBlock) -> int:
    """In how many lists and boxes a place is, within its quotation."""
    depth = closed = 0
    for token in reversed(state.tokens):
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name not in CONTAINERS and name != "blockquote":
            continue
        if token.nesting < 0 or closed:
            closed -= token.nesting
        elif name == "blockquote":
            break
        else:
            depth += 1
    return depth
