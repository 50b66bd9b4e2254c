"""Markers and citations in Markdown: found, replaced, and left alone in code."""

from pathlib import Path

from worksheets.page import Marker, expand, read_page

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


def test_expand_replaces_markers_and_citations_and_nothing_else() -> None:
    body = PAGE.split("---\n", 2)[2]
    expanded = expand(body, lambda marker: f"<div>{marker.argument} below {marker.heading}</div>", "+".join)
    assert expanded == (
        body.replace("[@brown2010calm;\n@green2012space]", "brown2010calm+green2012space")
        .replace("[@brown2010calm]", "brown2010calm")
        .replace("<!-- exercise: one/sheet -->\n", "\n<div>one/sheet below 3</div>\n\n")
        .rstrip("\n")
    )
