"""What authors are told of a guide, in words."""

import shutil
from pathlib import Path

from worksheets.authoring.problems import report
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.guide.guide_reader import read_guide
from worksheets.guide.prose_rules import broken_rules

from tests.support.project import SMALL_GUIDE, replace


def said(root: Path, with_rules: bool = False, clinic: Path | None = None) -> str:
    """All that the author of a guide, or of a clinic's copy of it, is told; empty if nothing is wrong."""
    if clinic:
        _, guide, problems = read_edition(Folders.of(root), clinic)
    else:
        guide, problems = read_guide(Folders.of(root))
    if with_rules:
        problems += broken_rules(guide)
    return report(problems) if problems else ""


def said_of_changed(folder: Path, file: str, changes: dict[str, str]) -> str:
    """What the author of the small guide is told, once words in one of its files are replaced."""
    root = Path(shutil.copytree(SMALL_GUIDE, folder / "guide"))
    for old, new in changes.items():
        replace(root / file, old, new)
    return said(root)
