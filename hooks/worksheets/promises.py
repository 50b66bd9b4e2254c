"""What no page of the site may hold, read off the finished HTML."""

from collections.abc import Iterator
from html.parser import HTMLParser

from .page import COMMENT, MARKERS


def broken_promises(html: str) -> Iterator[str]:
    """What a finished page holds that it must not, each with its line in that page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.in_code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_code += tag in ("code", "pre")
        if tag in ("script", "style", "iframe", "object", "embed", "base"):
            self._report(f"<{tag}> is not allowed.")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "action", "formaction", "ping", "srcdoc"):
                self._report(f"the attribute {name} on <{tag}> is not allowed.")
            if name in ("href", "src") and (value or "").strip().lower().startswith(("javascript:", "data:text")):
                self._report(f"the address {value} on <{tag}> is not allowed.")
            if name in ("src", "srcset", "poster") and "//" in (value or ""):
                self._report(f"<{tag}> asks another host: {value}.")
        if tag == "link" and "//" in (dict(attrs).get("href") or "") and dict(attrs).get("rel") != "canonical":
            self._report(f"<link> asks another host: {dict(attrs).get('href')}.")

    def handle_endtag(self, tag: str) -> None:
        self.in_code -= tag in ("code", "pre")

    def handle_comment(self, data: str) -> None:
        match = COMMENT.fullmatch(f"<!--{data}-->")
        if match and match[1] in MARKERS:
            self._report(f"the marker <!--{data}--> was not replaced.")

    def handle_data(self, data: str) -> None:
        match = COMMENT.search(data) if not self.in_code else None
        if match and match[1] in MARKERS:
            self._report(f"the marker {match[0]} was not replaced.")

    def _report(self, what: str) -> None:
        self.found.append(f"line {self.getpos()[0]} of the built page: {what}")
