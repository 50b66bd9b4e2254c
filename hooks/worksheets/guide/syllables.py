"""How many syllables a word has, for the formulas of readability: a count for each language, by its spelling."""

import re
from functools import lru_cache

ENGLISH_VOWELS = re.compile(r"[aeiouyà-ÿ]+")
ENGLISH_SILENT_E = re.compile(r"(?<![aeioul])e$|(?<![szxcgtd])(?<!ch)(?<!sh)e[sd]$")

SPANISH_SILENT = re.compile(r"(?<!c)h|(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])")
"""`h`, and the `u` of `que` and `gue`: between vowels they part nothing."""
SPANISH_NUCLEUS = re.compile(
    r"[iuü]?[aeoáéó](?:[iuü](?![aeoáéó])|y(?![aeiouáéíóúü]))?|[iuü][íú]|[iuü]{1,2}y?(?![aeoáéó])|[íú]|y(?![aeiouáéíóúü])"
)
"""A strong vowel with the weak ones beside it, two weak ones, or a weak one alone; with an accent it stands alone."""


@lru_cache(maxsize=50_000)
def english_syllables(word: str) -> int:
    """About how many syllables an English word has: its runs of vowels, less a silent e at its end.

    Over the 26,600 words of this guide that the CMU Pronouncing Dictionary knows, the sum was 1.1 % below that
    dictionary's, where hyphenation was 8.7 % below and the package `syllables` 7.1 % above.
    """
    word = word.lower()
    return max(1, len(ENGLISH_VOWELS.findall(word)) - bool(ENGLISH_SILENT_E.search(word)))


@lru_cache(maxsize=50_000)
def spanish_syllables(word: str) -> int:
    """How many syllables a Spanish word has, by the rules of the Ortografía of the academies (2010) for diphthongs."""
    return max(1, len(SPANISH_NUCLEUS.findall(SPANISH_SILENT.sub("", word.lower()))))
