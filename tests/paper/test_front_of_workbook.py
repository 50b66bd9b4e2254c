"""The pages of the guide at the front of the workbook say there what they say in the site."""

import shutil
from pathlib import Path

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser
from worksheets.authoring.source_files import Folders
from worksheets.exercises.exercise_addresses import PAPERS, workbook_pdf
from worksheets.guide.guide_reader import read_guide
from worksheets.paper.leaf_writer import SheetContext
from worksheets.paper.sheet_writer import SheetWriter

from tests.support.project import SMALL_GUIDE
from tests.support.renderers import SETTINGS, renderer_for

FRONT = (
    "---{blank}\ntitle: How\ndescription: How.\nlast_reviewed: 2026-11-22\nclinical_review: not needed\n---{blank}\n"
)
BODY = """\

# How

<!-- emergency -->

Calm helps [@brown2010calm]. ![A kettle](pictures/kettle.svg)

***

Below a line. ![Not from us](https://example.org/x.png)

<!-- helplines -->
"""


def workbook(root: Path) -> LexborHTMLParser:
    guide, problems = read_guide(Folders.of(root))
    assert not problems, [str(problem) for problem in problems]
    context = SheetContext("", "", {}, lambda text: Markdown(extensions=["attr_list"]).convert(text))
    sheets = {sheet.path: "".join(sheet.documents) for sheet in SheetWriter(renderer_for(guide), context).all()}
    return LexborHTMLParser(sheets[workbook_pdf(PAPERS[0])])


@pytest.mark.parametrize("path", SETTINGS.workbook)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("blank", ["", "  ", "\t"], ids=["bare", "blanks", "tab"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no-mark", "mark"])
def test_a_first_page_is_whole(path: str, ends: str, blank: str, mark: str, tmp_path: Path) -> None:
    shutil.copytree(SMALL_GUIDE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "docs" / path
    picture = file.parent / "pictures" / "kettle.svg"
    picture.parent.mkdir(parents=True)
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', encoding="utf-8")
    file.write_bytes((mark + (FRONT.format(blank=blank) + BODY).replace("\n", ends)).encode())
    leaf = workbook(tmp_path).css_first(f"#{path.removesuffix('.md').replace('/', '-')}")
    assert leaf is not None
    words = leaf.text()
    assert "last_reviewed" not in words
    assert "Calm helps (Brown, 2010)." in " ".join(words.split())
    assert "Below a line." in words
    assert "112" in words, "a marker shows what it shows in the site"
    ours, others = (picture.attributes["src"] or "" for picture in leaf.css("img"))
    assert ours.startswith("data:image/svg+xml;base64,")
    assert others == "https://example.org/x.png"
