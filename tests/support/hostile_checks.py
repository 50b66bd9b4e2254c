"""What holds for every reader of hostile files, and how many of them are tried."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import yaml
from hypothesis import HealthCheck, settings
from justhtml import Element, JustHTML
from markdown import Markdown
from worksheets.authoring.problems import Problem, report
from worksheets.rendering.problem_page import problem_page

from tests.support.project import ROOT

COUNT = int(os.environ.get("FUZZ", "0"))
PATIENCE = 20
"""Seconds of processor time after which a file counts as one that hangs."""
CHECKED = settings(
    max_examples=COUNT or 120,
    derandomize=not COUNT,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
RUNS = {
    *("script", "iframe", "object", "embed", "base", "frame", "applet", "link", "meta", "style", "animate", "set"),
    "use",
}
SENDS = {"style", "srcdoc", "action", "formaction", "ping"}
FETCHING = {"src", "srcset", "poster", "data", "xlink:href"}
FORBIDDEN_SCHEME = re.compile(r"(?!https?:|mailto:|tel:|sms:)[a-z][a-z0-9+.-]*:")


@cache
def markdown() -> Markdown:
    """Markdown as the site has it."""
    listed = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["markdown_extensions"]
    names = [one if isinstance(one, str) else next(iter(one)) for one in listed]
    return Markdown(extensions=names)


@contextmanager
def bounded() -> Iterator[None]:
    """Fails if what is inside takes too much of the processor's time."""

    def stop(number: int, frame: object) -> None:
        raise AssertionError("this file takes too long")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def told(problems: list[Problem], file: str, text: bytes) -> None:
    """Every problem names the file, a line in it and what to do, and can be printed and shown."""
    last = len(re.split(rb"\r\n?|\n", text)) + 1
    for problem in problems:
        assert problem.file == file
        assert 1 <= problem.line <= last or b"\xe2\x80" in text or b"\xc2\x85" in text, problem
        assert problem.wrong
        assert problem.write, problem
    report(problems).encode("utf-8")
    inert(markdown().reset().convert(problem_page(problems)))


def danger(html: str) -> list[str]:
    """What in a piece of HTML could run, send or fetch, by a parser that reads as browsers do."""
    found = []
    for element in JustHTML(f"<!doctype html><body>{html}", sanitize=False).query("*"):
        assert isinstance(element, Element)
        name, attributes = element.name.lower(), element.attrs or {}
        if name in RUNS:
            found.append(name)
        for attribute, value in attributes.items():
            address = re.sub(r"[\x00-\x20]", "", value or "").replace("\\", "/").lower()
            fetches = attribute in FETCHING and ("//" in address or ":" in address)
            if attribute.lower().startswith("on") or attribute in SENDS:
                found.append(f"{name} {attribute}")
            elif fetches or (attribute == "href" and FORBIDDEN_SCHEME.match(address)):
                found.append(f"{name} {attribute} {value}")
        if name == "form" and attributes.get("method") != "dialog":
            found.append("form")
    return found


def inert(html: str) -> None:
    assert danger(html) == []
