"""The guide as an e-book: sound for the checker of EPUB, whole, for every reader, and asking for nothing elsewhere."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from worksheets.exercises.exercise_addresses import EBOOK
from worksheets.guide.whole_guide import Guide

from tests.support.epub import EPUBCHECK

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
OPF = "{http://www.idpf.org/2007/opf}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
LARGEST = 400_000
"""The size in bytes that the e-book stays under."""


@pytest.fixture(scope="module")
def book(site: Path) -> dict[str, bytes]:
    """The files of the e-book by name, in their order."""
    with ZipFile(site / EBOOK) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def pages(book: dict[str, bytes]) -> dict[str, Any]:
    """Each page as XML, by name."""
    found = {name: content for name, content in book.items() if name.endswith(".xhtml")}
    return {name.removeprefix("EPUB/"): ElementTree.fromstring(content) for name, content in found.items()}


@pytest.fixture(scope="module")
def package(book: dict[str, bytes]) -> Any:
    return ElementTree.fromstring(book["EPUB/package.opf"])


def checked(path: Path, report: Path) -> list[tuple[str, str]]:
    """What the checker says against an EPUB."""
    quick = "-XX:TieredStopAtLevel=1"  # to translate all of a program that runs once takes longer than to run it
    command = ["java", quick, "-jar", EPUBCHECK, str(path), "--json", str(report)]
    subprocess.run(command, capture_output=True, check=False)
    messages = json.loads(report.read_text(encoding="utf-8"))["messages"]
    return [(one["severity"], one["message"]) for one in messages]


def test_the_checker_of_epub_finds_nothing(site: Path, tmp_path: Path) -> None:
    assert checked(site / EBOOK, tmp_path / "report.json") == []


def test_programs_can_tell_what_it_is(site: Path) -> None:
    with ZipFile(site / EBOOK) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert (site / EBOOK).read_bytes()[30:58] == b"mimetypeapplication/epub+zip"
    assert (site / EBOOK).stat().st_size < LARGEST


def test_chapters_are_read_and_listed_in_the_order_of_the_menu(
    pages: dict[str, Any], package: Any, shown_guide: Guide
) -> None:
    items = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
    spine = [items[one.get("idref")] for one in package.iter(f"{OPF}itemref")]
    assert sorted(spine) == sorted(pages)
    (contents,) = [nav for nav in pages["nav.xhtml"].iter(f"{XHTML}nav") if nav.get(EPUB_TYPE) == "toc"]
    listed = [link.get("href") for link in contents.iter(f"{XHTML}a")]
    assert listed == [name for name in spine if name not in ("cover.xhtml", "title.xhtml", "nav.xhtml")]
    titles = {page.front_matter.title for page in shown_guide.pages if page.front_matter}
    assert {"".join(link.itertext()) for link in contents.iter(f"{XHTML}a")} <= titles
    assert not [name for name in spine if name and name.startswith(("clinics-", "contributing-"))]


def test_every_link_inside_leads_to_a_place(pages: dict[str, Any]) -> None:
    places = {name: {element.get("id") for element in page.iter()} for name, page in pages.items()}
    links = [(name, link.get("href")) for name, page in pages.items() for link in page.iter(f"{XHTML}a")]
    inside = [(name, href) for name, href in links if href and ":" not in href]
    assert len(inside) > 500
    for name, href in inside:
        target, _, anchor = href.partition("#")
        assert target in places, (name, href)
        assert not anchor or anchor in places[target], (name, href)


def test_it_asks_for_nothing_from_elsewhere(book: dict[str, bytes], pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        elements = list(page.iter())
        assert not {element.tag.split("}")[1] for element in elements} & {"script", "form", "iframe", "object", "input"}
        asked = [element.get("src") for element in elements if element.get("src")]
        asked += [element.get("href") for element in elements if element.tag != f"{XHTML}a" and element.get("href")]
        assert not [one for one in asked if f"EPUB/{one}" not in book], name
    css = b"".join(content for name, content in book.items() if name.endswith(".css"))
    assert b"url(" not in css
    assert b"@import" not in css
    assert b"var(" not in css, "old e-readers know no variables"


def test_what_is_shown_is_said(pages: dict[str, Any]) -> None:
    drawings = [svg for page in pages.values() for svg in page.iter(f"{SVG}svg")]
    assert len(drawings) > 10
    for svg in drawings:
        names = (svg.get("aria-labelledby") or "").split()
        said = {element.get("id"): element.text for element in svg.iter()}
        assert svg.get("aria-hidden") == "true" or all(said.get(name) for name in names), names
        assert svg.get("aria-hidden") == "true" or len(names) == 2
    assert not [image for page in pages.values() for image in page.iter(f"{XHTML}img") if not image.get("alt")]


def test_drawings_bring_their_look_along_and_suit_any_ground(pages: dict[str, Any]) -> None:
    """Many e-readers know no styles inside a drawing: there, a shape that says nothing of itself is black."""
    shapes = {f"{SVG}{tag}" for tag in ("path", "circle", "rect", "ellipse", "line", "polygon")}
    for page in pages.values():
        for svg in page.iter(f"{SVG}svg"):
            said = [svg, *(child for child in svg.iter() if child.get("class"))]
            assert svg.get("fill") in ("none", "currentColor")
            for shape in svg.iter():
                if shape.tag in shapes and "area" in (shape.get("class") or ""):
                    assert shape.get("fill") == "none" or float(shape.get("fill-opacity", 1)) < 0.5
            assert said


def test_the_package_says_for_whom_it_is_fit(package: Any) -> None:
    found: dict[str, list[str]] = {}
    for meta in package.iter(f"{OPF}meta"):
        found.setdefault(str(meta.get("property")), []).append(str(meta.text))
    assert {"textual", "visual"} == set(found["schema:accessMode"])
    assert found["schema:accessModeSufficient"] == ["textual"]
    assert {"alternativeText", "tableOfContents"} <= set(found["schema:accessibilityFeature"])
    assert found["schema:accessibilityHazard"] == ["none"]
    assert "Nobody has certified this." in found["schema:accessibilitySummary"][0]
    assert package.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", found["dcterms:modified"][0])
