"""An SVG file that is safe to show: it cannot run, and requests nothing, even when it is opened by itself.

What drawing programs add for themselves (metadata in namespaces of their own, comments, a plain document type) does
nothing in a browser and may stay. XML is read by expat, in whatever encoding the file declares; internal declarations
are refused before any of them is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite
from xml.parsers import expat

from .outside_requests import requests_in

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
ACTIVE = frozenset({
    "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "link", "meta", "base", "a",
    "animate", "animatemotion", "animatetransform", "animatecolor", "set", "discard", "handler", "listener",
})  # fmt: skip
"""Elements that run, lead elsewhere or change others, in small letters."""

LINKS = frozenset({"href", "src", "srcset", "data", "poster", "action", "formaction"})
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE | re.ASCII)
BOX = re.compile(r"\s*#(?:(?:\s*,)?\s*#){3}\s*")
"""The signs between and around the four numbers of a `viewBox`, each number being a `#`."""

LENGTH = re.compile(rf"({NUMBER.pattern})([a-z]*)", re.IGNORECASE | re.ASCII)
PIXELS = {"": 1, "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96 / 72, "pc": 16}
"""How many pixels each unit of length is that means the same everywhere, as CSS has them."""

HARMLESS = "xpacket"
"""The instruction around metadata in files of Adobe's programs; browsers act on `xml-stylesheet` alone."""

ENCODING = re.compile(r"utf-8|utf-16(?:le|be)?|us-ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)
"""Encodings that browsers and expat read alike."""

SEPARATOR = "\n"
"""Between the namespace and the name of an element; it can be in neither."""


@dataclass(frozen=True)
class Mistake:
    """What keeps a drawing from being shown: its line from 1, the element, what is wrong, and what to do."""

    line: int
    element: str
    wrong: str
    write: str


@dataclass
class SvgFile:
    """What was read off a file: what is wrong with it, and the attributes of its outermost element by plain name."""

    mistakes: list[Mistake] = field(default_factory=list)
    root: dict[str, str] = field(default_factory=dict)

    @property
    def size(self) -> tuple[float, float] | None:
        """Width and height of what it shows, in its own units; None if it does not say.

        Without a `viewBox` browsers and WeasyPrint scale a picture from its own width and height.
        """
        if "viewBox" not in self.root:
            return self._sides
        box = self.root["viewBox"]
        numbers = [float(number) for number in NUMBER.findall(box)]
        return _sound(numbers[2:]) if BOX.fullmatch(NUMBER.sub("#", box)) else None

    @property
    def suggested_view_box(self) -> str | None:
        """The `viewBox` that would show all of a drawing, from its width and height; None without them."""
        size = self._sides
        return f"0 0 {size[0]:g} {size[1]:g}" if size else None

    @property
    def _sides(self) -> tuple[float, float] | None:
        sides = [LENGTH.fullmatch(self.root.get(side, "").strip()) for side in ("width", "height")]
        return _sound([float(side[1]) * PIXELS.get(side[2].lower(), 0) for side in sides if side])


def _sound(sides: list[float]) -> tuple[float, float] | None:
    fits = len(sides) == 2 and all(isfinite(side) and side > 0 for side in sides)
    return (sides[0], sides[1]) if fits else None


def read_svg(data: bytes) -> SvgFile:
    """Read the bytes of an SVG. With mistakes, `root` may be empty."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except _StopError as error:
        reader.report("", error.wrong, error.write)
    except (expat.ExpatError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", 1)
        said = expat.ErrorString(error.code) if isinstance(error, expat.ExpatError) else str(error)
        reader.file.mistakes.append(
            Mistake(line, "", f"this is not XML: {said}.", "Export it again as SVG from your drawing program.")
        )
    return reader.file


class _StopError(Exception):
    """Raised at what must not be read any further."""

    def __init__(self, wrong: str, write: str) -> None:
        self.wrong, self.write = wrong, write


class _Reader:
    def __init__(self) -> None:
        self.file = SvgFile()
        self.style: list[str] | None = None
        self.style_line = 1
        self.is_first = True
        self.parser = parser = expat.ParserCreate(namespace_separator=SEPARATOR)
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.SkippedEntityHandler = self._undeclared  # one that a document type, never read, could declare

    def report(self, element: str, wrong: str, write: str, line: int = 0) -> None:
        self.file.mistakes.append(Mistake(line or self.parser.CurrentLineNumber, element, wrong, write))

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and not ENCODING.fullmatch(encoding):
            raise _StopError(f"it is in the encoding {encoding}.", "Save it as UTF-8.")

    def _doctype(self, name: str, system: str | None, public: str | None, has_internal_subset: bool) -> None:
        if has_internal_subset:
            write = "Save it as plain SVG; in Illustrator, leave “Preserve Illustrator Editing Capabilities” unticked."
            raise _StopError("it declares entities.", write)

    def _instruction(self, target: str, data: str) -> None:
        if target == HARMLESS:
            return
        self.report("", f"it holds `<?{target}`.", "Remove that line; styles can go in `<style>`.")

    def _undeclared(self, name: str, is_parameter: int) -> None:
        self.report("", f"it uses `&{name};`, which no drawing knows.", "Write the sign itself.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, tag = _split(name)
        if self.is_first:
            self.is_first = False
            self.file.root = {_split(key)[1]: value for key, value in attributes.items()}
            if (namespace, tag) != (SVG, "svg"):
                self.report(
                    tag, "this is not an SVG.", 'Let it start with `<svg xmlns="http://www.w3.org/2000/svg" …>`.'
                )
        if namespace not in (SVG, XHTML, ""):
            return
        if tag.lower() in ACTIVE or namespace == XHTML:
            self.report(tag, f"it holds `<{tag}>`.", _WITHOUT.get(tag.lower(), _PLAIN))
        for mistake in _unsafe(attributes):
            self.report(tag, *mistake)
        if tag.lower() == "style":
            self.style, self.style_line = [], self.parser.CurrentLineNumber

    def _end(self, name: str) -> None:
        if self.style is not None and _split(name)[1].lower() == "style":
            for request in requests_in("".join(self.style)):
                wrong = f"its style asks for a file: `{request.written}`."
                self.report("style", wrong, _OUTLINES, self.style_line + request.line - 1)
            self.style = None

    def _text(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)


_PLAIN = "Export it as a plain SVG, without scripts, links, animation or HTML."
_OUTLINES = "Turn its words into outlines, embed nothing, and export it as a plain SVG."
_WITHOUT = {
    "a": "Take the link off the drawing; the page links it.",
    "script": "Remove the script.",
    "foreignobject": "Export it as plain SVG: in Illustrator without its editing capabilities, in Figma without blur.",
}


def _unsafe(attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What some attributes of one element do that they must not."""
    for key, value in attributes.items():
        namespace, name = _split(key)
        if name.lower().startswith("on") and not namespace:
            yield f"it holds the handler `{name}`.", "Remove it: a drawing only shows."
        elif name.lower() in LINKS and not value.strip().startswith("#"):
            if value.strip().lower().startswith("data:image/"):
                yield "a photograph is embedded in it.", "Trace it into shapes, or save the picture as PNG."
            else:
                yield f"`{name}` asks for “{value.strip()[:40]}”.", "Embed nothing: keep to shapes inside the drawing."
        elif not namespace:
            for request in requests_in(value):
                yield f"`{name}` asks for another file: `{request.written}`.", "Use `url(#name)` with a part of it."


def _split(name: str) -> tuple[str, str]:
    """Namespace and plain name."""
    namespace, _, plain = name.rpartition(SEPARATOR)
    return namespace, plain
