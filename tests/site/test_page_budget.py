"""A page is over its budget or is not, whether or not a build makes PDFs, and a preview says so too."""

import gzip
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import brotli
import pytest
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from worksheets.authoring.source_files import Folders
from worksheets.exercises.exercise_addresses import Printing, exercise_word, section_word
from worksheets.guide.guide_reader import read_guide
from worksheets.guide.markers import Marker
from worksheets.guide.whole_guide import Guide
from worksheets.paper.all_sheets import all_sheets
from worksheets.paper.leaf_writer import SheetContext
from worksheets.rendering.downloads import Downloads, Pdf, planned, planned_pdfs
from worksheets.rendering.marker_content import marker_content
from worksheets.rendering.renderer import Renderer
from worksheets.site.lighten import heavy_pages, lighten
from worksheets.site.page_budget import (
    MOST_BY_BROTLI,
    MOST_BY_GZIP,
    ROOM,
    STYLES_OF_LINKS,
    as_weighed,
    may_be_over,
    note_of,
)
from worksheets.site.pruning.stylesheet import read_stylesheet

from tests.support.project import ROOT, SMALL_GUIDE
from tests.support.renderers import renderer_for, words
from tests.support.stylesheets import FILES

RANDOM = Random(14)


def real(path: str) -> Pdf:
    """A PDF with figures as they come, the larger ones for those of sections."""
    most_pages, most_kilobytes = (30, 400) if path.count("/") == 1 else (9, 120)
    return Pdf("x.pdf", RANDOM.randint(1, most_pages), RANDOM.randint(20, most_kilobytes) * 1000)


def in_each_build(renderer: Renderer) -> dict[str, Renderer]:
    """The same renderer in a build that makes no PDFs, in a preview that still makes them, and with all of them."""
    paths = planned_pdfs(renderer.guide, Printing(booklets=True))
    return {
        "none": renderer.with_pdfs(paths),
        "waiting": renderer.with_pdfs(dict.fromkeys(paths)),
        "all": renderer.with_pdfs({path: real(path) for path in paths}),
    }


def sizes_of_word(guide: Guide) -> dict[str, int]:
    """The sizes of all files for Word, by path."""
    paths = [exercise_word(id_) for id_ in guide.catalogue.entries]
    return dict.fromkeys([*paths, *(section_word(section.id) for section in guide.catalogue.sections)], 9_500)


def page_of(renderer: Renderer) -> str:
    """All that links to PDFs, on one page."""
    entries = list(renderer.guide.catalogue.entries)[:3]
    shown = [renderer.exercise(id_, level, str) for id_ in entries for level in (1, 2)]
    return "".join([*shown, marker_content(renderer, Marker("worksheets", "", 1, 1), str), sheets_of(renderer)])


def sheets_of(renderer: Renderer) -> Markup:
    section = renderer.guide.catalogue.sections[0].id
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    values: dict[str, Any] = {"section_sheets": renderer.downloads(str).section(section), "t": words()}
    return Markup(templates.get_template("partials/sheets.html").render(values))


def published(html: str) -> str:
    return re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)


def squeezed(html: str) -> str:
    return re.sub(r"\s+", " ", html).replace("> <", "><")


@pytest.mark.parametrize("has_word", [False, True])
def test_a_page_weighs_the_same_in_every_build_and_promises_no_pdf_that_is_not_made(
    has_word: bool, guide: Guide
) -> None:
    """Files for Word are made in every build."""
    renderer = renderer_for(guide).with_documents(sizes_of_word(guide) if has_word else {})
    pages = {name: page_of(renderer) for name, renderer in in_each_build(renderer).items()}
    counted = {squeezed(as_weighed(page)) for page in pages.values()}
    assert len(counted) == 1
    assert {name: published(page).count(".pdf") > 20 for name, page in pages.items()} == {
        "none": False,
        "waiting": True,
        "all": True,
    }
    assert ".pdf" not in published(pages["none"])
    assert published(pages["waiting"]).count("kB") == published(pages["waiting"]).count(".docx")
    shown_and_sections = 3 + len(guide.catalogue.sections)
    assert {published(page).count(".docx") for page in pages.values()} == {shown_and_sections if has_word else 0}
    assert page_of(renderer_for(guide)) == published(page_of(renderer_for(guide))), "nothing planned, nothing to weigh"


def test_what_is_added_for_pdfs_takes_no_more_in_a_page_than_alone(guide: Guide) -> None:
    """Else a page that is too heavy with its links could pass at a quick look."""
    for page in map(page_of, in_each_build(renderer_for(guide)).values()):
        before, after = (packed(one) for one in (published(page), as_weighed(page)))
        assert may_be_over(page, MOST_BY_BROTLI + 1 - (after[0] - before[0]), 0), (
            "by brotli it counts one byte too many"
        )
        assert may_be_over(page, 0, MOST_BY_GZIP + 1 - (after[1] - before[1])), "by gzip too"


def packed(html: str) -> tuple[int, int]:
    return len(brotli.compress(html.encode())), len(gzip.compress(html.encode()))


def test_no_figures_of_real_pdfs_outweigh_those_that_count(guide: Guide) -> None:
    for _ in range(5):
        page = page_of(in_each_build(renderer_for(guide))["all"])
        assert len(brotli.compress(published(page).encode())) <= len(brotli.compress(as_weighed(page).encode()))


def test_every_sheet_is_planned_and_nothing_else() -> None:
    guide, problems = read_guide(Folders.of(SMALL_GUIDE))
    assert not problems
    renderer = renderer_for(guide)
    sheets = all_sheets(renderer, SheetContext("", "", {}, lambda text: text))
    assert sorted(sheet.path for sheet in sheets) == sorted(planned_pdfs(guide, renderer.brand.printing))


def test_the_planned_sheets_of_the_guide_have_its_private_copies(guide: Guide) -> None:
    paths = planned_pdfs(guide, Printing())
    assert any(path.endswith("-copies.pdf") for path in paths)
    assert len(paths) > 200
    assert len({(pdf.pages, pdf.size) for pdf in paths.values()}) > len(paths) * 0.95, "figures that differ weigh more"
    assert Downloads(paths, "A4", str).workbook()[0].weighed == planned("worksheets/workbook.pdf")


def test_the_styles_of_links_to_pdfs_are_no_larger_than_what_is_added_for_them() -> None:
    rules = [read_stylesheet(path.read_text(encoding="utf-8")) for path in FILES]
    every = frozenset().union(*(sheet.mentions for sheet in rules))
    without = every - {".page-sheets", ".exercise__more", ".shelf__all", ".shelf__pdf", ".for-ears"}
    added = [len(sheet.text(every)) - len(sheet.text(without)) for sheet in rules]
    assert 0 < sum(added) <= STYLES_OF_LINKS


def noise(count: int, seed: str) -> str:
    return "".join(sha256(f"{seed} {number}".encode()).hexdigest() for number in range(count))


def a_site(folder: Path, body: str) -> Path:
    folder.mkdir()
    (folder / "style.css").write_text("p { top: 0 }", encoding="utf-8")
    head = "<!doctype html><title>t</title><link rel=stylesheet href=style.css><main><div class=prose>"
    (folder / "index.html").write_text(f"{head}{body}", encoding="utf-8")
    return folder


def test_a_page_that_is_too_heavy_only_with_its_links_is_refused_without_them_too(tmp_path: Path) -> None:
    text = f"<p id=long>{noise(410, 'text')}</p>"
    links = f"<p>{noise(40, 'links')}</p>"
    without = a_site(tmp_path / "without", f"{text}<!--weighed {links}--><!--/weighed-->")
    with_all = a_site(tmp_path / "with", text + links)
    said = []
    for site in (without, with_all):
        assert heavy_pages(site) != [], "a preview warns"
        assert (site / "style.css").exists(), "and changes nothing"
        warned = heavy_pages(site)
        assert lighten(site) == warned
        said.append(str(warned[0]).splitlines()[0])
    assert said[0] == said[1]
    assert (without / "index.html.br").stat().st_size <= MOST_BY_BROTLI
    assert "weighed" not in (without / "index.html").read_text(encoding="utf-8")


def test_a_page_that_fits_is_passed_over_in_silence(tmp_path: Path) -> None:
    site = a_site(
        tmp_path / "light", f"<p>{noise(300, 'text')}</p><!--weighed <p>{noise(9, 'links')}</p>--><!--/weighed-->"
    )
    assert heavy_pages(site) == []
    assert lighten(site) == []


def test_a_page_of_the_guide_leaves_room_for_the_name_and_address_of_a_copy(tmp_path: Path) -> None:
    frame = f"<!--frame--><p>{noise(8, 'frame')}</p><!--/frame-->"
    full = f"<p id=long>{noise(405, 'text')}</p>"
    fits = a_site(tmp_path / "fits", f"<p>{noise(370, 'text')}</p>{frame}")
    assert heavy_pages(fits, room=lambda _: ROOM) == []
    site = a_site(tmp_path / "full", full + frame)
    assert heavy_pages(site) == [], "it arrives at once as it is"
    (heavy,) = heavy_pages(site, room=lambda _: ROOM)
    assert MOST_BY_BROTLI - ROOM < heavy.by_brotli <= MOST_BY_BROTLI
    assert "index.html: this page leaves less than 800 bytes for the name and address of a copy" in str(heavy)
    assert f"{heavy.by_brotli:,} bytes by brotli (at most 13,000)" in str(heavy)
    assert "<p> long" in str(heavy)
    assert lighten(site, room=lambda _: ROOM) == [heavy]
    assert "frame" not in (site / "index.html").read_text(encoding="utf-8")


def test_a_copy_is_told_in_one_sentence_which_pages_have_become_too_heavy(tmp_path: Path) -> None:
    heavy = [
        replace(one, page=f"page-{number}/index.html", by_brotli=MOST_BY_BROTLI + number)
        for number in range(1, 8)
        for one in heavy_pages(a_site(tmp_path / str(number), f"<p>{noise(450, 'text')}</p>"))
    ]
    said = note_of(heavy)
    assert "page-7/index.html (13,807 bytes), page-6/index.html (13,806 bytes)" in said
    assert "page-3/index.html (13,803 bytes) and 2 more." in said
    assert "page-2" not in said
    assert "\n" not in said
    assert "page-1/index.html (13,801 bytes)." in note_of(heavy[:1])
