"""Words as runs of Word, each in one direction.

Word sets what is marked as going from right to left in its order and in the fonts for Arabic and Hebrew; names and
numbers of other scripts stand in runs of their own, as they do when somebody types them. A telephone number would
otherwise be printed with its groups turned round.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

from ..authoring.words import goes_from_the_right
from .word_xml import Element, text, w

FROM_THE_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""The letters and digits of Hebrew, Arabic and other scripts that go from right to left."""

LETTERS = rf"(?:(?![{FROM_THE_RIGHT}])[^\W_])+"
OTHERS = re.compile(rf"(\+?{LETTERS}(?:[ .'’&@:/_–-]+{LETTERS})*)")
"""Words and numbers of other scripts that belong together, such as `Samaritans 116 123`."""


def right_to_left(locale: str) -> bool:
    """The same of a locale as Word writes it, such as `ar-001`."""
    return goes_from_the_right(locale.replace("-", "_"))


def runs(words: str, locale: str, *looks: Element, around: str = "") -> Iterator[Element]:
    """Words in the language of a locale with some looks of `rPr`; `around` is the locale of the document."""
    last = [w("lang", val=locale)] if around not in ("", locale) else []
    if not right_to_left(locale):
        yield _run(words, [*looks, *last])
        return
    for place, part in enumerate(OTHERS.split(words)):
        if part:
            yield _run(part, deepcopy([*looks, *([] if place % 2 else [w("rtl")]), *last]))


def _run(words: str, looks: list[Element]) -> Element:
    return w("r", *([w("rPr", *looks)] if looks else []), *text(words))
