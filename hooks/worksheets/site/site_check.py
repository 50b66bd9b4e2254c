"""The finished site: every page and stylesheet checked, and the headers that go with it."""

import inspect
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from ..authoring import web_addresses
from ..authoring.problems import Problem
from ..authoring.text_file import LARGEST_OF_PROGRAMS, read_drawing, read_text
from ..cache import kept, source
from ..guide import markers
from . import html_reader, policy
from .html_reader import Fault, Reading, broken_drawing, broken_style, line_in_source, read_finished
from .policy import for_caddy, for_nginx, for_static_hosts, headers

HEADER_FILES = {
    "_headers": for_static_hosts,
    "_headers.nginx": for_nginx,
    "_headers.caddy": for_caddy,
}
"""What carries the policy to servers, by its name in the site."""


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
        match path.suffix.lower():
            case ".html":
                reading = _reading(path.read_text(encoding="utf-8"))
                styles.update(reading.style_sources)
                faults = reading.faults
            case ".css":
                faults = list(broken_style(path.read_text(encoding="utf-8")))
            case ".svg":
                drawing = read_drawing(path, name)
                if isinstance(drawing, Problem):
                    problems.append(drawing)
                    continue
                faults = list(broken_drawing(drawing))
            case ".js" | ".mjs" | ".wasm":
                faults = [Fault(1, "", "a script is not allowed.", "")]
            case _:
                continue
        problems += [_problem(name, fault, sources.get(name)) for fault in faults]
    return problems, styles


def _reading(html: str) -> Reading:
    """What is read off a page, or was read off the very same page by the very same readers."""

    def make() -> bytes:
        return json.dumps(asdict(read_finished(html))).encode()

    readers = source(*map(inspect.getfile, (web_addresses, markers, policy, html_reader)))
    found = json.loads(kept(["reading", readers, sys.version, html], make))
    return Reading([Fault(**fault) for fault in found["faults"]], found["style_sources"])


def write_headers(site: Path, styles: set[str]) -> None:
    """Write the headers of a site in each form that a server takes."""
    for name, form in HEADER_FILES.items():
        (site / name).write_text(form(headers(styles)), encoding="utf-8")


def _problem(name: str, fault: Fault, source: Source | None) -> Problem:
    """The fault where its author finds it: in the page's source, or else in the built page."""
    write = "Take it out: the guide shows words, pictures and forms of its own, and nothing else."
    read = read_drawing if name.endswith(".svg") else read_text
    text = read(source.path, name, LARGEST_OF_PROGRAMS) if source and source.path else None
    line = line_in_source(text, fault) if isinstance(text, str) else None
    if source and line:
        return Problem(source.name, line, fault.element, fault.wrong, write)
    where = " ".join(["built page", fault.element]).strip()
    return Problem(name, fault.line, where, fault.wrong, write)
