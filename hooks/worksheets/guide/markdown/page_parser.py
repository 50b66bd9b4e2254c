"""The parser of our pages: markdown-it-py with the rules of what renders them, and with places in its tokens."""

from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link

from . import code_blocks as code
from . import syntax_rules as rules

InlineRule = Callable[[StateInline, bool], bool]
PLACED: dict[str, InlineRule] = {
    "backticks": backtick, "link": link, "image": image, "autolink": autolink, "html_inline": html_inline,
}  # fmt: skip


@cache
def parser() -> MarkdownIt:
    """The one parser, which keeps nothing of what it has read."""
    made = _AsWritten("commonmark", {"maxNesting": 60}).enable("table")
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    block = made.block.ruler
    block.at("code", code.indented_code)
    block.at("fence", code.fenced_code, interrupts)
    block.at("html_block", rules.other_html, interrupts)
    block.at("list", rules.list_items, interrupts)
    block.at("blockquote", rules.quotation, interrupts)
    block.at("heading", rules.atx_heading, interrupts)
    block.at("lheading", rules.setext_heading)
    block.before("blockquote", "setext", rules.setext_heading)
    block.before("html_block", "raw_html", rules.raw_html, interrupts)
    block.before("code", "box", rules.box, interrupts)
    block.before("reference", "footnote", rules.after(rules.FOOTNOTE, "footnote"), interrupts)
    block.before("reference", "definition", rules.after(rules.DEFINITION, "definition"), interrupts)
    inline = made.inline.ruler
    for name, rule in PLACED.items():
        inline.at(name, _placed(rule))
    inline.before("link", "citation", _placed(rules.citation))
    return made


class _AsWritten(MarkdownIt):
    """A parser that leaves addresses as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


def _placed(rule: InlineRule) -> InlineRule:
    """The same rule, which also notes in its tokens where in the text they were found."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[count:]:
            token.meta.setdefault("at", (start, state.pos))
        return True

    return placed
