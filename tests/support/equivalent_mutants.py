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
NEVER_EMPTY = "It is there for the type; the parser never leaves it out."
NO_ELEMENT = "Only whether there is an element is asked."
CASE = "The parser reads the names of elements and attributes, and `http-equiv`, in any case."
SPACES, PAGE, SHEET = (f"worksheets.site.pruning.{name}" for name in ("unseen_space", "whole_page", "stylesheet"))
READER = "worksheets.site.html_reader._Reader"
REQUESTS = "worksheets.authoring.outside_requests"
POLICY = "meta[http-equiv=Content-Security-Policy]"

EQUIVALENTS = (
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
    Equivalent(f"{SHEET}.Stylesheet.text", "lambda _: False", "lambda _: None", FALSE),
    Equivalent("worksheets.site.pruning.selectors._selector", "= None", '= ""', "Nothing is before the first token."),
)
