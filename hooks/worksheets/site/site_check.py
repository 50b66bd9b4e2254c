"""The finished site: every page and stylesheet checked."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from ..authoring.problems import Problem
from ..cache import cached
from .html_reader import Fault, Reading, broken_drawing, broken_style, line_in_source, read_finished

PAGES = frozenset({".html", ".htm", ".xhtml"})
READ = PAGES | frozenset({".css", ".svg", ".js", ".mjs", ".wasm"})
"""The endings of files that could run or ask for something."""

AS_WRITTEN = READ
"""Those that are published as their author wrote them."""


TAKE_OUT = "Take it out: the guide shows words, pictures and forms of its own, and nothing else."


@dataclass(frozen=True)
class Source:
    """What a file of the site was made from: its name in a problem; no path if the build made it."""

    name: str
    path: Path | None


def check_site(site: Path, sources: Mapping[str, Source]) -> tuple[list[Problem], set[str]]:
    """All broken promises of a built site, and the sources of style that its pages name.

    `sources` maps a path in the site to what it was made from, for those that were.
    """
    problems: list[Problem] = []
    styles: set[str] = set()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if path.suffix.lower() in READ:
            reading = _read(path)
            styles.update(reading.style_sources)
            problems += [_problem(name, fault, sources.get(name)) for fault in reading.faults]
    return problems, styles


def _read(path: Path) -> Reading:
    """What is read off a file of the site, by its kind."""
    content, kind = path.read_bytes(), path.suffix.lower()
    try:
        if kind in PAGES:
            return _reading(content.decode())
        if kind == ".css":
            return Reading(list(broken_style(content.decode())))
    except UnicodeDecodeError as error:
        return Reading([Fault(1, "", f"the file is not UTF-8 (byte {error.start}).", "", "Save it as UTF-8.")])
    return Reading(list(broken_drawing(content)) if kind == ".svg" else [Fault(1, "", "a script is not allowed.", "")])


def _reading(html: str) -> Reading:
    """What is read off a page, or was read off the very same page by the very same readers."""

    def make() -> bytes:
        return json.dumps(asdict(read_finished(html))).encode()

    found = json.loads(cached(["reading", html], make))
    return Reading([Fault(**fault) for fault in found["faults"]], found["style_sources"])


def _problem(name: str, fault: Fault, source: Source | None) -> Problem:
    """The fault where its author finds it: in the page's source, or else in the built page."""
    write = fault.write or TAKE_OUT
    if source and source.path:
        same = source.path.suffix.lower() in AS_WRITTEN
        text = source.path.read_text(encoding="utf-8", errors="replace")
        if line := fault.line if same else line_in_source(text, fault):
            return Problem(source.name, line, fault.element, fault.wrong, write)
    where = " ".join(["built page", fault.element]).strip()
    return Problem(name, fault.line, where, fault.wrong, write)
