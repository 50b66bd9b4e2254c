"""What no translation may lose or add: markers, citations, what the build fills in, ids, addresses and code."""

import re
from collections import Counter

from pydantic import TypeAdapter, ValidationError

from ..authoring.text_types import unseen
from ..guide.markdown.syntax_rules import CITATION
from ..guide.slots import HOW_MUCH
from .forms import Unit
from .text_limits import Limits

PROTECTED = re.compile(
    r"(?P<marker><!--[\s\S]*?-->)"
    rf"|(?P<citation>{CITATION.pattern})"
    r"|\]\((?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)"
    r"|(?P<code>`[^`\n]+`)"
    r"|(?P<slot>\{[^{}\n]*\})"
    r"|(?P<tag></?[A-Za-z][^<>\n]*>)"
)
DIGITS = re.compile(r"\d+")
CALLED = {
    "marker": "marker",
    "citation": "citation",
    "address": "address of the link",
    "code": "code",
    "slot": "word in braces",
    "tag": "tag",
}


Refusal = tuple[str, str]
"""What is wrong with a translation, and what to write instead."""


def refused(unit: Unit, translation: str) -> Refusal | None:
    """Why a translation cannot stand in the place of a text."""
    return _not_kept(unit, translation) or _other_signs(unit, translation) or _beyond(unit.limits, translation)


def protected(text: str) -> Counter[tuple[str, str]]:
    """What stays as it is in a text, each with what it is called, and how often it stands there."""
    found: Counter[tuple[str, str]] = Counter()
    for match in PROTECTED.finditer(text):
        kind = str(match.lastgroup)
        source = " ".join(match[kind].split())
        found[CALLED[kind], source.replace("<!-- exercise:", "<!-- sheet:")] += 1
    return found


def _not_kept(unit: Unit, translation: str) -> Refusal | None:
    """What a translation has lost of what stays as it is, or has that the text has not.

    It may have the id of a heading, and the words in braces that say how much is translated.
    """
    before, after = protected(unit.text), protected(translation)
    lost, added = before - after, after.keys() - before.keys()  # what is there may stand there twice
    if not unit.keeps_slots:
        lost = Counter({one: count for one, count in lost.items() if one[0] != CALLED["slot"]})
    own = (f"{{#{unit.context.partition('#')[2]}}}", f"{{{HOW_MUCH}}}")
    wrong = [f"The {kind} {_shown(source)} is lost." for kind, source in lost]
    wrong += [
        f"The {kind} {_shown(source)} is not in the English." for kind, source in sorted(added) if source not in own
    ]
    if not wrong:
        return None
    write = ", ".join(_shown(source) for _, source in lost)
    return " ".join(wrong), f"Keep {write} as it is." if lost else "Take it out."


def _other_signs(unit: Unit, translation: str) -> Refusal | None:
    if unit.keeps_brackets and any(translation.count(sign) != unit.text.count(sign) for sign in "[]"):
        return (
            "The brackets around a link differ from the English.",
            "Put `[` before the words of the link, and `]` after them.",
        )
    if unit.keeps_brackets and "\n" in translation:
        return "This text has several lines.", "Write it on one line."
    if unit.keeps_digits and DIGITS.findall(translation) != DIGITS.findall(unit.text):
        return f"“{translation}” has other numbers than the guide’s “{unit.text}”.", "Write the same numbers."
    return None


def _beyond(limits: Limits, text: str) -> Refusal | None:
    """What the model of the file has against a text."""
    if limits.type is None:
        hidden = next(unseen(text), None)
        return (f"The character U+{ord(hidden[1]):04X} cannot be seen.", "Remove it.") if hidden else None
    try:
        TypeAdapter(limits.type).validate_python(text)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        context = detail.get("ctx", {})
        if detail["type"] == "rule":
            return str(context["wrong"]), str(context["write"])
        if detail["type"] == "string_too_long":
            return f"This has {len(text)} characters.", f"Use at most {context['max_length']}."
        return f"{detail['msg']}.", "Write it another way."
    return None


def _shown(source: str) -> str:
    return source if source.startswith("`") else f"`{source}`"
