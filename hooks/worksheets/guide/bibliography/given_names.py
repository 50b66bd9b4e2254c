"""Common given names: by them a list of people is told from one person with several family names."""

import unicodedata
from functools import cache
from pathlib import Path

NAMES = Path(__file__).with_suffix(".txt")
"""One name a line, in small letters and without accents."""


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name, whatever its accents; of `Anne-Marie` the first part counts."""
    letters = unicodedata.normalize("NFD", word.lower().partition("-")[0])
    return "".join(letter for letter in letters if not unicodedata.combining(letter)) in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(NAMES.read_text(encoding="utf-8").split())
