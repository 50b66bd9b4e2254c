"""Templates place drawings by name, those of pages and those of exercises alike."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.support.project import ROOT, mkdocs, replace
from tests.support.small_site import small_site

PAGE, EXERCISE = "overrides/partials/colophon.html", "overrides/worksheets/exercise.html"
CLOCK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 2h3"/></svg>'


def add(file: Path, call: str) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{{{{ {call} }}}}\n", encoding="utf-8")


def test_both_kinds_of_template_place_the_same_drawing(tmp_path: Path) -> None:
    project = small_site(tmp_path)
    for template in (PAGE, EXERCISE):
        add(project / template, 'drawing("icons/clock")')
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    page = LexborHTMLParser((project / "site/worksheets/one/ticks/index.html").read_text(encoding="utf-8"))
    clock = (ROOT / "pictures/icons/clock.svg").read_text(encoding="utf-8")
    shape = re.search(r' d="([^"]+)"', clock)
    assert shape
    icons = [icon for icon in page.css("svg.icon") if shape[1] in (icon.html or "")]
    assert len(icons) >= 2
    assert {icon.html for icon in icons} == {icons[0].html}
    wanted = {"class": "icon", "viewBox": "0 0 24 24", "aria-hidden": "true", "focusable": "false"}
    assert dict(icons[0].attributes) == wanted
    assert icons[0].css("path[d]")
    assert not icons[0].text().strip()


@pytest.mark.parametrize("template", [PAGE, EXERCISE])
def test_a_template_that_names_none_of_them_stops_the_build_in_its_own_word(template: str, tmp_path: Path) -> None:
    project = small_site(tmp_path)
    add(project / template, 'drawing("icons/" ~ "clok")')
    done = mkdocs("build", folder=project)
    assert done.returncode != 0
    assert 'drawing("icons/clok"): there is no such file in pictures/. Did you mean `icons/clock`' in done.stderr
    assert template in done.stderr
    assert not (project / "site").exists()


def test_a_clinic_puts_its_own_in_the_place_of_one(tmp_path: Path) -> None:
    project = small_site(tmp_path)
    add(project / PAGE, 'drawing("icons/clock")')
    own = project / "pictures" / "icons" / "clock.svg"
    own.write_text(CLOCK, encoding="utf-8")
    replace(own, "M1 2h3", "M4 5h6")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    assert "M4 5h6" in (project / "site/index.html").read_text(encoding="utf-8")
