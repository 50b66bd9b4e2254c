"""The PDFs of the real site: every one complete, named, fillable, and the same in every reader that we can run."""

import json
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from page import ValidationProfile, validate_pdf
from playwright.sync_api import Browser
from worksheets.exercises.exercise_addresses import (
    LARGE_PRINT,
    PAPERS,
    Paper,
    book_pdf,
    exercise_pdf,
    section_pdf,
    workbook_pdf,
)
from worksheets.guide.whole_guide import Guide

from tests.support.pdf_viewers import form_fields
from tests.support.real_guide import real_guide
from tests.support.renderers import BRAND, words
from tests.support.translated_pages import is_translated

GUIDE = real_guide()
EXERCISES = sorted(GUIDE.catalogue.entries)
TYPES = {"radio": "/Btn", "checkbox": "/Btn", "select-one": "/Ch"}
NAME_BY_A_SIGNATURE = re.compile(r"--name-[12]$")
"""On paper it is the name that is typed at the top of the sheet, and no field of its own."""
LARGEST_PAGE = 150_000
"""The size in bytes that a sheet of one page stays under."""


def _spoken(field: Any) -> Iterator[str]:
    yield str(field.get("/TU", ""))
    yield from (str(kid.get_object().get("/TU", "")) for kid in field.get("/Kids", ()))


@pytest.fixture(scope="module")
def printed_controls(browser: Browser, address: str) -> Iterator[Callable[[str], list[dict[str, str]]]]:
    """What a browser would print of an exercise: the name, question and options of each control that is not hidden."""
    page = browser.new_page()
    page.emulate_media(media="print")

    def look(exercise: str) -> list[dict[str, str]]:
        page.goto(f"{address}worksheets/{exercise}/")
        found: list[dict[str, str]] = page.evaluate(
            """() => [...document.querySelectorAll("form :is(input, textarea, select)")]
                .filter(one => one.getClientRects().length)
                .map(one => ({
                    name: one.name || one.id,
                    type: one.type,
                    label: one.ariaLabel ?? one.labels[0].textContent.trim(),
                    question: one.closest("fieldset")?.querySelector("legend").textContent.trim() ?? "",
                }))"""
        )
        return found

    yield look
    page.close()


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_control_is_one_field_with_its_question_as_name(
    exercise: str, site: Path, printed_controls: Callable[[str], list[dict[str, str]]]
) -> None:
    controls = [control for control in printed_controls(exercise) if not NAME_BY_A_SIGNATURE.search(control["name"])]
    for paper in (*PAPERS, *LARGE_PRINT):
        fields = form_fields(pypdf.PdfReader(site / exercise_pdf(exercise, paper)))
        assert list(fields) == list(dict.fromkeys(control["name"] for control in controls))
        for control in controls:
            field = fields[control["name"]]
            assert field["/FT"] == TYPES.get(control["type"], "/Tx")
            assert bool(field.get("/Ff", 0) & 1 << 12) == (control["type"] == "textarea")
            said = " ".join(_spoken(field))
            words = " ".join(f"{control['question']} {control['label']}".split()).replace(":", "")
            assert set(words.split()) <= set(said.replace(":", "").split()), (words, said)
            assert all(one and not one.startswith("w-") for one in _spoken(field))


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_text_comes_in_the_order_of_the_sheet(exercise: str, site: Path) -> None:
    entry = GUIDE.catalogue.entries[exercise].exercise
    wanted = [entry.title]
    for part in entry.parts:
        wanted += [part.title, *(field.label for field in part.fields_ if hasattr(field, "label"))]
    for paper in PAPERS:
        path = site / exercise_pdf(exercise, paper)
        text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
        text, at = " ".join(text.split()), 0
        for said in wanted:
            found = text.find(said.replace("'", "’"), at)
            assert found >= 0, f"{said!r} does not come after what stands before it"
            at = found + 1


def test_a_checker_of_accessibility_finds_no_error(site: Path, tmp_path: Path) -> None:
    some = [exercise_pdf(exercise, PAPERS[0]) for exercise in EXERCISES]
    some += [exercise_pdf(EXERCISES[0], paper) for paper in (PAPERS[1], *LARGE_PRINT)]
    some += [section_pdf(section.id, PAPERS[0]) for section in GUIDE.catalogue.sections]
    some += [exercise_pdf("safe-space/conversation-agreement", PAPERS[0], copies=True), workbook_pdf(PAPERS[0])]
    some += [book_pdf(PAPERS[0])]
    report = tmp_path / "report.json"
    program = Path(sys.executable).parent / "outloud"
    subprocess.run([program, "--json", report, *(site / path for path in some)], capture_output=True, check=False)
    results = json.loads(report.read_text(encoding="utf-8"))["results"]
    assert len(results) == len(some)
    found = [(r["path"], f) for r in results for f in r["findings"] if f["severity"] == "error"]
    assert not [(path, one["rule"], one["evidence"]) for path, one in found if not is_head(one)]


def is_head(finding: dict[str, Any]) -> bool:
    """Whether the checker takes the head of a page, the copy's name and the sheet's title, for a line of prose.

    It counts words; heads are furniture, and the title stands in the sheet itself.
    """
    return bool(finding["rule"] == "TAG-002" and finding["evidence"].startswith(f"{BRAND.name} "))


def test_a_second_checker_finds_every_pdf_to_be_pdf_ua(site: Path) -> None:
    every = [path for path in sorted(site.rglob("*.pdf")) if not path.stem.endswith("-booklet")]  # for paper alone
    found = {str(path): validate_pdf(path, profile=ValidationProfile.PDF_UA_1) for path in every}
    assert len(found) > len(EXERCISES)
    assert not {
        path: [(one.rule_id, one.message) for one in report.failures]
        for path, report in found.items()
        if not report.is_compliant
    }


def test_no_pdf_holds_a_script_or_an_address_to_send_to(site: Path) -> None:
    for path in site.rglob("*.pdf"):
        file = path.read_bytes()
        packed = re.findall(rb"/ObjStm.{0,100}?>>\nstream\n(.*?)\nendstream", file, re.DOTALL)
        plain = re.sub(rb"stream\n.*?endstream", b"", file, flags=re.DOTALL)
        data = b"".join([plain, *map(zlib.decompress, packed)])
        assert b"/Catalog" in data, "the objects were not found"
        assert not re.search(rb"/(JS|JavaScript|AA|OpenAction|Launch|SubmitForm|ImportData)\b", data), path


WEIGHT = re.compile(r"\d+ (?:kB|كيلوبايت)")


def test_every_link_to_a_pdf_works_and_tells_the_truth(site: Path) -> None:
    """Every link says how many pages there are, in the language of its page; what it says of the size is true too."""
    link = re.compile(r'<a [^>]*href="?((?!https?:)[^" >]+\.pdf)"?[^>]*>(.*?)</a>([^<]*)', re.DOTALL)
    linked: dict[Path, set[tuple[str, str]]] = {}
    for page in site.rglob("*.html"):
        address = page.relative_to(site).as_posix()
        language = address.split("/")[0] if is_translated(address) else "en"
        for href, inside, after in link.findall(page.read_text(encoding="utf-8")):
            said = " ".join((re.sub(r"<[^>]*>", "", inside) + after).split())
            linked.setdefault((page.parent / href).resolve(), set()).add((language, said))
    assert set(linked) == {path.resolve() for path in site.rglob("*.pdf")}
    for path, several in linked.items():
        pages, size = len(pypdfium2.PdfDocument(path)), round(path.stat().st_size / 1000)
        for language, said in several:
            t, one = words(language), pages == 1
            short = str(t("one-page" if one else "pages", pages=pages))
            whole = str(t("pdf-page" if one else "pdf-pages", pages=pages, size=size))
            assert whole in said or (short in said and not WEIGHT.search(said)), (path, said)


def test_sheets_are_small(site: Path) -> None:
    for exercise in EXERCISES:
        path = site / exercise_pdf(exercise, PAPERS[0])
        assert path.stat().st_size < LARGEST_PAGE


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_workbook_has_an_outline_and_true_page_numbers(paper: Paper, site: Path, guide: Guide) -> None:
    reader = pypdf.PdfReader(site / workbook_pdf(paper))
    outline = list(_flat_outline(reader.outline))
    titles = [str(item.title) for item in outline]
    first = {str(item.title): reader.get_destination_page_number(item) for item in reversed(outline)}
    command = ["pdftotext", "-raw", str(site / workbook_pdf(paper)), "-"]
    drawn = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    text = [" ".join(page.split()) for page in drawn.split("\f")][: len(reader.pages)]
    contents = " ".join(text[first["Contents"] : first[guide.catalogue.sections[0].title]])
    for entry in guide.catalogue.entries.values():
        title = entry.exercise.title
        assert title in titles
        said = re.search(re.escape(title) + r"[ .]+(\d+)", contents)
        assert said, f"{title} is not in the contents"
        assert title in text[int(said[1]) - 1]
        assert f"{said[1]} / {len(text)}" in text[int(said[1]) - 1]
    assert str(reader.root_object["/Lang"]) == "en"
    assert len(form_fields(reader)) == sum(
        len(form_fields(pypdf.PdfReader(site / exercise_pdf(exercise, PAPERS[0])))) for exercise in EXERCISES
    )


def _flat_outline(items: Any) -> Iterator[pypdf.generic.Destination]:
    for item in items:
        if isinstance(item, list):
            yield from _flat_outline(item)
        else:
            yield item


def test_a_private_copy_holds_one_box_where_two_would_write(site: Path) -> None:
    path = site / exercise_pdf("safe-space/conversation-agreement", PAPERS[0], copies=True)
    fields = form_fields(pypdf.PdfReader(path))
    private = [name for name in fields if "--copy-1--" in name]
    assert [name.replace("--copy-1--", "--copy-2--") for name in private] == [n for n in fields if "--copy-2--" in n]
    assert sum(name.endswith("--stay") for name in private) == 1
    assert not any("--agreed--" in name for name in private)
    assert {"stay--1", "stay--2"} <= {name.split("--shared--")[1] for name in fields if "--shared--" in name}
