"""The references of the guide: labels for running text, and works for the list.

Reading and formatting take seconds, so what they make is kept, and their libraries are loaded only to make it anew.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import astuple
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from ..authoring.problems import Problem
from ..authoring.yaml_document import read_text
from ..cache import cached


class Bibliography:
    """The works of one BibTeX file, by key: `keys` are all that stand in it, `sound` those that can be shown."""

    def __init__(self, sound: Iterable[str], keys: Iterable[str], text: str = "") -> None:
        self.sound = tuple(sound)
        self.keys = frozenset(keys)
        self.text = text

    def label(self, key: str) -> Markup:
        """Author and year as they stand in running text, such as `Gordon & Chen, 2016`; KeyError if unknown."""
        return self._formatted[key][0]

    def reference(self, key: str) -> Markup:
        """The work as it stands in the list of references; KeyError if unknown."""
        return self._formatted[key][1]

    def in_order(self, keys: Iterable[str]) -> list[str]:
        """The keys in the order of the list of references."""
        return sorted(
            set(keys), key=lambda key: (re.sub(r"[^\w ]", "", self.reference(key).striptags()).casefold(), key)
        )

    @cached_property
    def _formatted(self) -> dict[str, tuple[Markup, Markup]]:
        def make() -> bytes:
            from .bibtex import formatted

            return json.dumps(formatted(self.text)).encode()

        made = json.loads(cached(["formatted", self.text], make))
        return {key: (Markup(label), Markup(reference)) for key, (label, reference) in made.items()}


def read_bibliography(path: Path, file: str) -> tuple[Bibliography, list[Problem]]:
    """Read a BibTeX file. With problems, the bibliography holds the works that are sound."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return Bibliography((), ()), [text]

    def make() -> bytes:
        from .bibtex import checked

        sound, lines, problems = checked(text, file)
        return json.dumps([list(sound), list(lines), [astuple(one) for one in problems]]).encode()

    sound, keys, problems = json.loads(cached(["checked", file, text], make))
    return Bibliography(sound, keys, text), [Problem(*one) for one in problems]
