"""What a build says where a library of the system is missing: a sentence with the command, once."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.host import HOST
from tests.support.project import ROOT
from tests.support.small_site import small_site_with_pdfs


@pytest.fixture
def without_it(tmp_path: Path) -> str:
    """Where the loader looks first, and finds something of that name that is no library."""
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "libharfbuzz-subset.so.0").write_bytes(b"")
    return str(tmp_path / "hidden")


def test_without_harfbuzz_subset_there_are_pdfs_and_one_sentence(without_it: str, tmp_path: Path) -> None:
    root = small_site_with_pdfs(tmp_path / "guide")
    # the command itself, and not `python -m mkdocs`, which does not show what Python warns of
    done = subprocess.run(
        [sys.executable, "-c", f"from {HOST}.__main__ import cli; cli()", "build", "--strict"],
        cwd=root,
        env=os.environ | {"LD_LIBRARY_PATH": without_it, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (root / "site" / "worksheets" / "workbook.pdf").is_file()
    (said,) = [line for line in done.stderr.splitlines() if "HarfBuzz" in line]
    assert said.startswith("INFO    -  PDFs are made without the library HarfBuzz-Subset")
    assert "install" in said
    assert "Deprecat" not in done.stderr
    assert 'File "' not in done.stderr


def test_a_pdf_made_without_it_is_not_taken_for_one_made_with_it(without_it: str) -> None:
    program = "from worksheets.paper.native_libraries import libraries; print(libraries())"

    def named(**more: str) -> str:
        environment = os.environ | {"PYTHONPATH": str(ROOT / "hooks")} | more
        return subprocess.check_output([sys.executable, "-c", program], env=environment, text=True)

    assert named() == named()
    assert named() != named(LD_LIBRARY_PATH=without_it)
    assert re.search(r"HarfBuzz \d+\.\d+\.\d+", named()), "a version that sets the same letters otherwise"


def test_a_pdf_made_with_one_more_library_is_another(tmp_path: Path) -> None:
    """WeasyPrint draws coloured letters by `harfbuzz-vector` where it finds it. Another library stands for it here."""
    program = (
        "from weasyprint.text.ffi import harfbuzz_subset; from worksheets.paper.native_libraries import libraries\n"
        "maps = open('/proc/self/maps')\n"
        "print(libraries()); print(next(line.split()[-1] for line in maps if 'harfbuzz-subset' in line))"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT / "hooks")}
    said, found = subprocess.check_output([sys.executable, "-c", program], env=environment, text=True).splitlines()
    (tmp_path / "libharfbuzz-vector.so.0").symlink_to(found)
    more = environment | {"LD_LIBRARY_PATH": str(tmp_path)}
    assert subprocess.check_output([sys.executable, "-c", program], env=more, text=True).splitlines()[0] != said
