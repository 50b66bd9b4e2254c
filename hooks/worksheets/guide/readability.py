"""How hard a text is to read, by two formulas: each gives the American school year that it asks for.

Both count the length of sentences and of words, and nothing else: no idiom, no thought. Neither was made for easy
texts, and they differ by years there. So pages say what was counted, and never from which age they can be read.

J. P. Kincaid et al. (1975), Derivation of new readability formulas for Navy enlisted personnel (Flesch–Kincaid).
G. H. McLaughlin (1969), SMOG grading: a new readability formula.
"""

import math
import re
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'][A-Za-z]+)?")
VOWELS = re.compile(r"[aeiouyà-ÿ]+")
SILENT_E = re.compile(r"(?<![aeioul])e$|(?<![szxcgtd])(?<!ch)(?<!sh)e[sd]$")
LONG = 3
"""A word of at least this many syllables is long."""
EASY, EASY_SMOG = 6.0, 8.0
"""Up to these grades sentences and words are short."""


def grade(sentences: Iterable[str]) -> float:
    """The Flesch–Kincaid grade of some sentences; 0 for none."""
    counted = _counted(sentences)
    words = [word for sentence in counted for word in sentence]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(counted) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def smog(sentences: Iterable[str]) -> float:
    """The SMOG grade of some sentences, from the share of long words; 0 for none."""
    counted = _counted(sentences)
    if not counted:
        return 0.0
    long = sum(syllables(word) >= LONG for words in counted for word in words)
    return 1.043 * math.sqrt(30 * long / len(counted)) + 3.1291


def is_short(sentences: Iterable[str]) -> bool:
    """Whether sentences and words are short by both formulas."""
    texts = list(sentences)
    return grade(texts) <= EASY and smog(texts) <= EASY_SMOG


def _counted(sentences: Iterable[str]) -> list[list[str]]:
    """The words of each sentence that has some."""
    return [words for sentence in sentences if (words := WORD.findall(sentence))]


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """About how many syllables an English word has: its runs of vowels, less a silent e at its end.

    Over the 26,600 words of this guide that the CMU Pronouncing Dictionary knows, the sum was 1.1 % below that
    dictionary's, where hyphenation was 8.7 % below and the package `syllables` 7.1 % above.
    """
    word = word.lower()
    return max(1, len(VOWELS.findall(word)) - bool(SILENT_E.search(word)))
