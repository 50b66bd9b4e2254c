"""What a page says, each text with the language in which a screen reader speaks it."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

IN_A_LINE = "a abbr b bdi cite em i kbd mark q s small span strong sub sup time tspan u wbr"
WITHIN_A_LINE = frozenset(IN_A_LINE.split())
SILENT = frozenset(["code", "script", "style"])
SAID = ("alt", "aria-label", "aria-description", "placeholder", "title", "data-of", "data-done")
"""Attributes with words."""
IN_THE_HEAD = frozenset(["description", "og:title", "og:description", "og:site_name", "application-name"])


@dataclass(frozen=True)
class Spoken:
    """Some words, and the code of their language."""

    language: str
    words: str


def spoken_texts(page: str) -> list[Spoken]:
    """All words of a page, in lines as they are read: of its head, of what is seen, and of attributes."""
    root = LexborHTMLParser(page).root
    assert root
    found = _Reader()
    found.read(root, "")
    found.end_line()
    return found.spoken


class _Reader:
    """Reads nodes in order, and gathers what stands in one line and one language."""

    def __init__(self) -> None:
        self.spoken: list[Spoken] = []
        self.line: list[tuple[str, str]] = []

    def read(self, node: LexborNode, language: str) -> None:
        if node.tag == "-text":
            self.line.append((language, node.text(deep=False)))
            return
        if node.tag in SILENT:
            return
        attributes = node.attributes
        language = (attributes.get("lang") or language).partition("-")[0]
        if node.tag not in WITHIN_A_LINE:
            self.end_line()
        self.spoken += [Spoken(language, words) for words in _of_attributes(attributes)]
        for child in node.iter(include_text=True):
            self.read(child, language)
        if node.tag not in WITHIN_A_LINE:
            self.end_line()

    def end_line(self) -> None:
        for language in dict.fromkeys(language for language, _ in self.line):
            words = " ".join("".join(text if one == language else " " for one, text in self.line).split())
            self.spoken += [Spoken(language, words)] if words else []
        self.line = []


def _of_attributes(attributes: dict[str, str | None]) -> Iterator[str]:
    yield from (words for name in SAID if (words := (attributes.get(name) or "").strip()))
    if (attributes.get("name") or attributes.get("property")) in IN_THE_HEAD:
        yield attributes.get("content") or ""
