"""What clinicians read of each sheet: on their own pages and in one PDF, and nowhere else."""

import io

import pypdf
import pytest
from selectolax.lexbor import LexborHTMLParser
from worksheets.authoring.text_types import prose
from worksheets.editions.removal import Removed, pruned_guide
from worksheets.exercises.exercise_addresses import (
    PAPERS,
    Printing,
    clinician_pdf,
    exercise_word,
    pack_pdf,
    workbook_pdf,
)
from worksheets.guide.markers import Marker
from worksheets.guide.whole_guide import Guide
from worksheets.paper.clinician_writer import ClinicianWriter
from worksheets.paper.leaf_writer import SheetContext
from worksheets.rendering.clinician_content import clinician_content
from worksheets.rendering.downloads import Pdf, planned_pdfs
from worksheets.rendering.marker_content import marker_content

from tests.support.project import EXERCISES
from tests.support.real_sheets import ADDRESS, real_pdf, real_sheets
from tests.support.renderers import SETTINGS, renderer_for
from tests.support.word_files import real_word_files

PATHS = [clinician_pdf(paper) for paper in PAPERS]


def notes(guide: Guide, id_: str) -> list[str]:
    """The four notes of an exercise as they are read."""
    written = guide.catalogue.entries[id_].exercise.clinician
    assert written, f"{id_} has no notes for clinicians"
    read = [prose(note).striptags() for note in (written.use, written.not_for, written.brief, written.look_for)]
    return [" ".join(note.split()) for note in read]


def read(html: str) -> str:
    return " ".join(LexborHTMLParser(html).text().split())


def without_clinics(guide: Guide) -> Guide:
    gone = [page.path for page in guide.pages if page.path.startswith("clinics/")]
    return pruned_guide(guide, Removed(frozenset(gone), frozenset()))


@pytest.fixture(scope="module")
def pages(guide: Guide) -> dict[str, str]:
    """The words of the notes in the site by section."""
    renderer = renderer_for(guide)
    sections = [section.id for section in guide.catalogue.sections]
    shown = {one: marker_content(renderer, Marker("clinician-notes", one, 1, 2), str) for one in sections}
    return {section: read(html) for section, html in shown.items()}


def test_each_sheet_has_its_notes_on_the_page_of_its_section(guide: Guide, pages: dict[str, str]) -> None:
    for id_ in EXERCISES:
        for note in notes(guide, id_):
            assert note in pages[id_.split("/")[0]], id_
    shown = {marker.argument for page in guide.pages for marker in page.markers if marker.word == "clinician-notes"}
    assert shown == set(pages)


def test_the_list_of_notes_leads_to_the_page_of_each_section(guide: Guide) -> None:
    """A section whose page nothing leads to has no notes for somebody with five minutes."""
    pages = {page.path for page in guide.pages for marker in page.markers if marker.word == "clinician-notes"}
    listed = guide.page("clinics/sheets.md")
    assert listed
    assert pages
    assert {link.path for link in listed.links} >= pages


def test_the_notes_lead_to_the_sheets_in_the_site(guide: Guide) -> None:
    html = clinician_content(renderer_for(guide), "repair", 3, lambda path: f"/{path}")
    links = {link.attributes["href"] for link in LexborHTMLParser(html).css("h3 a")}
    assert links == {f"/worksheets/{id_}.md" for id_ in EXERCISES if id_.startswith("repair/")}


def test_no_reader_and_no_sheet_says_anything_of_it(guide: Guide) -> None:
    renderer = renderer_for(guide)
    for id_ in EXERCISES:
        of_readers = [read(renderer.exercise(id_, level, str)) for level in (1, 3)]
        of_readers.append(real_word_files()[exercise_word(id_)].words)
        assert not [note for note in notes(guide, id_) for text in of_readers if note in text], id_
    every = {note for id_ in EXERCISES for note in notes(guide, id_)}
    printed = {workbook_pdf(PAPERS[0])} | {pack_pdf(pack, PAPERS[0]) for pack in guide.packs.entries}
    for path in printed:  # the workbook holds every sheet
        words = read("".join(real_sheets()[path].leaves))
        assert not [note for note in every if note in words], path
    for page in guide.pages:
        if page.front_matter and page.front_matter.is_for_readers:
            assert not {"clinician-notes", "clinician-pdf"} & {marker.word for marker in page.markers}, page.path


def test_the_pdf_begins_with_seeing_each_alone_then_plans_then_the_sections(guide: Guide) -> None:
    reader = pypdf.PdfReader(io.BytesIO(real_pdf(PATHS[0])))
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    firsts = [next(one for one in EXERCISES if one.startswith(section.id)) for section in guide.catalogue.sections]
    order = ["First: see each of them alone", "Six session plans", *(notes(guide, one)[0] for one in firsts)]
    places = [words.index(one) for one in order]
    assert places == sorted(places)
    assert not reader.get_fields(), "there is nothing to fill in"
    titles = {LexborHTMLParser(real_sheets()[path].html).css("title")[0].text() for path in PATHS}
    assert titles == {"The session plans and the notes on every sheet"}


def test_its_references_to_pages_lead_to_notes_that_are_there() -> None:
    page = LexborHTMLParser("".join(real_sheets()[PATHS[0]].leaves))
    here = {f"#{node.attributes['id']}" for node in page.css("[id]")}
    leading = [link.attributes["href"] for link in page.css("a.page-reference")]
    assert len(leading) >= len(EXERCISES)
    assert set(leading) <= here


def test_a_new_copy_has_neither_notes_nor_their_pdf(guide: Guide) -> None:
    assert "clinics/" in SETTINGS.left_out
    left = without_clinics(guide)
    assert set(PATHS) <= planned_pdfs(guide, Printing()).keys()
    assert not set(PATHS) & planned_pdfs(left, Printing()).keys()
    assert not left.shows("clinician-notes")
    assert list(ClinicianWriter(renderer_for(left), SheetContext(ADDRESS, "", {}, str)).all()) == []


def test_the_pdf_is_offered_where_it_is_made(guide: Guide) -> None:
    marker, file = Marker("clinician-pdf", "", 1, 2), Pdf("a.pdf", 25, 150_000)
    renderer = renderer_for(guide)
    assert not marker_content(renderer, marker, str).strip()
    offered = marker_content(renderer.with_pdfs(dict.fromkeys(PATHS, file)), marker, str)
    assert [link.attributes["href"] for link in LexborHTMLParser(offered).css("a")] == PATHS
    assert "to read and print, US Letter" in read(offered)
    assert not marker_content(renderer.with_pdfs(dict.fromkeys(PATHS, file)), marker, str, in_site=False).strip()
