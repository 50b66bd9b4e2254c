"""The PDF of a pack: what it holds and where, its fields, and the square codes of its sheets."""

import io
import json
import re
import subprocess
import sys
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from page import ValidationProfile, validate_pdf
from worksheets.guide.whole_guide import Guide
from worksheets.paper.leaf_writer import SheetContext
from worksheets.paper.pack_writer import PackWriter
from worksheets.rendering.qr_codes import QUIET

from tests.support.pdf_viewers import pressed, widgets
from tests.support.real_sheets import ADDRESS, real_pdf, real_sheets
from tests.support.renderers import renderer_for

PACK = "first-evening"
PATH = f"packs/{PACK}.pdf"
CODE = 25
"""The side of a code with its quiet zone, in millimetres."""
DOTS = 200
"""In an inch."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("packs") / "pack.pdf"
    path.write_bytes(real_pdf(PATH))
    return path


def fields(pdf: bytes) -> dict[str, Any]:
    form: Any = pypdf.PdfReader(io.BytesIO(pdf)).root_object["/AcroForm"]
    every = [reference.get_object() for reference in form["/Fields"]]
    names = [str(field["/T"]) for field in every]
    assert len(names) == len(set(names)), "two fields share a name"
    return dict(zip(names, every, strict=True))


def text(path: Path) -> list[str]:
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    return [" ".join(page.split()) for page in said.split("\f")][:-1]


def test_its_contents_have_true_page_numbers(file: Path, guide: Guide) -> None:
    pages = text(file)
    pack = guide.packs.entries[PACK].pack
    titles = [guide.catalogue.entries[id_].exercise.title for id_ in pack.exercises]
    titles += [page.front_matter.title for page in guide.pages if page.path in pack.pages and page.front_matter]
    assert len(titles) == 4
    for title in titles:
        said = re.search(re.escape(title) + r"[ .]+(\d+)", pages[0])
        assert said, f"{title} is not in the contents"
        assert pages[int(said[1]) - 1].startswith(title) or f" {title} " in pages[int(said[1]) - 1][:200]
        assert pages[int(said[1]) - 1].endswith(f"{said[1]} / {len(pages)}")


def test_it_opens_with_its_contents_beside_it_and_a_single_sheet_does_not(file: Path) -> None:
    assert pypdf.PdfReader(file).page_mode == "/UseOutlines"
    assert pypdf.PdfReader(io.BytesIO(real_pdf("worksheets/repair/pause-plan.pdf"))).page_mode is None


def test_its_first_page_says_when_to_stop_and_that_its_order_is_not_tested(file: Path, guide: Guide) -> None:
    first, pack = text(file)[0], guide.packs.entries[PACK].pack
    for words in (pack.title, pack.for_whom, pack.stop, pack.note, "Nobody has tested whether this order helps."):
        assert " ".join(words.split()) in first
    assert first.index(pack.stop[:40]) < first.index(pack.note[:40]), "safety comes first"


def test_what_is_typed_and_saved_in_the_viewer_of_chromium_is_there(file: Path, tmp_path: Path) -> None:
    boxes = list({one.page: one for one in widgets(file.read_bytes(), "/Tx")}.values())
    assert len(boxes) > 2
    spots = [(one.page, (one.box[0] + one.box[2]) / 2, (one.box[1] + one.box[3]) / 2) for one in boxes]
    saved = pressed(file.read_bytes(), spots, "Żółć")
    again = fields(saved)
    assert {again[one.name]["/V"] for one in boxes} == {"Żółć"}
    (tmp_path / "saved.pdf").write_bytes(saved)
    assert " ".join(text(tmp_path / "saved.pdf")).count("Żółć") == len(boxes)


def test_no_field_is_called_like_one_of_another_file(file: Path) -> None:
    alone = fields(real_pdf("worksheets/safe-space/before-we-start.pdf"))
    mine = fields(file.read_bytes())
    assert len(alone) > 5
    assert not alone.keys() & mine.keys()
    other = {name.removesuffix("--first-evening") for name in mine}
    assert alone.keys() <= other


def test_two_checkers_find_it_to_be_pdf_ua(file: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    program = "from outloud.cli import main; main()"
    subprocess.run([sys.executable, "-c", program, "--json", report, file], capture_output=True, check=False)
    (result,) = json.loads(report.read_text(encoding="utf-8"))["results"]
    errors = [one for one in result["findings"] if one["severity"] == "error"]
    # Of a long title in the margin it says that prose is left out.
    assert [one for one in errors if not one["evidence"].startswith("Rupture and repair ")] == []
    found = validate_pdf(file, profile=ValidationProfile.PDF_UA_1)
    assert [(one.rule_id, one.message) for one in found.failures] == []


def codes(path: Path, folder: Path) -> list[list[str]]:
    """What a decoder reads from the pages that have a code."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(path)):
        picture = folder / f"{number}.png"
        page.render(scale=DOTS / 72).to_pil().save(picture)
        done = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture],
                              capture_output=True, text=True)  # fmt: skip
        if done.stdout:
            found.append(done.stdout.split())
    return found


def test_a_phone_finds_each_sheet_and_the_pack(file: Path, tmp_path: Path, guide: Guide) -> None:
    wanted = [[f"{ADDRESS}packs/{PACK}/"]]
    wanted += [[f"{ADDRESS}worksheets/{id_}/"] for id_ in guide.packs.entries[PACK].pack.exercises]
    assert codes(file, tmp_path) == wanted


def test_a_code_has_words_and_is_large_enough(file: Path) -> None:
    html = "".join(real_sheets()[PATH].documents)
    assert html.count(f'alt="Square code for a phone. It leads to {ADDRESS}packs/{PACK}/"') == 1
    source = re.search(r'class="sheet-code"><img src="data:image/svg\+xml;base64,([^"]+)"', html)
    assert source
    box = re.search(r'viewBox="0 0 (\d+)', b64decode(source[1]).decode())
    assert box
    modules = int(box[1])
    assert CODE * (modules - 2 * QUIET) / modules >= 18


def test_a_private_copy_has_no_code_and_neither_has_a_copy_without_an_address() -> None:
    sheets = real_sheets()
    assert "sheet-code" in sheets["worksheets/safe-space/conversation-agreement.pdf"].html
    assert "sheet-code" not in sheets["worksheets/safe-space/conversation-agreement-copies.pdf"].html


def test_a_page_that_no_workbook_has_is_found_by_its_number_too(guide: Guide) -> None:
    """A link from the contents stays in the file, though the site has an address."""
    entry = guide.packs.entries[PACK]
    pack = entry.pack.model_copy(update={"pages": ("right-now.md",)})
    context = SheetContext(ADDRESS, "", {}, str)
    sheet = next(PackWriter(renderer_for(guide), context, replace(entry, pack=pack)).all())
    assert '<a href="#right-now">' in sheet.html
    assert any('id="right-now"' in document for document in sheet.more)
