"""What several tests share: the folders, the built site, a server for it and a browser."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import programs
import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from worksheets.authoring.source_files import Folders
from worksheets.authoring.words import Words, read_words
from worksheets.editions.brand import Brand, read_brand
from worksheets.exercises.kinds import words_files
from worksheets.guide.whole_guide import Guide, read_guide
from worksheets.rendering.renderer import Renderer, environment
from worksheets.version import version

ROOT = Path(__file__).parent.parent
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


BRAND_OR_NONE, _, BRAND_PROBLEMS = read_brand(ROOT / "brand.yml", "brand.yml")
assert BRAND_OR_NONE, BRAND_PROBLEMS
BRAND: Brand = BRAND_OR_NONE
"""The guide's own brand."""


def words(language: str = "en", country: str = "GB") -> Words:
    """The words of templates in a language."""
    paths = dict.fromkeys([ROOT / "words" / "en.yml", ROOT / "words" / f"{language}.yml"])
    say, problems = read_words({path: path.name for path in paths}, language, country, words_files())
    assert say, problems
    return say


def renderer_for(guide: Guide) -> Renderer:
    """What renders the parts of a guide in English, for the guide's own brand."""
    templates = environment([ROOT / "overrides" / "worksheets"], version(ROOT))
    return Renderer(guide, templates, BRAND, {"en": words()}, {})


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew; read the difference")


def mkdocs(
    *arguments: str, folder: Path = ROOT, sheets: bool = False, before: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a folder, with or without PDFs, and give back what it said. `before` comes before the command."""
    return subprocess.run(
        [*before, sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SHEETS": str(sheets).lower()} | environment,
        capture_output=True,
        text=True,
        timeout=600,
    )


def copy_project(target: Path) -> Path:
    """A copy of all that makes the site, to be broken."""
    for name in ("brand", "deploy", "docs", "exercises", "fonts", "hooks", "overrides", "pictures", "sources", "words"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("brand.yml", "mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, target)
    return target


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The real guide, which has no problem."""
    guide, problems = read_guide(Folders.of(ROOT))
    assert not problems, [str(problem) for problem in problems]
    return guide


def built_once(factory: pytest.TempPathFactory, name: str, *arguments: str, sheets: bool = False) -> Path:
    """A site built from the real files, once for all workers, in a folder of that name."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    with open(shared / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / name).exists():
            done = mkdocs("build", "--strict", "--site-dir", str(shared / name), *arguments, sheets=sheets)
            assert done.returncode == 0, done.stderr
    return shared / name


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site."""
    return built_once(tmp_path_factory, "site", sheets=True)


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    """The address of every page, relative to the site."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the site with the headers that it brings for static hosts."""

    def end_headers(self) -> None:
        for line in (Path(self.directory) / "_headers").read_text(encoding="utf-8").splitlines()[1:]:
            self.send_header(*line.strip().split(": ", 1))
        super().end_headers()

    def log_message(self, *arguments: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where a built site is served on loopback, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


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
    """A real Chromium that, as for readers, keeps pages to go back to."""
    path = programs.chromium()
    assert path, "no Chromium: run `make test`, which installs one"
    browser = playwright.chromium.launch(
        executable_path=path, args=CHROMIUM_ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield browser
    browser.close()


@pytest.fixture
def unused_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
