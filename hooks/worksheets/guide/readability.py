"""How hard a text is to read, by the formulas that were made for its language.

All of them count the length of sentences and of words, and nothing else: no idiom, no thought. None was made for easy
texts, and they differ by years there. So pages say what was counted, and never from which age they can be read.

J. P. Kincaid et al. (1975), Derivation of new readability formulas for Navy enlisted personnel (Flesch–Kincaid).
G. H. McLaughlin (1969), SMOG grading: a new readability formula.
J. Fernández Huerta (1959), Medidas sencillas de lecturabilidad; its second term is the words of a sentence, as G. Law
showed in 2011, and not the sentences of a hundred words, as it was printed.
F. Szigriszt Pazos (1993), Sistemas predictivos de legilibilidad del mensaje escrito, on the scale INFLESZ of
I. M. Barrio-Cantalejo et al. (2008): above 80 very easy, above 65 rather easy, above 55 normal, above 40 rather hard.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from .syllables import english_syllables, spanish_syllables

WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'][A-Za-z]+)?")
LONG = 3
"""A word of at least this many syllables is long."""

EASIEST = 206.84
"""The score of what has no words: what both scores of ease begin with."""

Value = Callable[[Iterable[str]], float]


@dataclass(frozen=True)
class Formula:
    """A formula by the name of its result. `value` maps sentences to that; without words they are easy.

    `rises` says whether harder texts have higher values: grades of a school do, and scores of ease fall. With fewer
    than `fewest` sentences the value says nothing.
    """

    name: str
    value: Value
    rises: bool
    fewest: int = 1

    def is_harder(self, value: float, limit: float) -> bool:
        """Whether a text of that value is harder than one that is just at the limit."""
        return value > limit if self.rises else value < limit

    def hardest(self, values: Iterable[float]) -> float:
        """The value of the hardest of some texts."""
        return max(values) if self.rises else min(values)

    def within(self, limit: float) -> str:
        """Where to get, as an author is told."""
        return f"Get {'below' if self.rises else 'above'} {limit:g}"


def grade(sentences: Iterable[str]) -> float:
    """The Flesch–Kincaid grade of some English sentences: the American school year that they ask for; 0 for none."""
    counted = _counted(sentences)
    if not counted:
        return 0.0
    return 0.39 * _words_in_each(counted) + 11.8 * _syllables_in_each(counted, english_syllables) - 15.59


def smog(sentences: Iterable[str]) -> float:
    """The SMOG grade of some English sentences, from the share of long words; 0 for none."""
    counted = _counted(sentences)
    if not counted:
        return 0.0
    long = sum(english_syllables(word) >= LONG for words in counted for word in words)
    return 1.043 * math.sqrt(30 * long / len(counted)) + 3.1291


def fernandez_huerta(sentences: Iterable[str]) -> float:
    """How easy some Spanish sentences are, from about 100 down."""
    counted = _counted(sentences)
    if not counted:
        return EASIEST
    return 206.84 - 60 * _syllables_in_each(counted, spanish_syllables) - 1.02 * _words_in_each(counted)


def inflesz(sentences: Iterable[str]) -> float:
    """How easy some Spanish sentences are by the formula of Szigriszt Pazos, from about 100 down."""
    counted = _counted(sentences)
    if not counted:
        return EASIEST
    return 206.835 - 62.3 * _syllables_in_each(counted, spanish_syllables) - _words_in_each(counted)


FORMULAS: Mapping[str, Mapping[str, Formula]] = {
    "en": {
        "flesch-kincaid": Formula("Flesch–Kincaid grade", grade, rises=True),
        # one long word decides over few sentences: it was made for thirty
        "smog": Formula("SMOG grade", smog, rises=True, fewest=10),
    },
    "es": {
        "inflesz": Formula("INFLESZ score", inflesz, rises=False),
        "fernandez-huerta": Formula("Fernández-Huerta score", fernandez_huerta, rises=False),
    },
}
"""The formulas for a language by its code, each by the name that it has in a file of rules."""


def _counted(sentences: Iterable[str]) -> list[list[str]]:
    """The words of each sentence that has some."""
    return [words for sentence in sentences if (words := WORD.findall(sentence))]


def _words_in_each(counted: list[list[str]]) -> float:
    return sum(map(len, counted)) / len(counted)


def _syllables_in_each(counted: list[list[str]], syllables: Callable[[str], int]) -> float:
    words = [word for sentence in counted for word in sentence]
    return sum(map(syllables, words)) / len(words)
