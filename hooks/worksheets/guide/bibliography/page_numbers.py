"""Pages, volumes and numbers of a work as library tools write them: each is whole, or a slip to be told."""

import re
from itertools import groupby

from .latex import LatexError, plain

HYPHENS = str.maketrans("‐‑−", "---")
DASH = re.compile(r"\s*-*[‒–—]+[-‒–—]*\s*")
HYPHEN = re.compile(r"\s*-\s*")
BEFORE_PAGES = re.compile(r"(?:pp?|pages?)\b[.:]?\s*(?=\w)", re.IGNORECASE)
"""What some tools write before a page; the style adds it where APA wants it."""

BEFORE_NUMBERS = re.compile(r"(?:vol(?:ume)?|no|nr|num(?:ber)?|issue|iss)\b[.:]?\s*(?=\d)", re.IGNORECASE)
"""The same before the number of a volume or an issue."""

WORD_BETWEEN = re.compile(r"\s(to|and|bis|und|&)\s")
ROMAN = re.compile(r"(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
NOTHING = frozenset({"n/a", "n.a.", "na", "none", "unknown", "tbd", "tba"})
"""What people and tools put where they know of nothing."""

HALF = re.compile(r"[-‒–—/,;:(\[].*|.*[-‒–—/,;:(\[]")


def read_pages(latex: str) -> str:
    """First and last pages, with an en dash between them and commas between parts. LatexError tells a slip."""
    text = plain(latex).translate(HYPHENS)
    parts = re.split(r"\s*[,;]\s*", text)
    if not all(parts) and len(parts) > 1:
        raise LatexError("A comma has no page beside it.", "Take it out, or add the page.")
    return ", ".join(_part(BEFORE_PAGES.sub("", part)) for part in parts if part)


def read_number(latex: str, field: str) -> str:
    """A volume, or the number of an issue or an article, which may hold hyphens. LatexError tells a slip."""
    text = BEFORE_NUMBERS.sub("", plain(latex), count=1)
    if HALF.fullmatch(text) and not says_nothing(text):
        wrong = f"“{text}” begins or ends with a sign that belongs to nothing."
        raise LatexError(wrong, f"Write it as in `{field} = {{12}}`, or take the field out.")
    return text


def says_nothing(text: str) -> bool:
    """Whether a text stands only for what nobody knew, such as `?` or `n/a`."""
    return bool(text) and (text.lower() in NOTHING or not any(letter.isalnum() for letter in text))


def _part(part: str) -> str:
    dash = DASH if DASH.search(part) else HYPHEN
    ends = dash.split(part)
    if any(ends) and not all(ends) and len(ends) == 2:
        missing = "ends" if ends[0] else "begins"
        write = "Write both pages, such as `pages = {1--5}`, or the first alone."
        raise LatexError(f"“{part}” does not say on which page it {missing}.", write)
    if word := WORD_BETWEEN.search(part):
        write = "Write `--` from a first to a last page, and a comma between parts."
        raise LatexError(f"“{part}” holds the word “{word[1]}”.", write)
    for end in ends:
        if not ROMAN.fullmatch(end) and not re.search("[1-9]", end):
            wrong = f"“{end or part}” is no page."
            raise LatexError(wrong, "Write `pages = {1--5}`, or take the field out.")
    if len(ends) > 2:
        wrong = f"“{part}” has more than a first and a last page."
        raise LatexError(wrong, "Write a comma between parts: `{1--5, 9}`.")
    _check_order(part, *ends)
    return "–".join(end for end, _ in groupby(ends))


def _check_order(part: str, first: str, last: str = "") -> None:
    """A last page that is cut short, as PubMed writes it, would be shown as one before the first."""
    (before, begins), (letters, ends) = _page(first), _page(last)
    if not (begins and ends and before == letters and ends < begins):
        return
    whole = first[: -len(str(ends))] + str(ends)
    if first[-1].isdigit() and _page(whole)[1] > begins and len(whole) == len(first):
        raise LatexError(f"“{part}” ends before it begins.", f"Write the last page whole: `{first}--{whole}`.")
    raise LatexError(f"“{part}” ends before it begins.", "Look up the first and the last page.")


def _page(end: str) -> tuple[str, int]:
    """What stands before the number of a page, and the number; 0 if it is of another form."""
    if ROMAN.fullmatch(end):
        values = [VALUES[letter] for letter in end.lower()]
        signed = [-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)]
        return "roman", sum(signed)
    found = re.fullmatch(r"([A-Za-z]*)(\d+)", end)
    return (found[1], int(found[2])) if found else ("", 0)
