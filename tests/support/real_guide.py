"""The real guide, read once for all who ask for it while tests are collected."""

from functools import cache

from worksheets.authoring.source_files import Folders
from worksheets.guide.guide_reader import read_guide
from worksheets.guide.whole_guide import Guide

from tests.support.project import ROOT


@cache
def real_guide() -> Guide:
    """The real guide, which has no problem. It takes a third of a second to read."""
    guide, problems = read_guide(Folders.of(ROOT))
    assert not problems, [str(problem) for problem in problems]
    return guide
