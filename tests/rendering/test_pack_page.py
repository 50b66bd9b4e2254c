"""The page of a pack: reached from the list of all exercises and from the menu, complete, and true."""

import re
from pathlib import Path

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.pack_content import pack_content
from worksheets.rendering.renderer import Renderer

from tests.support.renderers import renderer_for

PACKS = ("before-the-first-session", "first-evening", "six-weeks", "six-weeks-alone")


@pytest.fixture(scope="module")
def page(site: Path) -> LexborHTMLParser:
    return LexborHTMLParser((site / "packs/first-evening/index.html").read_text(encoding="utf-8"))


def words(page: LexborHTMLParser) -> str:
    main = page.css_first("main")
    assert main
    return " ".join(main.text().split())


def test_it_says_for_whom_when_to_stop_and_that_its_order_is_not_tested(page: LexborHTMLParser, guide: Guide) -> None:
    said, pack = words(page), guide.packs.entries["first-evening"].pack
    order = [pack.title, pack.for_whom, pack.stop, pack.note, "3 sheets, about 27 minutes in all.",
             "Nobody has tested whether this order helps.", "Before we start", "Conversation agreement",
             "What helps me, what I can give", "Last read through on 30 November 2026.",
             "No clinician has reviewed this yet."]  # fmt: skip
    places = [said.index(" ".join(one.split())) for one in order]
    assert places == sorted(places)


@pytest.mark.parametrize("pack", PACKS)
def test_its_sheets_are_links_in_their_order(pack: str, site: Path, guide: Guide) -> None:
    folder = site / "packs" / pack
    page = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
    links = [link.attributes["href"] or "" for link in page.css(".pack__sheets a")]
    shown = tuple(link.strip("./").removeprefix("worksheets/") for link in links)
    assert shown == guide.packs.entries[pack].pack.exercises
    assert all((folder / link / "index.html").is_file() for link in links)


def test_it_can_be_filled_in_printed_and_folded(page: LexborHTMLParser, site: Path) -> None:
    links = [Path(link.attributes["href"] or "").name for link in page.css("main a[href$='.pdf']")]
    assert links == [
        *("first-evening.pdf", "first-evening-letter.pdf"),
        *("first-evening-booklet.pdf", "first-evening-a5.pdf"),
    ]
    pages = {name: len(pypdfium2.PdfDocument(site / "packs" / name)) for name in links}
    assert pages["first-evening-booklet.pdf"] == -(-pages["first-evening-a5.pdf"] // 4) * 2
    assert "flip on the short edge, fold it in the middle and staple" in words(page)


def test_the_list_and_the_menu_lead_to_it(site: Path) -> None:
    shelf = LexborHTMLParser((site / "worksheets/index.html").read_text(encoding="utf-8"))
    wanted = {f"../packs/{pack}/" for pack in PACKS}
    for where in ("ul.shelf__packs a", ".menu a"):
        assert wanted <= {link.attributes["href"] for link in shelf.css(where)}, where


def with_address(guide: Guide, address: str, codes: bool = True) -> Renderer:
    renderer = renderer_for(guide)
    renderer.address = address
    renderer.brand = renderer.brand.model_copy(update={"qr_codes": codes})
    return renderer


def test_the_code_on_the_page_is_an_image_with_words(guide: Guide) -> None:
    html = pack_content(with_address(guide, "https://guide.example.org/"), "first-evening", 1, str)
    (code,) = LexborHTMLParser(html).css("figure svg")
    assert code.attributes["role"] == "img"
    said = "Square code for a phone. It leads to https://guide.example.org/packs/first-evening/"
    assert code.attributes["aria-label"] == said


@pytest.mark.parametrize(("address", "codes"), [("", True), ("https://guide.example.org/", False)])
def test_there_is_no_code_without_an_address_or_unasked(address: str, codes: bool, guide: Guide) -> None:
    html = pack_content(with_address(guide, address, codes), "first-evening", 1, str)
    assert "Before we start" in html
    assert not re.search(r"<figure|booklet|\.pdf", html)
