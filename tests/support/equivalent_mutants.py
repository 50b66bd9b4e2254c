"""Changes to the core that leave it the same, so that no test can notice them: where, which, and why.

They are told by the words that change, not by the numbers of mutmut, which differ after every other change.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Equivalent:
    """In one function, a change of some words into others that does nothing, and why it does nothing."""

    function: str
    written: str
    became: str
    why: str

    def describes(self, mutant: str, diff: str) -> bool:
        """Whether this is what a mutant does, given its name and what `mutmut show` says of it."""
        changed = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
        before = "\n".join(line[1:] for line in changed if line.startswith("-"))
        after = "\n".join(line[1:] for line in changed if line.startswith("+"))
        same_function = function_of(mutant) == self.function
        return same_function and self.written in before and before.replace(self.written, self.became, 1) == after


def function_of(mutant: str) -> str:
    """The function of a mutant by its name: `a.b.x_c__mutmut_1` is in `a.b.c`, `a.b.xǁDǁe__mutmut_1` in `a.b.D.e`."""
    module, _, name = re.sub(r"__mutmut_\d+$", "", mutant).rpartition(".")
    return f"{module}.{name.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"


def is_equivalent(mutant: str, diff: str) -> bool:
    """Whether one of the changes below is what a mutant does."""
    return any(one.describes(mutant, diff) for one in EQUIVALENTS)


FALSE = "None is as false as False."
NO_TAG = "Nobody asks which element a token of the parser stands for: Python-Markdown writes the HTML."
NO_DEPTH = "Nobody asks how many tokens are open around one: it has a list of its own of what a block is in."
NEVER_EMPTY = "It is there for the type; the parser never leaves it out."
NO_ELEMENT = "Only whether there is an element is asked."
CASE = "The parser reads the names of elements and attributes, and `http-equiv`, in any case."
SPACES, PAGE, SHEET = (f"worksheets.site.pruning.{name}" for name in ("unseen_space", "whole_page", "stylesheet"))
READER = "worksheets.site.html_reader._Reader"
REQUESTS = "worksheets.authoring.outside_requests"
RULES = "worksheets.guide.markdown.syntax_rules"
CODE = "worksheets.guide.markdown.code_blocks"
BLOCKS = "worksheets.guide.markdown.block_reader"
POLICY = "meta[http-equiv=Content-Security-Policy]"

EQUIVALENTS = (
    *(
        Equivalent(f"{module}.{function}", f'"{tag}", {nesting}', f'"{became}", {nesting}', NO_TAG)
        for module, function, tag, nesting in (
            (RULES, "box", "div", 1),
            (RULES, "box", "div", -1),
            (RULES, "after", "div", 1),
            (RULES, "after", "div", -1),
            (RULES, "raw_html", "", 0),
            (RULES, "citation", "", 0),
            (RULES, "_push_inline", "", 0),
            (CODE, "fenced_code", "code", 0),
            (CODE, "indented_code", "code", 0),
        )
        for became in sorted({f"XX{tag}XX", tag.upper()} - {tag})
    ),
    *(
        Equivalent(f"{RULES}.{function}", f'"{tag}", {nesting}', f'"{tag}", {became}', NO_DEPTH)
        for function, tag, nesting, became in (
            ("box", "div", "-1", "+1"),
            ("box", "div", "-1", "-2"),
            ("after", "div", "-1", "+1"),
            ("after", "div", "-1", "-2"),
            ("raw_html", "", "0", "1"),
            ("citation", "", "0", "1"),
            ("_push_inline", "", "0", "1"),
        )
    ),
    Equivalent(f"{RULES}.setext_heading", "under >= end", "under > end", "The line below the last one is empty."),
    Equivalent(
        f"{RULES}.setext_heading", "under >= end or", "under >= end and", "The line below the last one is empty."
    ),
    Equivalent(f"{RULES}._closed_tags", ".lower()", ".upper()", "Either makes large and small letters the same."),
    Equivalent(
        f"{RULES}._push_heading", '"heading_close"', '"XXheading_closeXX"', "What begins after it is asked elsewhere."
    ),
    Equivalent(f"{BLOCKS}._comments", ">= 0:", "> 0:", "It is looked for after the first four letters."),
    Equivalent(f"{BLOCKS}._comments", ">= 0:", ">= 1:", "It is looked for after the first four letters."),
    Equivalent(f"{BLOCKS}._Places.__init__", "place >= 0", "place > 0", "What is at 0 begins there."),
    Equivalent(f"{BLOCKS}._Places.__init__", "place >= 0", "place >= 1", "What is at 0 begins there."),
    Equivalent(f"{BLOCKS}._Reader.__init__", "= 0", "= 1", "A cell begins after its bar."),
    Equivalent(f"{BLOCKS}._Reader._lines", "(0, 0)", "(1, 0)", "Every token that is asked knows its lines."),
    *(
        Equivalent(f"{BLOCKS}._Reader.blocks", 'Token("", "", 0)', became, "It is only not to be a heading or a cell.")
        for became in ('Token("", None, 0)', 'Token("", "", None)', 'Token("", "XXXX", 0)')
    ),
    Equivalent(
        "worksheets.guide.front_matter._first_line", '(0, "")', '(0, "XXXX")', "Neither is the fence of a front matter."
    ),
    Equivalent(
        "worksheets.guide.markdown.typed_blocks.Blocks.with_edits", "end = 0", "end = None", "Both are the start."
    ),
    Equivalent(
        f"{REQUESTS}.requests_in", "MAY_ASK.search(css)", "(MAY_ASK.search(css)) or True", "It only saves time."
    ),
    Equivalent(f"{REQUESTS}.requests_of", "= False", "= None", FALSE),
    Equivalent(
        "worksheets.site.content_security_policy.excess",
        '"style-src", ""',
        '"style-src", "XXXX"',
        "Neither is a source.",
    ),
    Equivalent(f"{READER}.handle_starttag", 'value or ""', 'value or "XXXX"', "No rule heeds either text."),
    Equivalent(f"{READER}.handle_starttag", '"method") or ""', '"method") or "XXXX"', "Neither is `dialog`."),
    Equivalent(f"{READER}.handle_starttag", '"type") or ""', '"type") or "XXXX"', "Neither is a type that sends."),
    Equivalent(f"{READER}.handle_endtag", '"".join', '"XXXX".join', "The parser hands over a style in one piece."),
    Equivalent(f"{READER}.handle_comment", '_report("", ', "_report(None, ", NO_ELEMENT),
    Equivalent(f"{READER}.handle_data", '_report("", ', "_report(None, ", NO_ELEMENT),
    Equivalent(f"{READER}.unknown_decl", '_report("", ', "_report(None, ", NO_ELEMENT),
    Equivalent(f"{READER}.handle_pi", '_report("", ', "_report(None, ", NO_ELEMENT),
    Equivalent(f"{READER}._link", '"href") or ""', '"href") or "XXXX"', "Both lie in the site."),
    Equivalent(f"{SPACES}.drop_unseen", "if page.root", "if (page.root) or True", NEVER_EMPTY),
    Equivalent(f"{SPACES}.drop_unseen", 'text_content or ""', 'text_content or "XXXX"', NEVER_EMPTY),
    Equivalent(f"{PAGE}.whole", '"pre, textarea"', '"PRE, TEXTAREA"', CASE),
    Equivalent(f"{PAGE}.whole", 'text_content or ""', 'text_content or "XXXX"', NEVER_EMPTY),
    Equivalent(f"{PAGE}._put_inside", '"style"', '"STYLE"', CASE),
    Equivalent(f"{PAGE}._put_inside", POLICY, POLICY.lower(), CASE),
    Equivalent(f"{PAGE}._put_inside", POLICY, POLICY.upper(), CASE),
    Equivalent(f"{PAGE}._put_inside", '"content"', '"CONTENT"', CASE),
    Equivalent(f"{PAGE}._put_inside", "serving=False", "serving=None", FALSE),
    Equivalent(f"{PAGE}._attributes", "MutableMapping[str, str]", "None", "A cast does nothing at run time."),
    Equivalent("worksheets.site.pruning.names_in_page.names_used", 'node.tag or ""', 'node.tag or "XXXX"', NEVER_EMPTY),
    Equivalent(f"{SHEET}.Stylesheet._kept_for", "lambda _: False", "lambda _: None", FALSE),
    Equivalent("worksheets.site.pruning.selectors._selector", "= None", '= ""', "Nothing is before the first token."),
)
