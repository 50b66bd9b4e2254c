"""What no page of the site may hold, read off the finished HTML and CSS."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser

from ..authoring.outside_requests import requests_in
from ..authoring.svg_file import read_svg
from ..authoring.web_addresses import is_own, scheme_of
from ..guide.markers import COMMENT, MARKERS
from .content_security_policy import excess, style_sources

Attributes = list[tuple[str, str | None]]

TAGS = frozenset({
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "portal", "fencedframe", "audio",
    "video", "track", "use", "image", "feimage", "foreignobject", "animate", "animatemotion", "animatetransform", "set",
})  # fmt: skip
"""Elements that run, fetch or change something that the policy forbids."""

ATTRIBUTES = frozenset({
    "style", "action", "formaction", "ping", "srcdoc", "background", "attributionsrc", "imagesrcset", "xlink:href",
})  # fmt: skip
FETCHING = frozenset({"src", "srcset", "poster", "data"})
PAINTING = frozenset({
    "fill", "stroke", "filter", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end", "cursor",
})  # fmt: skip
"""Attributes of drawings that are read as CSS and may say `url()`."""

WITHOUT_VALUE = frozenset({
    "allowfullscreen", "autofocus", "checked", "default", "defer", "disabled", "hidden", "inert", "ismap", "itemscope",
    "multiple", "novalidate", "open", "popover", "readonly", "required", "reversed", "selected",
})  # fmt: skip
"""Attributes that need none; any other word in braces was meant to be read."""

OF_HTML = frozenset({"href", "method", "type"})
"""Attributes that somebody who writes HTML may leave without one, and nobody means as words."""

EMPTY = frozenset({"alt", "href", "src", "value"})
"""Attributes that may have an empty one."""

OF_TEMPLATES = frozenset({"style", "link", "meta"})
"""The elements that a page gets from the templates alone."""

SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})
"""Where a link may lead."""

FETCHED_LINKS = frozenset({"stylesheet", "icon", "apple-touch-icon", "manifest"})
NAMING_LINKS = frozenset({"canonical", "alternate", "license", "prev", "next"})
SENDING = frozenset({"submit", "image", "file", "password"})


@dataclass(frozen=True)
class Fault:
    """What a file holds and must not: its line there, the element, what is wrong, and words to find it by.

    `write` is what to do about it; empty for what must only be taken out.
    """

    line: int
    element: str
    wrong: str
    said: str
    write: str = ""


@dataclass
class Reading:
    """What was read off a page: its faults, and the sources of style that its policy names."""

    faults: list[Fault] = field(default_factory=list)
    style_sources: list[str] = field(default_factory=list)


def read_finished(html: str) -> Reading:
    """Read a finished page, with its policy."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader.reading


def read_unfinished(html: str) -> Reading:
    """Read the HTML of what stands in a page, whose markers are still to be replaced."""
    reader = _Reader(finished=False)
    reader.feed(html)
    reader.close()
    return reader.reading


def broken_drawing(svg: bytes) -> Iterator[Fault]:
    """What an SVG file holds that could run or ask elsewhere when it is opened by itself."""
    for one in read_svg(svg).mistakes:
        yield Fault(one.line, f"<{one.element}>" if one.element else "", one.wrong, "", one.write)


def line_in_source(source: str, fault: Fault) -> int | None:
    """The line from 1 of what an author wrote that makes the fault, if it is known."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    same = (one.line for one in reader.reading.faults if (one.element, one.wrong) == (fault.element, fault.wrong))
    holding = (number for number, line in enumerate(source.splitlines(), 1) if fault.said and fault.said in line)
    return next(same, None) or next(holding, None)


def broken_style(css: str) -> Iterator[Fault]:
    """What a stylesheet holds that would make a browser fetch something."""
    for request in requests_in(css):
        yield Fault(request.line, "", f"the style asks for a file: {request.written}.", request.written)


class _Reader(HTMLParser):
    def __init__(self, finished: bool = True) -> None:
        super().__init__(convert_charrefs=True)
        self.finished = finished
        self.reading = Reading()
        self.policies: list[str] = []
        self.style_hashes: list[tuple[str, int]] = []
        self.in_code = 0
        self.style: list[str] | None = None

    def finish(self) -> None:
        """What only the whole page tells: one policy, ours, that names the hash of every style in the page."""
        if self.style is not None:
            self._report("style", "<style> has no end.", "<style")
        if len(self.policies) != 1:
            self._report("meta", "the page does not carry one Content-Security-Policy.", "")
            return
        for name in excess(self.policies[0]):
            self._report("meta", f"`{name}` in the policy differs from the guide’s.", "")
        self.reading.style_sources = style_sources(self.policies[0])
        for source, line in self.style_hashes:
            if source not in self.reading.style_sources:
                self.reading.faults.append(Fault(line, "<style>", "<style> is not allowed.", "<style"))

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.in_code += tag in ("code", "pre")
        self.style = [] if tag == "style" else self.style
        said = dict(reversed(attrs))  # of an attribute that is given twice, browsers take the first
        if tag in TAGS or (tag in OF_TEMPLATES and not self.finished):
            self._report(tag, f"<{tag}> is not allowed.", f"<{tag}")
        if tag == "meta" and self.finished:
            self._meta(said)
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        if words := [name for name, value in attrs if self._was_a_word(name, value)]:
            self._lost_words(tag, words)
        if tag == "link" and self.finished:
            self._link(said)
        if tag == "form" and (said.get("method") or "").lower() != "dialog":
            self._report(tag, "a form that could send is not allowed.", "<form")
        if tag in ("input", "button") and (said.get("type") or "").lower() in SENDING:
            self._report(tag, f"the type {said['type']} on <{tag}> is not allowed.", f"<{tag}")

    def handle_endtag(self, tag: str) -> None:
        self.in_code -= tag in ("code", "pre")
        if tag == "style" and self.style is not None:
            self._style("".join(self.style))
            self.style = None

    def handle_comment(self, data: str) -> None:
        if data.startswith((">", "->")) or "--!>" in data or "<!--" in data:
            # browsers end such a comment earlier than this reader does
            self._report("", "a comment that browsers end elsewhere is not allowed.", "<!--")
        match = COMMENT.fullmatch(f"<!--{data}-->")
        if match and match[1] in MARKERS and self.finished:
            self._report("", f"the marker <!--{data}--> was not replaced.", f"<!--{data}-->")

    def handle_data(self, data: str) -> None:
        if self.style is not None:
            self.style.append(data)
            return
        match = COMMENT.search(data) if self.finished and not self.in_code else None
        if match and match[1] in MARKERS:
            self._report("", f"the marker {match[0]} was not replaced.", match[0])

    def unknown_decl(self, data: str) -> None:
        self._report("", f"the declaration <![{data[:20]} is not allowed.", "<![")

    def handle_pi(self, data: str) -> None:
        self._report("", f"the instruction <?{data[:20]} is not allowed.", "<?")

    def _was_a_word(self, name: str, value: str | None) -> bool:
        """Whether an attribute has no value, or an empty one where the host has written it."""
        has_none = value is None or (self.finished and not value and name not in EMPTY)
        return has_none and name not in WITHOUT_VALUE | FETCHING | PAINTING | OF_HTML

    def _lost_words(self, tag: str, words: list[str]) -> None:
        """Markdown makes attributes of the words in braces after a heading, a cell or what is emphasised."""
        said = f"{{{' '.join(words)}}}"
        wrong = f"in braces, “{' '.join(words)}” would not be shown."
        self._report(tag, wrong, f"{{{words[0]}", f"Put a backslash before them, `\\{said}`, or leave them out.")

    def _style(self, css: str) -> None:
        digest = b64encode(sha256(css.encode()).digest()).decode()
        self.style_hashes.append((f"'sha256-{digest}'", self.getpos()[0]))
        for fault in broken_style(css):
            self._report("style", fault.wrong, fault.said)

    def _meta(self, said: dict[str, str | None]) -> None:
        kind = said.get("http-equiv")
        if kind is None:
            return
        if kind.lower() == "content-security-policy":
            self.policies.append(said.get("content") or "")
        else:
            self._report("meta", f"the meta tag {kind} is not allowed.", kind)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on") or name in ATTRIBUTES:
            self._report(tag, f"the attribute {name} on <{tag}> is not allowed.", f"{name}=")
        if name in PAINTING:
            for request in requests_in(value):
                wrong = f"the attribute {name} on <{tag}> asks for a file: {request.written}."
                self._report(tag, wrong, request.written)
        if name in ("href", "src") and (scheme := scheme_of(value)) and scheme not in SCHEMES:
            self._report(tag, f"the address {value} on <{tag}> is not allowed.", value)
        if name in FETCHING and not all(is_own(part) for part in _sources(name, value)):
            self._report(tag, f"<{tag}> asks another host: {value}.", value)

    def _link(self, said: dict[str, str | None]) -> None:
        kind, address = said.get("rel") or "", said.get("href") or ""
        kinds = set(kind.lower().split())
        if kinds - FETCHED_LINKS - NAMING_LINKS:
            self._report("link", f"a <link> of the kind {kind} is not allowed.", kind)
        elif kinds & FETCHED_LINKS and not is_own(address):
            self._report("link", f"<link> asks another host: {address}.", address)

    def _report(self, tag: str, wrong: str, said: str, write: str = "") -> None:
        self.reading.faults.append(Fault(self.getpos()[0], f"<{tag}>" if tag else "", wrong, said, write))


def _sources(name: str, value: str) -> list[str]:
    """The addresses in an attribute; `srcset` holds several, each with a size."""
    return [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
