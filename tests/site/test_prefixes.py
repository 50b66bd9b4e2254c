"""Properties that older browsers know by another name have it beside the plain one, and keep it in a finished page.

By the browser-compat-data of MDN: print-color-adjust without a prefix needs Chrome 136, and no Safari on a telephone
knows text-size-adjust without one.
"""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser
from worksheets.exercises.kinds import kinds_style
from worksheets.site.pruning.names_in_page import names_used
from worksheets.site.pruning.stylesheet import read_stylesheet

from tests.support.project import ROOT

PAGE = '<html><section class="exercise"><textarea class="control" rows="1" placeholder=" "></textarea></section></html>'


@pytest.mark.parametrize("name", ["print-color-adjust", "text-size-adjust"])
def test_the_older_name_stands_beside_the_plain_one(name: str) -> None:
    files = sorted((ROOT / "docs" / "assets" / "stylesheets").glob("*.css"))
    css = "".join(path.read_text(encoding="utf-8") for path in files) + kinds_style()
    written = read_stylesheet(css).text(names_used(LexborHTMLParser(PAGE)))
    plain = re.findall(rf"(?<!-webkit-)\b{name}:[^;}}]+", written)
    assert plain
    for declaration in plain:
        assert f"-webkit-{declaration};{declaration}" in written
