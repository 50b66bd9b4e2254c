"""The zip of the site, unpacked and walked through from file:// with the network off."""

import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser
from worksheets.site.zip_archive import write_archive

from tests.support.network_watch import Watch
from tests.support.project import built_once, finished_pages
from tests.support.samples import WHOLE

LINK = re.compile(r'<(?:a|link|img)\b[^>]*? (?:href|src)="?([^" >]+)')
EACH = 1 if WHOLE else 8
"""Of how many pages one is opened in a browser. What they fetch and where they lead is read from all."""


@pytest.fixture(scope="module")
def zipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of the guide: with PDFs in `make test-whole`, for the book is made anew for other addresses of pages."""
    flat = built_once(tmp_path_factory, "flat", "--no-directory-urls", sheets=WHOLE)
    zipped = tmp_path_factory.mktemp("zip") / "guide.zip"
    write_archive(flat, zipped)
    return zipped


@pytest.fixture(scope="module")
def unpacked(zipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with ZipFile(zipped) as archive:
        archive.extractall(folder)
    return folder


def test_every_link_leads_to_a_file_and_every_page_can_be_reached(unpacked: Path) -> None:
    found, todo = set(), [unpacked / "guide" / "index.html"]
    while todo:
        page = todo.pop()
        found.add(page)
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            path = unquote(urldefrag(unescape(link))[0])
            if re.match("[a-z]+:", path) or not path:
                continue
            target = (page.parent / path).resolve()
            assert target.is_file(), (page, link)
            if target.suffix == ".html" and target not in found and target not in todo:
                todo.append(target)
    assert found == set(unpacked.rglob("*.html"))


def test_a_page_works_from_a_folder(unpacked: Path, browser: Browser) -> None:
    context = browser.new_context(offline=True)
    watch = Watch(context, unpacked.as_uri())
    for path in sorted(f"/{page.relative_to(unpacked)}" for page in unpacked.rglob("*.html"))[::EACH]:
        watch.open(path)
        assert watch.said == [], path
        assert watch.page.evaluate("document.styleSheets.length"), f"{path} has no style"
        assert watch.page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "sticky", path
        assert watch.page.evaluate("[...document.images].every(one => one.naturalWidth > 0)"), path
        assert watch.page.evaluate("globalThis.refused || []") == [], path
    context.close()


def test_the_zip_holds_all_but_what_only_servers_need(zipped: Path, site: Path) -> None:
    with ZipFile(zipped) as archive:
        names = {name.removeprefix("guide/") for name in archive.namelist()}
    kept = (".svg", ".png", ".docx", *[".pdf"] * WHOLE)
    assert {path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in kept} <= names
    assert not {"404.html", "_headers", "robots.txt", "sitemap.xml"} & names
    assert len([name for name in names if name.endswith(".html")]) == len(finished_pages(site)) - 1


def test_pdfs_are_in_the_zip_and_packed_copies_are_not(tmp_path: Path) -> None:
    for name in ("index.html", "worksheets/repair/pause-plan.pdf", "index.html.br", "_headers"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text("x", encoding="utf-8")
    write_archive(tmp_path / "site", tmp_path / "guide.zip")
    with ZipFile(tmp_path / "guide.zip") as archive:
        assert archive.namelist() == ["guide/index.html", "guide/worksheets/repair/pause-plan.pdf"]


def test_everybody_may_read_the_zip_whatever_the_umask(tmp_path: Path) -> None:
    """Whoever serves it is seldom the user who made it."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("x", encoding="utf-8")
    mask = os.umask(0o077)
    try:
        write_archive(tmp_path / "site", tmp_path / "guide.zip")
    finally:
        os.umask(mask)
    assert (tmp_path / "guide.zip").stat().st_mode & 0o777 == 0o644
