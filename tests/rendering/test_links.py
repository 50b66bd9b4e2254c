"""Links to places in pages: `check` finds those that are not there, as the build would, and names the line."""

import subprocess
import sys
from pathlib import Path

import pytest
from worksheets.authoring.source_files import Source
from worksheets.exercises.exercise_addresses import exercise_page, pack_page
from worksheets.guide.citations import cited
from worksheets.guide.link_checks import own_anchors
from worksheets.guide.page import read_page
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.page_anchors import anchors, page_anchors

from tests.support.python_markdown import markdown_of_the_site
from tests.support.renderers import renderer_for
from tests.support.small_site import small_site, write_page

WORDS = """\
[Here](#twice_1), [a part](steps/one.md#not-for-this), [a sheet](steps/one.md#w-one--sheet), [its own
page](worksheets/one/sheet.md#w-one--sheet), [a work](references.md#brown2010calm), [named](#named), [raw](#raw),
[top](#top).

[Nowhere](#thrice), [no part](steps/one.md#not-for-thiss), [no
sheet](steps/one.md#w-one--shed), [no work](references.md#brown2010).

## Twice

## Twice

## It’s “a” *b* [c](a-z.md) -- d {: #named }

<p id="raw">Words</p>

`## code {: #code }` and [no code](#code)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    small_site(tmp_path)
    write_page(tmp_path, "right-now", WORDS)
    path = tmp_path / "docs" / "right-now.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("# right-now\n", "# right-now {: #top }\n"), encoding="utf-8"
    )
    return tmp_path


def test_check_names_each_place_that_is_not_there(project: Path) -> None:
    environment = {"PYTHONPATH": str(project / "hooks"), "PATH": ""}
    command = [sys.executable, "-m", "worksheets", "check"]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=60)
    lines = [line for line in done.stderr.splitlines() if "right-now.md" in line]
    assert [line.partition(" Did you mean")[0].partition(" Write one of")[0] for line in lines] == [
        "docs/right-now.md:14: Nowhere: There is no “#thrice” in right-now.md.",
        "docs/right-now.md:14: no part: There is no “#not-for-thiss” in steps/one.md.",
        "docs/right-now.md:14: no sheet: There is no “#w-one--shed” in steps/one.md.",
        "docs/right-now.md:15: no work: There is no “#brown2010” in references.md.",
        "docs/right-now.md:25: no code: There is no “#code” in right-now.md.",
    ]
    assert "Did you mean `not-for-this`?" in lines[1]
    assert done.returncode == 1


def test_the_places_of_every_real_page_are_those_that_are_rendered(guide: Guide) -> None:
    """The headings of a page have the anchors that Python-Markdown gives them, with the extensions of our pages."""
    markdown = markdown_of_the_site()
    for page in guide.pages:
        html = markdown.reset().convert(cited(page.body, lambda keys: ""))
        assert own_anchors(page) == anchors(html), page.path


def test_every_page_has_its_places(guide: Guide) -> None:
    found = page_anchors(renderer_for(guide))
    pages = {page.path for page in guide.pages}
    packs = {pack_page(id_) for id_ in guide.packs.entries}
    assert found.keys() == pages | packs | {exercise_page(id_) for id_ in guide.catalogue.entries}
    assert "w-repair--my-replay" in found["guides/repair-worksheets.md"]()
    assert "w-repair--my-replay" in found["worksheets/repair/my-replay.md"]()
    assert guide.cited <= found["references.md"]()


@pytest.mark.parametrize("heading", ["One\n===", "#One", "# One #", "# *One*", "# [One](a.md)", "# `One`"])
def test_a_heading_of_any_form_is_a_place(heading: str, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"\n{heading}\n", encoding="utf-8")
    page, _ = read_page(Source(tmp_path / "page.md", "page.md", None), "page.md")
    assert own_anchors(page) == {"one"}
