"""Two renderers of FHIR Questionnaires that others made, LHC-Forms and Smart Forms, in a real browser."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Locator, Page

from tests.support.npm_packages import PROOF_PACKAGES
from tests.support.servers import served

Renderer = Literal["lhc-forms", "smart-forms"]
RENDERERS: tuple[Renderer, ...] = ("lhc-forms", "smart-forms")

PAGES = Path(__file__).parent / "fhir_forms"
LOCAL = ("data:", "blob:")


@contextmanager
def form_pages(folder: Path) -> Iterator[str]:
    """Where a page for each renderer is served, given an empty folder for its files."""
    modules = PROOF_PACKAGES.home / "node_modules"
    command = [
        str(PROOF_PACKAGES.file("esbuild/bin/esbuild")), "smart-forms.jsx", "--bundle", "--minify", "--format=iife",
        "--jsx=automatic", "--loader:.woff=dataurl", "--loader:.woff2=dataurl",
        '--define:process.env.NODE_ENV="production"', f"--outfile={folder / 'smart-forms.js'}", "--log-level=error",
    ]  # fmt: skip
    subprocess.run(command, cwd=PAGES, env=os.environ | {"NODE_PATH": str(modules)}, check=True)
    (folder / "lforms").symlink_to(PROOF_PACKAGES.file("lforms/dist/lforms/README.md").parent)
    (folder / "_headers").write_text("", encoding="utf-8")
    for page in PAGES.glob("*.html"):
        (folder / page.name).symlink_to(page)
    with served(folder) as address:
        yield address


class Form:
    """A questionnaire as one renderer shows it; `elsewhere` are all requests that are not for the page's own files."""

    def __init__(self, browser: Browser, address: str, renderer: Renderer) -> None:
        self.page: Page = browser.new_page(viewport={"width": 900, "height": 900})
        self.renderer = renderer
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda asked: self._ask(asked.url, address))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(f"{address}{renderer}.html")
        self.page.wait_for_function("typeof window.show === 'function'")

    def _ask(self, url: str, address: str) -> None:
        if not url.startswith((address, *LOCAL)):
            self.elsewhere.append(url)

    def show(self, questionnaire: dict[str, Any], release: str) -> None:
        """Show a questionnaire, and wait until its last item is there."""
        self.page.evaluate(
            "([questionnaire, release]) => window.show(questionnaire, release)", [questionnaire, release]
        )
        self.text(questionnaire["item"][-1]["text"]).wait_for()

    def text(self, words: str) -> Locator:
        """Where some words are shown, the last place if there are several."""
        return self.page.get_by_text(words, exact=True).last

    def choose(self, question: str, answer: str) -> None:
        """Choose or tick an answer in the row of a question."""
        self.row(question).get_by_text(answer, exact=True).first.click()

    def row(self, question: str) -> Locator:
        """The smallest part of the form that holds a question and something to choose."""
        row = "ancestor::*[.//input][1]"
        return self.page.get_by_text(question, exact=True).first.locator(f"xpath={row}")

    @property
    def words(self) -> str:
        """All words of the form in one line, as a reader sees them."""
        return " ".join(self.page.locator("#form").inner_text().split())
