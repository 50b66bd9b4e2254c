"""What two checkers of other people say of the PDFs of the real site."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from page import ValidationProfile, validate_pdf
from worksheets.authoring.source_files import Folders
from worksheets.exercises.exercise_addresses import (
    LARGE_PRINT,
    PAPERS,
    book_pdf,
    exercise_pdf,
    section_pdf,
    workbook_pdf,
)
from worksheets.guide.whole_guide import read_guide

from tests.support.project import ROOT
from tests.support.renderers import BRAND

GUIDE, _ = read_guide(Folders.of(ROOT))
EXERCISES = sorted(GUIDE.catalogue.entries)


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
