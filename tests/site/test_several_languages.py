"""A built site in two languages: the same pages in both, each with a way to the other, put in place at once."""

import re
import subprocess
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from worksheets.site.checksums import read_sums

from tests.support.project import mkdocs, replace
from tests.support.small_site import KEY_PAGES
from tests.support.two_languages import TOP, attributes, links, page, two_languages

EVERY_PAGE = [path.removesuffix("index.md").removesuffix(".md") for path in KEY_PAGES.values()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = two_languages(tmp_path_factory.mktemp("two"))
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_every_page_leads_to_itself_in_the_other_language(built: Path, name: str) -> None:
    name = name.strip("/")
    address = urljoin(TOP, name and f"{name}/")
    other = urljoin(f"{TOP}fa/", name and f"{name}/")
    assert links(built, name, ".languages a") == [("fa", other)]
    assert links(built, f"fa/{name}".rstrip("/"), ".languages a") == [("en", address)]
    (link,) = page(built, name).query(".languages a")
    attrs = link.attrs or {}
    assert (link.to_text().strip(), attrs["lang"], attrs["dir"]) == ("فارسی", "fa", "rtl")


def test_what_is_translated_says_so_to_search_engines_and_what_is_not_names_its_original(built: Path) -> None:
    alternates = [("en", f"{TOP}right-now/"), ("fa", f"{TOP}fa/right-now/")]
    for name in ("right-now", "fa/right-now"):
        assert links(built, name, 'link[rel="alternate"]') == alternates
    assert links(built, "fa", 'link[rel="alternate"]') == [("en", TOP)]
    canonical = [attributes(built, name, 'link[rel="canonical"]')["href"] for name in ("fa/right-now", "fa")]
    assert canonical == [f"{TOP}fa/right-now/", TOP]


def test_what_is_not_translated_is_marked_and_says_so(built: Path) -> None:
    start = page(built, "fa")
    assert [one.attrs for one in start.query("html")] == [{"lang": "fa", "dir": "rtl"}]
    assert {"lang": "en", "dir": "ltr"}.items() <= attributes(built, "fa", ".prose").items()
    assert [one.to_text().strip() for one in start.query(".foreign")] == ["هنوز به فارسی نیست."]
    assert page(built, "fa/right-now").query(".foreign") == []
    assert "lang" not in attributes(built, "fa/right-now", ".prose")
    assert attributes(built, "fa", ".bar span[lang]") == {"lang": "en", "dir": "ltr"}  # nobody has translated the word


def test_words_of_the_language_keep_their_direction_in_a_page_that_is_not_translated(built: Path) -> None:
    assert attributes(built, "fa/steps/one", ".prose") == {"class": "prose", "lang": "en", "dir": "ltr"}
    exercises = page(built, "fa/steps/one").query(".prose .island .exercise")
    assert exercises
    assert attributes(built, "fa/steps/one", ".prose .island") == {"class": "island", "lang": "fa", "dir": "rtl"}
    assert page(built, "steps/one").query(".island") == page(built, "fa/right-now").query(".island") == []


def test_a_link_to_what_only_makers_of_copies_read_leads_there_and_says_in_which_language(built: Path) -> None:
    assert links(built, "fa/right-now", '.prose a[hreflang="en"]') == [("en", f"{TOP}makers/#makers")]
    paragraph = page(built, "fa/right-now").query(".prose p")[-1]
    assert paragraph.to_text().split()[-4:] == ["Makers", "(", "English", ")"]
    assert {"lang": "en", "dir": "ltr"}.items() <= attributes(built, "fa/right-now", ".prose p span").items()


def test_there_is_one_of_what_is_the_same_in_all_languages(built: Path) -> None:
    once = ("_headers", "SHA256SUMS", "robots.txt", "sitemap.xml", "sbom.cdx.json")
    assert [name for name in once if not (built / name).exists()] == []
    assert [name for name in once if (built / "fa" / name).exists()] == []
    assert not list((built / "fa").rglob("*.css"))
    summed = {name for name in read_sums(built / "SHA256SUMS") if name.startswith("fa/")}
    assert summed == {path.relative_to(built).as_posix() for path in (built / "fa").rglob("*") if path.is_file()}


def test_nothing_in_the_other_language_leads_nowhere(built: Path) -> None:
    lost = []
    for path in (built / "fa").rglob("*.html"):
        here = urljoin(TOP, path.relative_to(built).as_posix())
        for address in re.findall(r'(?:href|src)="([^"#]+)', path.read_text(encoding="utf-8")):
            whole = urljoin(here, address)
            target = built / whole.removeprefix(TOP)
            if whole.startswith(TOP) and not (target.is_file() or (target / "index.html").is_file()):
                lost.append((path.name, address))
    assert lost == []


def test_the_site_map_has_each_page_in_each_language_in_which_it_is_written(built: Path) -> None:
    root = ElementTree.parse(built / "sitemap.xml").getroot()
    addresses = [entry[0].text for entry in root]
    assert f"{TOP}fa/right-now/" in addresses
    assert f"{TOP}fa/" not in addresses
    entry = next(entry for entry in root if entry[0].text == f"{TOP}right-now/")
    assert [link.get("hreflang") for link in entry if link.get("rel") == "alternate"] == ["en", "fa"]


def test_a_mistake_in_one_language_keeps_the_whole_site_as_it_was(tmp_path: Path) -> None:
    project = two_languages(tmp_path)

    def build() -> subprocess.CompletedProcess[str]:
        return mkdocs("build", "--strict", folder=project)

    assert build().returncode == 0
    before = (project / "site" / "SHA256SUMS").read_bytes()
    replace(project / "languages" / "fa" / "pages" / "right-now.md", "می‌خواهم", "[x](gone.md)")
    done = build()
    assert done.returncode == 1
    assert "languages/fa/pages/right-now.md" in done.stderr
    assert (project / "site" / "SHA256SUMS").read_bytes() == before
    assert [path.name for path in project.iterdir() if path.name.startswith(".site")] == []
