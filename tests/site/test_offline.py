"""The zip of the site, unpacked and walked through from file:// with the network off."""

from pathlib import Path
from urllib.parse import urldefrag
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser
from worksheets.site.zip_archive import write_archive

from tests.support.network_watch import Watch
from tests.support.project import built_once, finished_pages

LINKS = """all => all.map(one => one.href || one.src).filter(one => !/^(https|tel|mailto):/.test(one))"""


@pytest.fixture(scope="session")
def zipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = built_once(tmp_path_factory, "flat", "--no-directory-urls", sheets=True)
    zipped = tmp_path_factory.mktemp("zip") / "guide.zip"
    write_archive(site, zipped)
    return zipped


def test_every_page_works_from_a_folder_and_every_link_leads_to_a_file(
    zipped: Path, browser: Browser, tmp_path: Path
) -> None:
    with ZipFile(zipped) as archive:
        archive.extractall(tmp_path)
    context = browser.new_context(offline=True)
    watch = Watch(context, tmp_path.as_uri())
    found, todo = set(), ["/guide/index.html"]
    while todo:
        path = todo.pop()
        found.add(path)
        watch.open(path)
        assert watch.said == [], path
        assert watch.page.evaluate("document.styleSheets.length"), f"{path} has no style"
        assert watch.page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "sticky", path
        assert watch.page.evaluate("[...document.images].every(one => one.naturalWidth > 0)"), path
        assert watch.page.evaluate("globalThis.refused || []") == [], path
        for link in watch.page.locator("a[href], link[href], img[src]").evaluate_all(LINKS):
            target = urldefrag(link)[0].removeprefix(tmp_path.as_uri())
            assert (tmp_path / target[1:]).is_file(), (path, link)
            if target.endswith(".html") and target not in found and target not in todo:
                todo.append(target)
    context.close()
    pages = {f"/{page.relative_to(tmp_path)}" for page in tmp_path.rglob("*.html")}
    assert found == pages


def test_the_zip_holds_all_but_what_only_servers_need(zipped: Path, site: Path) -> None:
    with ZipFile(zipped) as archive:
        names = {name.removeprefix("guide/") for name in archive.namelist()}
    kept = (".svg", ".png", ".pdf")
    assert {path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in kept} <= names
    assert not {"404.html", "_headers", "robots.txt", "sitemap.xml"} & names
    assert len([name for name in names if name.endswith(".html")]) == len(finished_pages(site)) - 1
