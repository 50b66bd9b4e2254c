"""An author sees one exercise in every form at once."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2

from tests.support.project import ROOT


def exported(exercise: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "hooks/export_exercise.py", "mkdocs.yml", exercise, str(folder)]
    return subprocess.run(
        command, cwd=ROOT, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": "hooks"}, capture_output=True, text=True
    )


def test_one_exercise_comes_in_every_form_and_each_file_is_named(tmp_path: Path) -> None:
    done = exported("growth/monthly-minute", tmp_path)
    assert done.returncode == 0, done.stderr
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert [line for line in done.stdout.splitlines() if line.startswith(str(tmp_path))] == [
        str(tmp_path / name) for name in sorted(files, key=lambda name: done.stdout.index(f"{name}\n"))
    ]
    pdfs = {name for name in files if name.endswith(".pdf")}
    assert pdfs == {f"monthly-minute{suffix}.pdf" for suffix in ("", "-large", "-letter", "-letter-large")}
    assert all(len(pypdfium2.PdfDocument(files[name])) for name in pdfs)
    assert "word/document.xml" in ZipFile(BytesIO(files["monthly-minute.docx"])).namelist()
    for release in ("r4", "r5"):
        assert json.loads(files[f"growth.monthly-minute-{release}.json"])["resourceType"] == "Questionnaire"
    assert len(files) == 7


def test_a_name_that_is_almost_right_is_told(tmp_path: Path) -> None:
    done = exported("growth/monthly-minutes", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no exercise “growth/monthly-minutes”. Did you mean `growth/monthly-minute`" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
