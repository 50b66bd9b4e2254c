"""Clinics' copies, built for real: theirs alone, with nothing of ours or of each other, and easy to upgrade."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from justhtml import JustHTML
from playwright.sync_api import Browser
from worksheets.site.page_budget import MOST_BY_BROTLI

from tests.support.axe import RULES, faults
from tests.support.html_elements import value, within
from tests.support.printed_pages import printed_words
from tests.support.project import ROOT, built_once, finished_pages, mkdocs
from tests.support.renderers import BRAND, brand_of

EXAMPLES = ("uk", "us", "de")
REMOVED = {
    "uk": ["contributing", "clinics"],
    "us": ["guides/conscious-relationship", "growth/my-year", "growth/yearly-look-back"],
    "de": ["steps/growth", "worksheets/growth", "article"],
}
Build = Callable[[str], Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds the site of an example with its PDFs, as its owner would, once for all workers."""

    def build(name: str) -> Path:
        config = f"--config-file=clinics/example-{name}/mkdocs.yml"
        return built_once(tmp_path_factory, f"clinic-{name}-whole", config, sheets=True)

    return build


def texts(site: Path) -> dict[str, str]:
    """Every text file of a site by its path."""
    kinds = {".html", ".css", ".xml", ".svg", ".webmanifest"}
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.suffix in kinds
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_page_is_the_clinics(name: str, built: Build) -> None:
    brand = brand_of(name)
    site = texts(built(name))
    pages = {path.relative_to(built(name)).as_posix() for path in finished_pages(built(name))}
    assert "404.html" in pages
    for path in pages:
        text = site[path]
        assert f'<html lang="{brand.language}"' in text, path
        assert f'href="{brand.exit_address}"' in text, path
        assert brand.credit in text, path
        assert f"{brand.logo.screen.published}" in text, path
        title = re.search("<title>(.*?)</title>", text)
        assert title, path
        assert title[1] == brand.neutral_title if brand.neutral else title[1].endswith(brand.name), path
        assert ('<meta name="robots" content="noindex">' in text) == brand.noindex, path
        if brand.contacts.email:
            assert f"mailto:{brand.contacts.email}" in text, path
        assert f"--accent:{brand.colours.primary}" in text, path
    assert json.loads(site["manifest.webmanifest"])["lang"] == brand.language


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_leaks_from_another_brand(name: str, built: Build) -> None:
    others = [BRAND, *(brand_of(other) for other in EXAMPLES if other != name)]
    own = brand_of(name)
    words = {BRAND.exit_address, "circles.svg", f"– {BRAND.name}</title>", BRAND.colours.primary, BRAND.credit}
    for other in others[1:]:
        words |= {other.name, other.short_name, other.exit_address, other.colours.primary, other.contacts.email or "@@"}
    words -= {own.exit_address}
    found = [(path, word) for path, text in texts(built(name)).items() for word in words if word in text]
    assert found == []


@pytest.mark.parametrize(("name", "line"), [("uk", "Emergency 999"), ("us", "Emergency 911"), ("de", "Notruf 112")])
def test_sheets_carry_the_helplines_of_the_country(name: str, line: str, built: Build) -> None:
    feet = [
        foot
        for path, text in texts(built(name)).items()
        if path.startswith("worksheets/")
        for foot in re.findall(r'(?s)paper-only foot">(.*?)</p>', text)
    ]
    assert len(feet) > 30
    assert all(line in re.sub("<[^>]+>", "", foot) for foot in feet)


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_removed_leaves_nothing_behind(name: str, built: Build) -> None:
    site = texts(built(name))
    for gone in REMOVED[name]:
        assert [path for path in site if gone in path] == []
        link = re.compile(rf'href="[^"]*{re.escape(gone)}[/"#]')
        assert [path for path, text in site.items() if link.search(text)] == [], gone
        assert gone not in site.get("sitemap.xml", "")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_internal_link_leads_somewhere(name: str, built: Build) -> None:
    root = built(name)
    site = texts(root)
    ids = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in site.items()}
    dead = set()
    for path, text in site.items():
        for address in re.findall(r'<(?:a|link|img)\b[^>]*?\b(?:href|src)="([^"]*)"', text):
            if path.endswith(".html") and not re.match("[a-z]+:", address):
                target, anchor = urldefrag(urljoin(f"/{path}", unquote(address)))
                file = target.removeprefix("/guide/").lstrip("/") + ("index.html" if target.endswith("/") else "")
                if not (root / file).is_file() or (anchor and anchor not in ids[file]):
                    dead.add((path, address))
    assert dead == set()


@pytest.mark.parametrize(("name", "of_each"), [("uk", 2), ("us", 1), ("de", 1)])
def test_every_sheet_has_its_pdfs_and_no_page_is_too_heavy(name: str, of_each: int, built: Build) -> None:
    site = built(name)
    sheets = [page for page in finished_pages(site) if page.match("worksheets/*/*/index.html")]
    pdfs = list(site.glob("worksheets/*/*.pdf"))
    assert len(sheets) > 50
    assert len(pdfs) == of_each * len(sheets)
    assert all(path.stat().st_size > 5_000 for path in pdfs)
    assert {
        path.parent.name: size for path in site.rglob("*.html.br") if (size := path.stat().st_size) > MOST_BY_BROTLI
    } == {}


def test_own_pages_and_menu_and_hidden_pages(built: Build) -> None:
    uk = texts(built("uk"))
    menu = uk["index.html"].split("</nav>")[1]
    assert "Harbour Practice</span>" in menu
    assert "the-practice/" in menu
    assert "glossary/" not in menu
    assert "glossary/index.html" in uk
    assert 'class="screen-only"' in uk["index.html"]
    assert re.findall(r"--round:([^;}]+)", uk["index.html"])[-1] == "1rem", "the clinic's own styles come last"
    reviewed = "Reviewed by A. Name (example), clinical psychologist, on 30 November 2026: it fits."
    assert reviewed in uk["safety/is-this-safe/index.html"]
    assert reviewed in uk["worksheets/repair/pause-plan/index.html"]
    assert "No clinician has reviewed this yet." in uk["guides/attachment/index.html"], "nobody has said so of it"
    image = 'property="og:image" content="https://harbour.example.org/guide/assets/brand/preview.png"'
    assert image in uk["right-now/index.html"]
    assert (built("uk") / "assets/brand/preview.png").is_file()


def test_a_replaced_page_keeps_its_address_and_a_neutral_copy_says_nothing_to_others(built: Build) -> None:
    us = texts(built("us"))
    assert "Lakeside Counseling gives out this copy" in us["about/index.html"]
    assert "November 22, 2026" in us["about/index.html"]
    assert "sitemap.xml" not in us
    assert "og:" not in us["index.html"]
    lines = [line for line in us["a-z/index.html"].split("<li>") if "side by side" in line]
    assert ["conscious-relationship" in line for line in lines] == [False], "the link to a removed page is gone"
    assert "weekly-check-in" in lines[0], "and the one to a sheet stays"


def test_a_german_copy_speaks_german_and_says_where_it_does_not(built: Build) -> None:
    de = texts(built("de"))
    start = de["index.html"]
    assert "Alle Seiten</summary>" in start, "the clinic's own word"
    menu = start.split('<nav class="menu"')[1].split("</nav>")[0]
    assert "Ein sicherer Raum" in menu
    assert "lang=" not in menu, "the clinic's own menu is in its own language"
    assert "Attachment" not in menu
    assert "guides/attachment/index.html" in de
    assert "Seite verlassen</span>" in start
    assert "Zuletzt durchgelesen am 30. November 2026." in start
    assert "Short sentences" not in start
    sheet = JustHTML(de["worksheets/repair/kurze-pause/index.html"], sanitize=False)
    (form,) = within(sheet, "section.exercise")
    assert value(form, "lang") == "de"
    english = {"Start again", "Turn over", "I would rather not say", "Partner A", "Clear my answers", "If “"}
    assert {word for word in english if word in form.to_text()} == set()
    assert "Falls die Antwort auf „Wie aufgeregt bin ich gerade?“ 7 oder mehr ist:" in form.to_text()
    ours = JustHTML(de["worksheets/repair/pause-plan/index.html"], sanitize=False)
    (form,) = within(ours, "section.exercise")
    assert value(form, "lang") == "en"
    assert "Start again" in form.to_text()
    (prose,) = within(JustHTML(de["right-now/index.html"], sanitize=False), ".prose")
    assert value(prose, "lang") == "en"
    listed = within(JustHTML(de["worksheets/index.html"], sanitize=False), ".shelf__row > div")
    assert {value(row, "lang") for row in listed} == {"en", ""}


@pytest.mark.parametrize("name", EXAMPLES)
def test_copies_are_valid_and_accessible(name: str, built: Build, browser: Browser) -> None:
    page = browser.new_page()
    for path in ("index.html", "safety/help-now/index.html", "worksheets/repair/pause-plan/index.html"):
        file = built(name) / path
        tree = JustHTML(file.read_text(encoding="utf-8"), collect_errors=True, sanitize=False)
        assert tree.errors == [], path
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.goto(file.as_uri())
            assert faults(page, RULES) == [], (path, scheme)
    page.close()


def test_what_a_clinic_writes_is_shown_as_typed(tmp_path: Path) -> None:
    hostile = """A "b" <script>alert(1)</script> <img src=x onerror=y> & 'c' {{ 7 * 7 }} </title> """.strip()
    quoted = json.dumps(hostile)
    clinic = tmp_path / "hostile"
    shutil.copytree(ROOT / "clinics" / "example-uk", clinic, ignore=shutil.ignore_patterns("site"))
    text = (clinic / "mkdocs.yml").read_text(encoding="utf-8").replace("../..", str(ROOT))
    (clinic / "mkdocs.yml").write_text(text, encoding="utf-8")
    text = (clinic / "brand.yml").read_text(encoding="utf-8")
    for key in ("name", "legal-name", "description", "privacy-contact", "disclaimer", "credit", "hours"):
        text = re.sub(rf"^( *){key}: .*$", rf"\g<1>{key}: HOSTILE", text, flags=re.MULTILINE)
    text = text.replace("HOSTILE", quoted)
    text = text.replace("short-name: Harbour Practice", 'short-name: "<x>&"').replace("An anchor", quoted)
    text = (
        text.replace("Book a first talk", quoted)
        .replace("A. Name (example)", quoted)
        .replace("[1 Example Quay", f"[{quoted}")
    )
    (clinic / "brand.yml").write_text(text, encoding="utf-8")
    (clinic / "words.yml").write_text(f"leave: {quoted}\nnot-reviewed: {quoted}\n", encoding="utf-8")
    done = mkdocs("build", "--strict", f"--config-file={clinic}/mkdocs.yml", f"--site-dir={tmp_path}/site")
    assert done.returncode == 0, done.stderr
    for path in ("index.html", "404.html", "the-practice/index.html", "worksheets/repair/pause-plan/index.html"):
        page = (tmp_path / "site" / path).read_text(encoding="utf-8")
        tree = JustHTML(page, collect_errors=True, sanitize=False)
        assert tree.errors == [], path
        assert tree.query("script, [onerror], x, [src=x]") == [], path
        assert page.count("&lt;script&gt;") >= 8, path
        assert "49" not in re.findall("<title>.*?</title>", page)[0]
    assert json.loads((tmp_path / "site" / "manifest.webmanifest").read_text(encoding="utf-8"))["name"] == hostile


def test_paper_has_the_brand_too(built: Build, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((built("uk") / "worksheets/repair/pause-plan/index.html").as_uri())
    assert not page.locator("img.paper-only").is_visible()
    page.emulate_media(media="print")
    assert page.locator("img.paper-only").is_visible()
    assert not page.locator("img.screen-only").is_visible()
    text = printed_words(page)
    page.close()
    for said in ("Harbour Practice", "01632 960 001", "does not take the place of treatment", "Emergency 999"):
        assert said in text
