"""The Markdown of our pages, as rules for a parser that knows lines.

Python-Markdown writes the pages and knows no lines; markdown-it-py knows them and follows CommonMark. Where the two
differ, these rules read as Python-Markdown writes.
"""

import re
from collections.abc import Callable

from markdown_it.rules_block import StateBlock, blockquote, html_block, list_block
from markdown_it.rules_inline import StateInline

from .line_rules import INDENT, begins_block, depth, depth_of, indent_of, start_of, text_of

CITATION = re.compile(r"\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\](?!\(|\[(?!@))")
NEARLY_CITATION = re.compile(r"\[(?:\s{0,9};|(?:see|cf\.?|e\.g\.,?)\s|-)?\s{0,9}@[^\]]{0,400}(?:\](?!\(|\[(?!@))|$)")

ATX = re.compile(r"#{1,6}")
SETEXT = re.compile(r"(=+|-+) *")
BOX = re.compile(r'!!! ?[\w-]+(?: +[\w-]+)*(?: +"(.*?)")? *')
DEFINITION = re.compile(r": {1,3}(?=\S)")
FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]: *(?=\S)")
BLOCK_TAG = re.compile(
    r"<(/?)(address|article|aside|blockquote|body|canvas|center|details|dialog|dir|div|dl|fieldset|figure|footer|form|h[1-6]|"
    r"header|hgroup|legend|main|menu|nav|noscript|ol|p|pre|script|section|style|table|textarea|ul|video)(?=[\s>])",
    re.IGNORECASE,
)

BRACKET = re.compile(r"\d+\)")

BlockRule = Callable[[StateBlock, int, int, bool], bool]


def atx_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`#` at the very left, with or without a space after it."""
    line = text_of(state, start)
    found = ATX.match(line)
    if not found or indent_of(state, start) > (3 if state.listIndent >= 0 else 0):
        return False
    if silent and state.sCount[start]:  # further in, it goes on with the words before it
        return False
    if not silent:
        _push_heading(state, found.end(), line[found.end() :].rstrip("#"), start, start + 1)
    return True


def setext_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """One line with a line of `=` or `-` below it, whatever the first one begins with."""
    under = start + 1
    if under >= end or indent_of(state, start) >= INDENT or indent_of(state, under) or not begins_block(state, start):
        return False
    if text_of(state, start).startswith("<") or ATX.match(state.src, state.bMarks[start]):
        return False
    found = SETEXT.fullmatch(text_of(state, under))
    if not found or state.isEmpty(start):
        return False
    if not silent:
        _push_heading(state, 1 if found[1][0] == "=" else 2, text_of(state, start), start, under + 1)
    return True


def box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`!!! stop "Title"`, and below it what is four spaces further in."""
    found = BOX.fullmatch(text_of(state, start))
    if not found or indent_of(state, start):
        return False
    if not silent:
        last = _end_of_indented(state, start, end)
        state.push("box_open", "div", 1).map = [start, last]
        if found[1]:
            _push_inline(state, found[1], start, start + 1)
        _tokenize_indented(state, start + 1, last)
        state.push("box_close", "div", -1)
    return True


def after(opening: re.Pattern[str], name: str) -> BlockRule:
    """A rule for what begins with an opening and goes on, after empty lines too, four spaces further in."""

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        found = opening.match(state.src, start_of(state, start), state.eMarks[start])
        if not found or indent_of(state, start) >= INDENT or state.listIndent >= 0:
            return False
        if not silent:
            last = _end_of_indented(state, start, end)
            state.push(f"{name}_open", "div", 1).map = [start, last]
            kept = state.bMarks[start], state.tShift[start], state.sCount[start]
            state.bMarks[start], state.tShift[start], state.sCount[start] = found.end(), 0, state.blkIndent + INDENT
            _tokenize_indented(state, start, last)
            state.bMarks[start], state.tShift[start], state.sCount[start] = kept
            state.push(f"{name}_close", "div", -1)
        return True

    return rule


def raw_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block of HTML, with empty lines in it too, as far as the tag that closes it."""
    begin = start_of(state, start)
    opening = BLOCK_TAG.match(state.src, begin)
    if indent_of(state, start) >= INDENT or not opening or opening[1]:
        return False
    if "closed" not in state.env:
        state.env["closed"] = _closed_tags(state.src)
    close = state.env["closed"].get(begin, len(state.src))
    if not silent:
        last = min(end - 1, start + state.src.count("\n", begin, close))
        token = state.push("html_block", "", 0)
        token.map = [start, last + 1]
        if begin not in state.env["closed"]:
            token.meta = {"fault": "never ends"}
        state.line = last + 1
    return True


def other_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Any other HTML, and comments; a tag that only closes is part of a paragraph."""
    return not text_of(state, start).startswith("</") and html_block(state, start, end, silent)


def list_items(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list; the first one needs an empty line above it. `1)` begins none."""
    if BRACKET.match(text_of(state, start)):
        return False
    if silent and state.listIndent < 0 and state.parentType == "paragraph":
        return False
    with depth(state, depth_of(state) + 1):
        return list_block(state, start, end, silent)


def quotation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A quotation, in which lists and boxes start counting again."""
    with depth(state, 0):
        return blockquote(state, start, end, silent)


def citation(state: StateInline, silent: bool) -> bool:
    """`[@key; @other]`, unless it is the text of a link; and what looks like it."""
    found = CITATION.match(state.src, state.pos) or NEARLY_CITATION.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("citation" if found.re is CITATION else "nearly_citation", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _closed_tags(html: str) -> dict[int, int]:
    """Where each block of HTML ends, by where it begins; one that is never closed has no end."""
    ends: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for tag in BLOCK_TAG.finditer(html):
        begun = opened.setdefault(tag[2].lower(), [])
        if not tag[1]:
            begun.append(tag.start())
        elif begun:
            ends[begun.pop()] = tag.end()
    return ends


def _end_of_indented(state: StateBlock, start: int, end: int) -> int:
    """The first line after the start that is not four spaces further in."""
    lines = range(start + 1, end)
    return next((line for line in lines if not state.isEmpty(line) and indent_of(state, line) < INDENT), end)


def _tokenize_indented(state: StateBlock, start: int, end: int) -> None:
    kept = state.lineMax, state.blkIndent
    state.lineMax, state.blkIndent = end, state.blkIndent + INDENT
    with depth(state, depth_of(state) + 1):
        state.md.block.tokenize(state, start, end)
    state.lineMax, state.blkIndent = kept
    state.line = end


def _push_heading(state: StateBlock, level: int, text: str, start: int, end: int) -> None:
    state.push("heading_open", f"h{level}", 1).map = [start, end]
    _push_inline(state, text.strip(), start, end)
    state.push("heading_close", f"h{level}", -1)
    state.line = end


def _push_inline(state: StateBlock, text: str, start: int, end: int) -> None:
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = text, [start, end], []
