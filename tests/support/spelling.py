"""The spelling of a language: a dictionary of other people's, and how its words are put together."""

import gc
import re
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

from spylls.hunspell import Dictionary

from tests.support.npm_packages import package

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
PRONOUN = re.compile(r"(?:l[aeo]s?|[mts]e|nos)$")
ACCENT = "\N{COMBINING ACUTE ACCENT}"


class Speller:
    """Knows the words of a language, and some `others` that are right too."""

    def __init__(self, language: str, others: Iterable[str]) -> None:
        self.dictionary = _read(package(f"dictionary-{language}/index.aff").with_suffix(""))
        self.others = frozenset(word for name in others for word in WORD.findall(name))
        self.language = language

    def unknown(self, text: str) -> list[str]:
        """The words of a text that nobody knows; abbreviations in capitals are left out."""
        return [word for word in WORD.findall(text) if not (word.isupper() or self._knows(word))]

    def _knows(self, word: str) -> bool:
        bare = _without_pronouns(word) if self.language == "es" else ()
        return word in self.others or any(self.dictionary.lookup(one) for one in (word, *bare))


def _read(path: Path) -> Dictionary:
    """A dictionary; spylls leaves it to Python to close the files."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        found = Dictionary.from_files(str(path))
        gc.collect()
    return found


def _without_pronouns(word: str) -> Iterator[str]:
    """A Spanish verb without the one or two pronouns at its end, and without the accent that it has for their sake.

    Only an infinitive does without that accent.
    """
    plain = unicodedata.normalize("NFD", word)
    for _ in range(2):
        stem = PRONOUN.sub("", plain)
        if stem == plain:
            return
        plain = stem
        bare = unicodedata.normalize("NFC", plain.replace(ACCENT, ""))
        if ACCENT in plain or bare.endswith("r"):
            yield bare
