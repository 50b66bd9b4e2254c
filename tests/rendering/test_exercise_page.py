"""An exercise's own page: its cover, and a way back to where its reader came from."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from worksheets.exercises.exercise_addresses import Printing, exercise_word
from worksheets.guide.markers import Marker
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.downloads import planned_pdfs
from worksheets.rendering.marker_content import marker_content

from tests.support.project import ROOT
from tests.support.renderers import renderer_for

BOTH, ALONE = "safe-space/conversation-agreement", "safe-space/my-side-first"
CALLED = "support/first-call"


def own_page(guide: Guide, id_: str, word: int = 0) -> LexborHTMLParser:
    """The form on its own page, with links to PDFs as they are weighed, and to a file for Word of so many bytes."""
    renderer = renderer_for(guide).with_pdfs(planned_pdfs(guide, Printing()))
    renderer = renderer.with_documents({exercise_word(id_): word} if word else {})
    html = str(renderer.exercise(id_, 1, lambda path: f"/{path}"))
    return LexborHTMLParser(html.replace("<!--weighed ", "").replace("--><!--/weighed-->", ""))


def one(page: LexborHTMLParser, selector: str) -> LexborNode:
    (found,) = page.css(selector)
    return found


def words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def test_the_cover_says_where_it_is_what_it_is_and_what_it_takes(guide: Guide) -> None:
    page = own_page(guide, BOTH)
    assert words(one(page, ".cover .head__place")) == "Step 1 · Worksheet"
    assert words(one(page, ".cover h1")) == "Conversation agreement"
    assert [words(item) for item in page.css(".cover .facts li:not(.paper-only)")] == [
        "10 minutes",
        "for two",
        "3 parts",
    ]
    assert len(page.css(".cover svg[aria-hidden=true]")) >= 3
    assert words(one(own_page(guide, CALLED), ".cover .head__place")) == "Seeking support · Worksheet"


def test_the_pdf_and_the_way_alone_stand_above_the_stop_box(guide: Guide) -> None:
    page = own_page(guide, BOTH)
    pdf, alone, *_ = page.css(".cover .head__doors a")
    assert (pdf.attributes["href"] or "").endswith(f"/{BOTH}.pdf")
    assert words(pdf).startswith("PDF, ")
    assert words(pdf).endswith("pages")
    assert alone.attributes["href"] == f"/worksheets/{guide.catalogue.entries[BOTH].exercise.alone}.md"
    assert words(alone).startswith("Do this on your own: ")
    order = [node.attributes.get("class") for node in page.css(".cover, .stop, .exercise__purpose, form")]
    assert order[:2] == ["cover", "admonition stop"]
    doors = [words(door) for door in own_page(guide, ALONE).css(".cover .head__doors a")]
    assert [door[:4] for door in doors] == ["PDF,", "See "], "one for oneself has no other way alone"


def test_the_other_pdfs_are_folded_at_the_end(guide: Guide) -> None:
    page = own_page(guide, BOTH)
    folded = one(page, ".exercise__more")
    hrefs = [link.attributes["href"] for link in page.css("a[href$='.pdf']")]
    assert len(hrefs) == len(set(hrefs)) == 6
    assert len(folded.css("a[href$='.pdf']")) == 5
    assert "open" not in folded.attributes
    assert "Private copies" in words(one(page, ".exercise__more summary"))
    assert "Private copies" not in words(one(own_page(guide, ALONE), ".exercise__more summary"))


def test_the_file_for_word_is_last_of_the_other_forms(guide: Guide) -> None:
    page = own_page(guide, BOTH, word=9_499)
    folded = one(page, ".exercise__more")
    assert len(folded.css("a[href$='.pdf']")) == 5
    assert words(folded.css("li")[-1]) == "“Conversation agreement” for Word, A4: 9 kB"
    assert folded.css("a")[-1].attributes["href"] == f"/worksheets/{BOTH}.docx"
    assert words(one(page, ".exercise__more summary")) == "Other forms of this sheet, private copies too"
    other = own_page(guide, ALONE, word=9_500)
    assert words(one(other, ".exercise__more summary")) == "Other forms of this sheet"
    assert own_page(guide, BOTH).css("a[href$='.docx']") == []


def test_the_two_say_who_is_who_before_the_first_part_and_not_in_pages_of_the_guide(guide: Guide) -> None:
    page = own_page(guide, BOTH)
    assert words(one(page, ".who p")) == "Who is who? A first letter is enough."
    assert [words(label) for label in page.css(".who label")] == ["Partner A", "Partner B"]
    assert [words(label) for label in page.css(".field--pair .side__name")] == ["Partner A", "Partner B"]
    assert page.css(".side__who") == [], "without a script, no name could appear anywhere else"
    assert one(page, ".who ~ .part:first-of-type, .who + .part")
    assert own_page(guide, ALONE).css(".who") == []
    covered = renderer_for(guide).exercise(BOTH, 3, lambda path: f"/{path}")
    assert "Partner A" in covered
    assert LexborHTMLParser(covered).css(".who") == []


def test_parts_are_numbered_where_there_are_several(guide: Guide) -> None:
    page = own_page(guide, BOTH)
    assert [words(node) for node in page.css(".part__place, .part > h2")] == [
        *("1 of 3", "The frame"),
        *("2 of 3", "A way out"),
        *("3 of 3", "What we agree"),
    ]
    single = next(id_ for id_, entry in guide.catalogue.entries.items() if len(entry.exercise.parts) == 1)
    assert "1 of 1" not in (own_page(guide, single).html or "")
    assert "1 part" not in (own_page(guide, single).html or "")


@pytest.mark.parametrize("id_", [BOTH, ALONE, CALLED])
def test_the_way_back_leads_to_the_place_of_the_exercise(guide: Guide, id_: str) -> None:
    entry = guide.catalogue.entries[id_]
    links = {link.attributes["href"] for link in own_page(guide, id_).css(".head__place a, .exercise__links > a")}
    shown = {
        f"{marker.word} {marker.argument}"
        for page in guide.pages
        if page.path == entry.section.page
        for marker in page.markers
    }
    anchored = {f"exercise {id_}", f"sheet {id_}"} & shown
    assert links == {f"/{entry.section.page}{f'#{entry.anchor}' if anchored else ''}"}


def test_without_a_place_on_the_page_it_leads_to_its_top(guide: Guide) -> None:
    bare = replace(guide, pages=tuple(replace(page, markers=()) for page in guide.pages))
    assert own_page(bare, BOTH).css(".exercise__links > a")[0].attributes["href"] == "/steps/safe-space.md"


def test_a_cover_that_leads_to_a_sheet_is_its_place_in_the_site_and_not_on_paper(guide: Guide) -> None:
    renderer, marker = renderer_for(guide), Marker("sheet", BOTH, 1, 2)
    anchor = f'id="{guide.catalogue.entries[BOTH].anchor}"'
    assert anchor in marker_content(renderer, marker, str)
    assert anchor not in marker_content(renderer, marker, str, in_site=False), "the workbook has it on its own leaf"


def test_every_sheet_has_a_drawing_of_its_kind() -> None:
    assert {path.stem for path in (ROOT / "pictures" / "kinds").glob("*.svg")} >= {
        "worksheet",
        "checklist",
        "log",
        "check-in",
    }
