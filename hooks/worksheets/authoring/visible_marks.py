"""Marks that nothing takes for marks, so that readers would see them: signs of Markdown, of HTML and of messengers."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

TAG = r"</?(?:a|b|br|center|div|em|font|i|li|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>"
SPELT = r"&(?:#\d{2,6}|#x[0-9A-Fa-f]{2,5}|amp|nbsp|[lr]squo|[lr]dquo|quot|apos|[nm]dash|hellip|shy|lt|gt|[a-z]uml);"
"""A sign as HTML spells it."""

SMILE = r"(?<!\w):[a-z]+(?:[_-][a-z0-9]+)*:(?!\w)"
"""A sign or drawing by its name, such as `:smile:` and `:material-heart:`."""

OF_MATERIAL = (
    r'^={3}[!+]* +(?=["“])|-{1,2}8<-{1,2}|(?<!\w)\+\+(?=\w)|^\*\[(?=[^\[\]]+\]:)|\{(?:\+\+|--|~~|==|>>)'
    r"|\^(?=[^\W_]+\^)|(?<=\w)~(?=\w+~)"
)
"""Tabs, snippets, keys, abbreviations, changes, and small letters above and below the line, as other guides made with
Material for MkDocs write them."""

UNREAD = re.compile(
    r"\*\*(?=\w)|(?<=\w)\*\*|(?<![\w*])\*(?=[^\W\d])|(?<=[^\W\d])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\W\d_])|(?<=[^\W\d_])_(?![\w_])|`|~~(?=\w)|==(?=\w)"
    r"|\[\[|\{\{|\{%|\{:|\{[.#](?=\w)|\]\(|\[\]|\[![A-Za-z]+\]|^\[[ xX]\](?= )|^(?:[-+*•]|1[.)]) +(?=\S)"
    rf"|{SMILE}|{OF_MATERIAL}|{SPELT}|&nbsp\b",
    re.MULTILINE,
)
"""What is still there once Markdown has been read: not closed, not begun where it must, or no mark here. A star may be
dialled, and may stand between letters."""

UNFINISHED = re.compile(r"\b(?:FIXME|XXX)\b|\bTODO\b(?=:|\s*$)|\b(?i:lorem ipsum)\b", re.MULTILINE)
"""What authors write where words are still to come. In Spanish, TODO is a word."""

WHOLE = re.compile(
    r"(\*\*|~~|==)(?=\S).+?(?<=\S)\1|(?<![\w*])\*(?=[^\W\d])[^*]*(?<=[^\W\d\s.!?…])[.!?…]?\*(?![\w*])"
    rf"|(?<![\w_])_(?=[^\W\d_])[^_]*[^\s_]_(?![\w_])|`[^`]+`|!?\[[^\[\]]*\]\(|\[@\w|{TAG}|{SPELT}"
)
"""What is a mark elsewhere, in words in which there are none."""

IN_PROSE = re.compile(
    rf"{UNREAD.pattern}|\[@\w|\[\^\w|^(?:#{{1,6}}|>) +(?=\S)|(?<=[.:;?!]) [-*•] (?=\w)"
    rf"|^>(?=[^\W\d])|^!!! |<![-–—]|{TAG}",
    re.MULTILINE,
)
"""The same in a text that is no page, so that it has no headings, citations, notes or HTML either."""


LIST_ITEM = re.compile(r" ?(?:[-+*•]|1[.)]) +")
BEGIN_A_LIST = "Put an empty line above the list, and begin its items with `- ` or `1. `."


def what_to_write(mark: str, otherwise: str, of_a_list: str = BEGIN_A_LIST) -> str:
    """What to write in the place of an unread mark; `otherwise` is for marks that can be closed."""
    if LIST_ITEM.fullmatch(mark):
        return of_a_list
    return "Write the sign itself." if re.fullmatch(rf"{SMILE}|{SPELT}|&nbsp", mark) else otherwise


ESCAPED = re.compile(r"\\([^\w\s])")


def unread_marks(shown: str, source: str, marks: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The marks in what readers would see of a text, without those that have a backslash before them in its source.

    Of the items of one list it is the first.
    """
    found = list(marks.finditer(shown))
    if not found:
        return
    pieces = ESCAPED.split(source)  # every second one had a backslash before it
    starts = set(accumulate(map(len, pieces)))
    meant = Counter(one[0] for one in marks.finditer("".join(pieces)) if one.start() in starts)
    seen = Counter(one[0] for one in found)
    lists: set[str] = set()
    for one in found:
        if seen[one[0]] > meant[one[0]] and one[0] not in lists:
            yield one
            lists |= {one[0]} if LIST_ITEM.fullmatch(one[0]) else set()
