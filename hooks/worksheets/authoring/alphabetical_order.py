"""The order in which a language lists words: by its own letters, some of which are two characters or have a mark."""

import re
import unicodedata
from collections.abc import Callable

Key = Callable[[str], tuple[object, ...]]

BEFORE_LETTERS = -1.0
"""A blank comes before each letter: lists go word by word."""


def alphabetical(alphabet: str | None) -> Key:
    """The key by which words are sorted. `alphabet` has the letters in order, with blanks between them.

    Without it, and for letters that it does not have, marks do not count and letters stand as in Unicode. Capitals,
    quotation marks and other signs never count; between words that are the same otherwise, marks do.
    """
    letters = (alphabet or "").casefold().split()
    places = {letter: float(place) for place, letter in enumerate(letters)}
    longest_first = sorted(letters, key=len, reverse=True)
    piece = re.compile("|".join([*map(re.escape, longest_first), "."]), re.DOTALL)

    def place(letter: str) -> float | None:
        if letter in places:
            return places[letter]
        base = unicodedata.normalize("NFD", letter)[0]
        if base.isspace():
            return BEFORE_LETTERS
        return places.get(base, len(places) + ord(base)) if base.isalnum() else None

    def key(words: str) -> tuple[object, ...]:
        text = unicodedata.normalize("NFC", words).casefold()
        found = [where for letter in piece.findall(text) if (where := place(letter)) is not None]
        return (tuple(found), text)

    return key
