"""Code blocks as Python-Markdown with SuperFences finds them.

What it would not see as code, though it looks like it, is still read as code, and carries what is wrong with it.
"""

import re

from markdown_it.rules_block import StateBlock

from .line_rules import INDENT, begins_block, depth_of, indent_of, start_of, text_of

FENCE = re.compile(r"(`{3,}) *([^`]*)|(~{3,}) *(.*)")
LANGUAGE = re.compile(r"[\w#.+-]*")


def fenced_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Code between two equal fences that are equally far in."""
    found = FENCE.fullmatch(text_of(state, start))
    if not found or indent_of(state, start) >= INDENT:
        return False
    if silent:
        return True
    fence, words = found[1] or found[3], (found[2] or found[4] or "").strip()
    last, fault = _closing(state, start, end, fence)
    if not fault and not LANGUAGE.fullmatch(words):
        fault = "has more than a language after its fence"
    if state.src[state.src.rfind("\n", 0, state.bMarks[start]) + 1 : start_of(state, start)].strip("> "):
        fault = "begins beside something else"
    token = state.push("fence", "code", 0)
    token.info, token.map, token.meta = words, [start, last + 1], {"fault": fault}
    state.line = last + 1
    return True


def indented_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that are four spaces further in than what they belong to, where each list and box takes four."""

    def is_code(line: int) -> bool:
        return indent_of(state, line) >= INDENT and state.sCount[line] >= INDENT * (depth_of(state) + 1)

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


def _closing(state: StateBlock, start: int, end: int, fence: str) -> tuple[int, str]:
    """The last line of a code block, and what is wrong with where that is."""
    fault = ""
    for line in range(start + 1, end):
        if state.isEmpty(line):
            continue
        if indent_of(state, line) < 0:
            return line - 1, "never ends"
        if state.sCount[line] < state.sCount[start]:
            fault = "is not indented like its fence"
        elif state.sCount[line] == state.sCount[start] and text_of(state, line) == fence:
            return line, fault
    return end - 1, "never ends"
