"""An author's prose as FHIR has it: a plain text, and the same as XHTML where plain text would lose something."""

from html import escape
from html.parser import HTMLParser

from ..authoring.text_types import prose

OPEN, CLOSE = '<div xmlns="http://www.w3.org/1999/xhtml">', "</div>"


def plain(text: str) -> str:
    """Prose without its signs: paragraphs with an empty line between them, the items of a list each after a dash."""
    return _read(text).plain


def xhtml(text: str) -> str | None:
    """Prose as well-formed XHTML; None if it is one paragraph of plain words."""
    read = _read(text)
    return f"{OPEN}{read.xhtml}{CLOSE}" if read.is_rich else None


def _read(text: str) -> "_Reader":
    reader = _Reader()
    reader.feed(prose(text))
    reader.close()
    return reader


class _Reader(HTMLParser):
    """Reads the HTML that we write of prose: paragraphs, lists, emphasis, breaks of lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._xhtml: list[str] = []
        self._plain: list[str] = []
        self._tags: list[str] = []
        self._lists: list[int] = []

    @property
    def xhtml(self) -> str:
        return "".join(self._xhtml).replace("\n", " ")

    @property
    def plain(self) -> str:
        lines = [" ".join(line.split()) for line in "".join(self._plain).split("\n")]
        return "\n".join(line for at, line in enumerate(lines) if line or (at and lines[at - 1])).strip()

    @property
    def is_rich(self) -> bool:
        return self._tags != ["p"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags.append(tag)
        self._xhtml.append("<br/>" if tag == "br" else f"<{tag}>")
        if tag in ("ul", "ol"):
            self._lists.append(0)
        if tag == "li":
            self._lists[-1] += 1
            numbered = [one for one in self._tags if one in ("ul", "ol")][-1] == "ol"
            self._plain.append(f"\n{self._lists[-1]}. " if numbered else "\n– ")
        elif tag == "p" and not self._lists:
            self._plain.append("\n\n")
        elif tag == "br":
            self._plain.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._xhtml.append(f"</{tag}>")
        if tag in ("ul", "ol"):
            self._lists.pop()
            self._plain.append("\n\n")

    def handle_data(self, data: str) -> None:
        self._xhtml.append(escape(data, quote=False))
        self._plain.append(data.replace("\n", " "))
