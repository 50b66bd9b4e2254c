"""A heading keeps its name in addresses, in whatever script it is written."""

import re

import pytest
from worksheets.guide.markdown.html_writer import html_of


@pytest.mark.parametrize(
    ("heading", "id_"),
    [
        ("How to do it", "how-to-do-it"),
        ("Qué está pasando", "que-esta-pasando"),
        ("كيف تقرؤون بأمان أكبر", "كيف-تقرؤون-بأمان-أكبر"),
        ("Что происходит", "что-происходит"),
        ("أول خطوة {#first-step}", "first-step"),
    ],
)
def test_what_stands_above_a_heading_does_not_rename_it(heading: str, id_: str) -> None:
    for above in ("", "## قبلها\n\n"):
        assert re.findall('<h2 id="([^"]*)"', html_of(f"{above}## {heading}"))[-1] == id_
