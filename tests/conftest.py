"""The fixtures that several tests share: the real guide, its built site, a server for it and a browser."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from worksheets.guide.whole_guide import Folders, Guide, read_guide

from tests.support.chromium import launched
from tests.support.project import ROOT, built_once
from tests.support.servers import served


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew; read the difference")


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The real guide, which has no problem."""
    guide, problems = read_guide(Folders.of(ROOT))
    assert not problems, [str(problem) for problem in problems]
    return guide


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site."""
    return built_once(tmp_path_factory, "site", sheets=True)


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    """The address of every page, relative to the site."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


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


@pytest.fixture
def unused_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
