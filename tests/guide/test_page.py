"""Markers and citations in Markdown: found, replaced, and left alone in code."""

from pathlib import Path

from markdown import Markdown
from worksheets.guide.page import Marker, cited, filled, read_page

PAGE = """\
---
title: A page
description: A page to test with.
last_reviewed: 2026-11-22
clinical_review: not yet
---

# A page

Words [@brown2010calm] and `[@code]`
over two lines [@brown2010calm;
@green2012space].

### Deeper
<!-- exercise: one/sheet -->

```markdown
<!-- exercise: one/other -->
[@code]
```

<!-- a plain note to authors -->
"""


def read(tmp_path: Path, text: str = PAGE) -> tuple[tuple[Marker, ...], tuple[tuple[str, int], ...], list[str]]:
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    page, problems = read_page(path, "page.md", "docs/page.md")
    return page.markers, page.citations, [str(problem) for problem in problems]


def test_a_page_is_read(tmp_path: Path) -> None:
    markers, citations, problems = read(tmp_path)
    assert not problems
    assert markers == (Marker("exercise", "one/sheet", 15, 3),)
    assert citations == (("brown2010calm", 10), ("brown2010calm", 11), ("green2012space", 11))


def test_windows_lines_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + PAGE.replace("\n", "\r\n")) == read(tmp_path)


def test_citations_are_replaced_and_nothing_else() -> None:
    body = PAGE.split("---\n", 2)[2]
    assert cited(body, "+".join) == (
        body.replace("[@brown2010calm;\n@green2012space]", "brown2010calm+green2012space")
        .replace("[@brown2010calm]", "brown2010calm")
        .replace("<!-- exercise: one/sheet -->\n", "\n<!-- exercise: one/sheet -->\n\n")
        .rstrip("\n")
    )


def test_a_marker_below_a_paragraph_stands_outside_it() -> None:
    body = cited("Words.\n<!-- exercise: one/sheet -->\nMore words.", "+".join)
    html = filled(Markdown().convert(body), body, lambda marker: "<form></form>")
    assert html == "<p>Words.</p>\n<form></form>\n\n<p>More words.</p>"


def test_what_a_marker_shows_stands_in_the_page_as_it_is() -> None:
    body = PAGE.split("---\n", 2)[2]
    shown = "<div>\n\n    *{0}* below\n\n# {1}\n</div>"
    page = Markdown(extensions=["pymdownx.superfences"]).convert(body)
    html = filled(page, body, lambda marker: shown.format(marker.argument, marker.heading))
    assert html == page.replace("<!-- exercise: one/sheet -->", shown.format("one/sheet", 3))
    assert html.count("<div>") == 1, "a marker in code is shown as it is written"
