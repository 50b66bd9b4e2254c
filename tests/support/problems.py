"""What authors are told of a guide, in words."""

from pathlib import Path

from worksheets.authoring.problems import report
from worksheets.editions.edition import read_edition
from worksheets.guide.style_rules import broken_rules
from worksheets.guide.whole_guide import Folders, read_guide


def said(root: Path, with_rules: bool = False, clinic: Path | None = None) -> str:
    if clinic:
        _, guide, problems = read_edition(Folders.of(root), clinic)
    else:
        guide, problems = read_guide(Folders.of(root))
    if with_rules:
        problems += broken_rules(guide)
    return report(problems) if problems else ""
