"""The fixtures that several tests share: the real guide, its built site, a server for it and a browser."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, sync_playwright
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.exercises.exercise import Exercise
from worksheets.guide.whole_guide import Guide

from tests.support.chromium import Contexts, launched, shared_contexts
from tests.support.exercise_pages import OpenExercise, page_of
from tests.support.firefox import Firefox, firefox
from tests.support.project import ROOT, built_once, finished_pages
from tests.support.real_guide import real_guide
from tests.support.samples import SHEETS
from tests.support.servers import served, unused_port
from tests.support.webkit import WebKit, webkit

os.environ.setdefault("XDG_CACHE_HOME", str(ROOT / ".cache" / "tests"))  # the user's own is not for thousands of trials


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew; read the difference")


def pytest_runtest_setup() -> None:
    """Forget what the core remembers while mutants are tried: many run in one process, which has seen the sound code.

    mutmut also sees only then which tests need a function that is called once and remembered.
    """
    if "MUTANT_UNDER_TEST" not in os.environ:
        return
    for module in [module for name, module in sys.modules.items() if name.startswith("worksheets.")]:
        for remembered in vars(module).values():
            if hasattr(remembered, "cache_clear"):
                remembered.cache_clear()


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The real guide, which has no problem."""
    return real_guide()


@pytest.fixture(scope="session")
def shown_guide() -> Guide:
    """The real guide as its readers see it, with what its build fills in."""
    edition, _, problems = read_edition(Folders.of(ROOT))
    assert edition
    assert not problems
    return edition.guide


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, with its PDFs in English; `make test-whole` makes all of them."""
    return built_once(tmp_path_factory, "site", sheets=SHEETS)


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    """The address of every page, relative to the site."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in finished_pages(site))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A real Chromium."""
    browser = launched(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A real Firefox."""
    with firefox(tmp_path_factory.mktemp("firefox")) as fox:
        yield fox


@pytest.fixture(scope="session")
def kit() -> Iterator[WebKit]:
    """A real WebKit."""
    with webkit() as kit:
        yield kit


@pytest.fixture(name="unused_port")
def unused_port_() -> int:
    """A port on loopback that nobody listens on."""
    return unused_port()


@pytest.fixture
def screen() -> ViewportSize | None:
    """The size of the screen that `open_exercise` uses; tests give it values of their own."""
    return None


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    """Contexts of the real Chromium, each for all who ask for the same settings."""
    return shared_contexts(browser)


@pytest.fixture
def open_exercise(contexts: Contexts, tmp_path: Path, screen: ViewportSize | None) -> Iterator[OpenExercise]:
    """Opens exercises, each as the YAML of its fields, on a page of their own with all of their CSS.

    Scripts are off, as for many readers. `without="has"` stands for a browser that does not know that function or
    property of CSS; all other settings are Playwright's for a context.
    """
    with ExitStack() as pages:

        def open_(*exercises: str | Exercise, without: str = "", scripts: bool = False, **settings: Any) -> Page:
            sized = {"viewport": screen} if screen else {}
            (tmp_path / "page.html").write_text(page_of(*exercises, without=without), encoding="utf-8")
            page = contexts(java_script_enabled=scripts, **(sized | settings)).new_page()
            pages.callback(page.close)
            page.goto((tmp_path / "page.html").as_uri())
            return page

        yield open_
