"""What authors are told of a guide, in words."""

import shutil
from pathlib import Path

from worksheets.authoring.problems import report
from worksheets.authoring.source_files import Folders, Source
from worksheets.editions.edition import read_edition
from worksheets.guide.guide_reader import read_guide
from worksheets.guide.page import read_page
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


HEAD = "---\ntitle: A page\ndescription: D.\nlast_reviewed: 2026-11-22\nclinical_review: not yet\n---\n\n# A page\n\n"
"""What a sound page begins with."""


def told_of(folder: Path, body: str) -> list[str]:
    """What is said of a page with some text, each time from the number of the line on."""
    path = folder / "page.md"
    path.write_text(HEAD + body + "\n", encoding="utf-8")
    problems = read_page(Source(path, "docs/page.md", None), "page.md")[1]
    return [str(problem).removeprefix("docs/page.md:") for problem in problems]
