"""A picture as a form: its title, its description and the words in it."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape

from .forms import Place, Unit, distinct

TEXT = re.compile(r"<(?P<element>[a-z]+)\b[^<>]*>(?P<text>[^<>]*[^\W\d_][^<>]*)<")
ABOUT = {
    "title": "the title of a picture, for screen readers",
    "desc": "what a picture shows, for screen readers",
}
IN_PICTURE = "one line in a picture, with no more room than it has"


@dataclass(frozen=True)
class PictureForm:
    """An SVG. `name` is what the contexts of its texts begin with."""

    name: str
    text: str

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The texts of its elements, in order."""
        return tuple(
            distinct(
                Unit(
                    (number,), f"{self.name} {found['element']}", _read(found), ABOUT.get(found["element"], IN_PICTURE)
                )
                for number, found in enumerate(self._found)
            )
        )

    @cached_property
    def frame(self) -> Hashable:
        """Which elements hold texts: lines and curves may be other where words are longer."""
        return tuple(found["element"] for found in self._found)

    def filled(self, texts: Mapping[Place, str]) -> str:
        """The picture with other texts."""
        pieces: list[str] = []
        end = 0
        for number, found in enumerate(self._found):
            new = texts.get((number,))
            if new is not None and new != _read(found):
                pieces += [self.text[end : found.start("text")], escape(new, quote=False)]
                end = found.end("text")
        return "".join([*pieces, self.text[end:]])

    @cached_property
    def _found(self) -> list[re.Match[str]]:
        return list(TEXT.finditer(self.text))


def _read(found: re.Match[str]) -> str:
    return " ".join(unescape(found["text"]).split())
