"""What is typed, ticked and chosen in the PDF of each exercise is there when the file is opened again."""

import io
import subprocess
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from worksheets.exercises.exercise_addresses import PAPERS, exercise_pdf

from tests.support.pdf_viewers import form_fields
from tests.support.real_guide import real_guide

EXERCISES = sorted(real_guide().catalogue.entries)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_what_is_filled_in_is_there_when_the_file_is_opened_again(exercise: str, site: Path, tmp_path: Path) -> None:
    blank = site / exercise_pdf(exercise, PAPERS[0])
    writer = pypdf.PdfWriter(clone_from=blank)
    values = {}
    for number, (name, field) in enumerate(form_fields(pypdf.PdfReader(blank)).items()):
        if field["/FT"] == "/Tx":
            values[name] = f"Żółć {number} – straße"
        elif field["/FT"] == "/Ch":
            values[name] = str(field["/Opt"][-2][0])
        else:
            states = [kid.get_object()["/AP"]["/N"] for kid in field.get("/Kids", [field])]
            values[name] = next(iter(states[-1]))
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    filled = tmp_path / "filled.pdf"
    writer.write(filled)
    again = form_fields(pypdf.PdfReader(filled))
    assert {name: str(field["/V"]) for name, field in again.items()} == values
    seen = subprocess.run(["pdftotext", "-raw", filled, "-"], capture_output=True, text=True, check=True).stdout
    assert not [value for value in values.values() if not value.startswith("/") and value not in seen]
    assert _ink(filled) > _ink(blank) + len(values)


def _ink(path: Path) -> int:
    """How many dots of all pages are dark, as poppler draws them."""
    drawn = subprocess.run(["pdftoppm", "-r", "36", "-gray", path], capture_output=True, check=True).stdout
    return sum(dot < 128 for dot in drawn)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_in_the_viewer_of_chromium_one_choice_excludes_the_others(exercise: str, site: Path) -> None:
    path = site / exercise_pdf(exercise, PAPERS[0])
    document, reader = pypdfium2.PdfDocument(path), pypdf.PdfReader(path)
    document.init_forms()
    buttons = {name: field for name, field in form_fields(reader).items() if field["/FT"] == "/Btn"}
    groups = {name: field["/Kids"] for name, field in buttons.items() if "/Kids" in field}
    for kids in groups.values():
        for kid in kids:
            _click(document, reader, kid.get_object())
    again = form_fields(pypdf.PdfReader(_saved(document)))
    for name in groups:
        chosen = [str(kid.get_object()["/AS"]) for kid in again[name]["/Kids"]]
        assert chosen[-1] != "/Off"
        assert set(chosen[:-1]) == {"/Off"}, chosen
        assert str(again[name]["/V"]) == chosen[-1]
    document.close()


def test_what_is_typed_in_the_viewer_of_chromium_survives_saving(site: Path, tmp_path: Path) -> None:
    path = site / exercise_pdf("safe-space/conversation-agreement", PAPERS[0])
    document, reader = pypdfium2.PdfDocument(path), pypdf.PdfReader(path)
    document.init_forms()
    wanted = {}
    for number, (name, field) in enumerate(form_fields(reader).items()):
        if field["/FT"] == "/Tx":
            wanted[name] = f"Wir sagen halt, {number}"
            _click(document, reader, field["/Kids"][0].get_object() if "/Kids" in field else field, wanted[name])
    saved = _saved(document)
    assert {name: str(form_fields(pypdf.PdfReader(saved))[name]["/V"]) for name in wanted} == wanted
    (tmp_path / "saved.pdf").write_bytes(saved.getvalue())
    command = ["pdftotext", "-raw", str(tmp_path / "saved.pdf"), "-"]
    seen = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert [value for value in wanted.values() if value not in seen] == []


def _click(document: pypdfium2.PdfDocument, reader: pypdf.PdfReader, widget: Any, typed: str = "") -> None:
    """Click into the middle of a widget, as a reader does, and type."""
    raw = pypdfium2.raw
    pages = [page.indirect_reference for page in reader.pages]
    page = document[pages.index(widget.raw_get("/P"))]
    left, bottom, right, top = (float(side) for side in widget["/Rect"])
    middle = (left + right) / 2, (bottom + top) / 2
    raw.FORM_OnLButtonDown(document.formenv, page, 0, *middle)
    raw.FORM_OnLButtonUp(document.formenv, page, 0, *middle)
    for letter in typed:
        raw.FORM_OnChar(document.formenv, page, ord(letter), 0)
    raw.FORM_ForceToKillFocus(document.formenv)


def _saved(document: pypdfium2.PdfDocument) -> io.BytesIO:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer
