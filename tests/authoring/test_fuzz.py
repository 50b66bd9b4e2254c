"""Hostile files: each is either reported with file and line, or makes a page that can do nothing.

`make test` tries a fixed slice; `make fuzz` tries FUZZ files for each reader, anew each time.
"""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worksheets.authoring.source_files import Folders, Source
from worksheets.editions.brand import read_brand
from worksheets.editions.web_manifest import manifest
from worksheets.exercises.catalogue import Catalogue, Entry, read_exercise
from worksheets.guide.bibliography.references import read_bibliography
from worksheets.guide.citations import cited
from worksheets.guide.diagrams import read_pictures
from worksheets.guide.guide_reader import read_guide
from worksheets.guide.guide_settings import UNREAD, read_settings, unknown_pages
from worksheets.guide.helplines import read_helplines
from worksheets.guide.markers import Marker, filled
from worksheets.guide.page import read_page
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.helplines_by_country import helplines_by_country
from worksheets.site.content_security_policy import content_security_policy
from worksheets.site.html_reader import read_finished

from tests.support.hostile_checks import CHECKED, bounded, danger, inert, markdown, told
from tests.support.hostile_text import files
from tests.support.project import ROOT, SMALL_GUIDE
from tests.support.renderers import renderer_for

COVER = {"address": "", "contacts": [], "logo": "", "scene": ""}
"""A cover without what the build puts there."""


@cache
def seeds(pattern: str) -> list[str]:
    """Sound files of the project to begin with."""
    found = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob(pattern))]
    assert found
    return [text for text in found if len(text) < 20_000]


@cache
def small_guide() -> Guide:
    guide, problems = read_guide(Folders.of(SMALL_GUIDE))
    assert not problems
    return guide


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@given(data=st.data())
@CHECKED
def test_hostile_exercises_are_read_or_reported(folder: Path, data: st.DataObject) -> None:
    text = data.draw(files(seeds("hooks/worksheets/**/*.yml") + seeds("exercises/boundaries/*.yml")))
    path = folder / "sheet.yml"
    path.write_bytes(text)
    with bounded():
        _, exercise, problems = read_exercise(Source(path, "sheet.yml", None))
        told(problems, "sheet.yml", text)
        if exercise:
            guide = small_guide()
            entry = Entry("one/hostile", guide.catalogue.sections[0], exercise)
            works = guide.bibliography if set(exercise.evidence) <= guide.bibliography.keys else None
            catalogue = Catalogue(guide.catalogue.sections, {entry.id: entry}, {})
            changed = Guide(catalogue, guide.bibliography, guide.helplines, {}, ()) if works else None
            if changed:
                renderer = renderer_for(changed)
                inert(markdown().reset().convert(f"# x\n\n{renderer.exercise(entry.id, 1, lambda path: path)}\n"))
                assert "url(" not in renderer.stylesheet(entry)
                inert(markdown().reset().convert(renderer.own_page(entry).split("---")[-1]))


@given(text=files(seeds("sources/helplines.yml") + seeds("tests/small_guide/sources/helplines.yml")))
@CHECKED
def test_hostile_helplines_are_read_or_reported(folder: Path, text: bytes) -> None:
    (folder / "helplines.yml").write_bytes(text)
    with bounded():
        helplines, problems = read_helplines(folder / "helplines.yml", "helplines.yml")
        told(problems, "helplines.yml", text)
        assert bool(helplines) != bool(problems)
        if helplines:
            guide = small_guide()
            shown = Guide(guide.catalogue, guide.bibliography, helplines, {}, ())
            inert(markdown().reset().convert(helplines_by_country(renderer_for(shown), 2, str)))


@given(text=files(seeds("brand.yml") + seeds("clinics/*/brand.yml")))
@CHECKED
def test_hostile_brands_are_read_or_reported(folder: Path, text: bytes) -> None:
    """Pictures are looked up beside the file: a path that leads out of the folder is refused."""
    (folder / "brand.yml").write_bytes(text)
    (folder / "brand").mkdir(exist_ok=True)
    for name in ("circles.svg", "preview.png"):
        (folder / "brand" / name).write_bytes((ROOT / "brand" / name).read_bytes())
    (folder / "logo.svg").write_bytes((ROOT / "brand" / "circles.svg").read_bytes())
    with bounded():
        brand, _, problems = read_brand(folder / "brand.yml", "brand.yml")
        told(problems, "brand.yml", text)
        if brand and not problems:
            renderer = renderer_for(small_guide())
            renderer.brand = brand.model_copy(update={"language": "en"})  # the only words at hand
            assert all(image.path.resolve().is_relative_to(folder.resolve()) for image in brand.images)
            assert not re.search(r"url\(|@import|</", renderer.palette())
            inert(f"<div>{renderer.foot('')}{renderer.html('workbook-cover.html', **COVER)}</div>")
            assert json.loads(manifest(brand))


@given(text=files(seeds("guide.yml") + seeds("tests/*/guide.yml")))
@CHECKED
def test_hostile_guide_settings_are_read_or_reported(folder: Path, text: bytes) -> None:
    (folder / "guide.yml").write_bytes(text)
    with bounded():
        settings, document, problems = read_settings(folder / "guide.yml", "guide.yml")
        told(problems, "guide.yml", text)
        assert bool(problems) == (settings is UNREAD)
        told(list(unknown_pages(settings, document, small_guide().pages)), "guide.yml", text)


@given(text=files(seeds("tests/small_guide/sources/references.bib")))
@CHECKED
def test_hostile_references_are_read_or_reported(folder: Path, text: bytes) -> None:
    (folder / "references.bib").write_bytes(text)
    with bounded():
        bibliography, problems = read_bibliography(folder / "references.bib", "references.bib")
        told(problems, "references.bib", text)
        keys = bibliography.in_order(bibliography.sound)
        listed = renderer_for(small_guide()).html(
            "references.html", works=[(key, bibliography.reference(key)) for key in keys], is_cut=False
        )
        inert(markdown().reset().convert(f"<div>{listed}</div>"))


@given(text=files(seeds("tests/small_guide/docs/steps/*.md") + seeds("docs/*.md") + seeds("docs/safety/*.md")))
@CHECKED
def test_hostile_pages_are_read_or_reported(folder: Path, text: bytes) -> None:
    """What a page holds that could run is seen in the finished page, by a second reader of HTML."""
    (folder / "page.md").write_bytes(text)
    with bounded():
        page, problems = read_page(Source(folder / "page.md", "page.md", None), "page.md")
        told(problems, "page.md", text)
        if not problems:
            body = cited(page.body, lambda keys: "<p>x</p>")
            html = filled(markdown().reset().convert(body), body, _shown)
            meta = f'<meta http-equiv="Content-Security-Policy" content="{content_security_policy(False)}">'
            assert not danger(html) or read_finished(meta + html).faults, danger(html)


@given(text=files(seeds("pictures/*.svg")))
@CHECKED
def test_hostile_pictures_are_read_or_reported(folder: Path, text: bytes) -> None:
    drawings = folder / "pictures"
    drawings.mkdir(exist_ok=True)
    (drawings / "dials.svg").write_bytes(text)
    with bounded():
        pictures, problems = read_pictures(drawings, "pictures")
        told(problems, "pictures/dials.svg", text)
        assert bool(pictures) != bool(problems)
        for svg in pictures.values():
            inert(svg)


def _shown(marker: Marker) -> str:
    return f"<p>{marker.word}</p>"


def test_the_check_sees_danger() -> None:
    for html in ("<script>1</script>", "<svg/onload=1>", "<a href='java\tscript:1'>", "<!--><img src=x onerror=1>"):
        assert danger(html), html
