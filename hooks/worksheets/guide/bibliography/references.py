"""The references of the guide: labels for running text, and works for the list.

Reading and formatting take seconds, so what they make is kept, and their libraries are loaded only to make it again.
"""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path

from ...authoring.problems import Problem
from ...authoring.text_file import read_text
from ...cache import cached


@dataclass(frozen=True)
class Reference:
    """A work as it is shown. All is plain text, for a template to mark up."""

    label: str
    """author and year as they appear in running text, such as `Gordon & Chen, 2016`"""
    runs: tuple[tuple[str, bool], ...]
    """the pieces of its entry in the list of references, each with whether it is in italics"""
    address: str
    """where it can be read, to follow the runs; or empty"""
    place: int
    """its place among all works in the order of the list, from 0"""
    is_cut: bool
    """whether its list of authors or editors goes on, and nobody has said with whom"""

    @property
    def text(self) -> str:
        """The whole entry in the list, without italics."""
        return " ".join(part for part in ("".join(text for text, _ in self.runs), self.address) if part)


class Bibliography:
    """The works of one BibTeX file, by key: `keys` are all that are in it, `sound` those that can be shown."""

    def __init__(self, sound: Iterable[str], keys: Iterable[str], text: str = "") -> None:
        self.sound = tuple(sound)
        self.keys = frozenset(keys)
        self.text = text

    def label(self, key: str) -> str:
        """Author and year as they appear in running text, such as `Gordon & Chen, 2016`; KeyError if unknown."""
        return self._formatted[key].label

    def reference(self, key: str) -> Reference:
        """The work as it appears in the list of references; KeyError if unknown."""
        return self._formatted[key]

    def in_order(self, keys: Iterable[str]) -> list[str]:
        """The keys in the order of the list of references, without those of which nothing can be shown."""
        return sorted(set(keys) & self._formatted.keys(), key=lambda key: self.reference(key).place)

    @cached_property
    def _formatted(self) -> dict[str, Reference]:
        def make() -> bytes:
            from .all_works import formatted_works

            return json.dumps(formatted_works(self.text)).encode()

        made = json.loads(cached(["formatted", self.text], make))
        return {
            key: Reference(label, tuple((text, italic) for text, italic in runs), address, place, is_cut)
            for key, label, runs, address, place, is_cut in made
        }


def read_bibliography(path: Path, file: str) -> tuple[Bibliography, list[Problem]]:
    """Read a BibTeX file. With problems, the bibliography holds the works that are sound."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return Bibliography((), ()), [text]

    def make() -> bytes:
        from .all_works import read_works

        works, keys, problems = read_works(text, file)
        return json.dumps([[work.key for work in works], list(keys), [astuple(one) for one in problems]]).encode()

    sound, keys, problems = json.loads(cached(["checked", file, text], make))
    return Bibliography(sound, keys, text), [Problem(*one) for one in problems]
