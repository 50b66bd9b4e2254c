"""Markers and citations in Markdown: found, replaced, and left alone in code."""

from datetime import date
from pathlib import Path

import pytest
from markdown import Markdown
from worksheets.authoring.source_files import Source
from worksheets.authoring.words import Words
from worksheets.guide.citations import cited
from worksheets.guide.front_matter import split_front_matter
from worksheets.guide.markers import Marker, filled
from worksheets.guide.page import read_page

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

## Deep
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
    page, problems = read_page(Source(path, "docs/page.md", None), "page.md")
    return page.markers, page.citations, [str(problem) for problem in problems]


def test_a_page_is_read(tmp_path: Path) -> None:
    markers, citations, problems = read(tmp_path)
    assert not problems
    assert markers == (Marker("exercise", "one/sheet", 16, 3),)
    assert citations == (("brown2010calm", 10), ("brown2010calm", 11), ("green2012space", 11))


def test_windows_lines_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + PAGE.replace("\n", "\r\n")) == read(tmp_path)


def test_citations_are_replaced_and_nothing_else() -> None:
    body = PAGE.split("---\n", 2)[2]
    assert cited(body, "+".join) == (
        body.replace("[@brown2010calm;\n@green2012space]", "brown2010calm+green2012space")
        .replace("[@brown2010calm]", "brown2010calm")
        .replace("<!-- exercise: one/sheet -->\n", "\n<!-- exercise: one/sheet -->\n\n")
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


def test_comments_that_are_no_markers_stay_in_the_html() -> None:
    body = "<!-- steps -->\n\n<!-- A note -->\n\n<!-- owner: us -->\n\n<!-- exercise: a/b --> beside words\n"
    html = filled(body, body, lambda marker: f"[{marker.word}|{marker.argument}]")
    assert html == body.replace("<!-- steps -->", "[steps|]")


@pytest.mark.parametrize("text", [PAGE.encode(), b"\xff\xfe no UTF-8", b""], ids=["sound", "unreadable", "empty"])
def test_a_page_knows_whose_it_is_and_in_which_language(text: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(text)
    ours, _ = read_page(Source(path, "docs/page.md", None), "page.md")
    assert (ours.language, ours.own) == ("en", False)
    theirs, _ = read_page(Source(path, "clinic/pages/page.md", Words("de", "de_DE", {}), own=True), "page.md")
    assert (theirs.language, theirs.own) == ("de", True)
    assert (theirs.path, theirs.file) == ("page.md", "clinic/pages/page.md")
    assert (theirs.body, len(theirs.markers)) == ((ours.body, 1) if text == PAGE.encode() else ("", 0))


@pytest.mark.parametrize(
    "code",
    [
        "```\n# {}\n```",
        "~~~\n# {}\n```\n# {}\n~~~",
        "````\n```\n# {}\n````",
        "```\n# {}\n```yaml\n```",
        "```yaml\n# {}\n``` x\n# {}\n```  ",
        "    # {}",
        "<!--\n# {}\n-->",
        "<div>\n\n# {}\n\n</div>",
    ],
)
def test_what_looks_like_a_heading_in_code_is_not_one(code: str, tmp_path: Path) -> None:
    body = PAGE.replace("```markdown", code.replace("{}", "Not a title") + "\n\n### After\n\n```markdown")
    text = body + "\n<!-- exercise: one/last -->\n\n## Another\n\n<!-- worksheets -->\n"
    markers, _, problems = read(tmp_path, text)
    assert not problems
    assert [(marker.word, marker.heading) for marker in markers] == [
        ("exercise", 3),
        ("exercise", 3),
        ("worksheets", 2),
    ]


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_after_a_fence_is_closed_words_are_words_again(fence: str, tmp_path: Path) -> None:
    text = PAGE + f"\n{fence}yaml\n[@code]\n{fence}  \n[@brown2010calm]\n\n{fence}\n[@code]\n{fence}\n"
    _, citations, problems = read(tmp_path, text)
    assert not problems
    assert citations[3:] == (("brown2010calm", text[: text.rindex("[@brown2010calm]")].count("\n") + 1),)


def test_the_front_matter_is_cut_off_once_and_handed_on(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(("\ufeff" + PAGE.replace("title: A page", "title: 10:30")).replace("\n", "\r\n").encode())
    page, _ = read_page(Source(path, "docs/page.md", None), "page.md")
    assert page.body.startswith("\n# A page\n")
    assert page.meta == {
        "title": "10:30",
        "description": "A page to test with.",
        "last_reviewed": date(2026, 11, 22),
        "clinical_review": "not yet",
    }


@pytest.mark.parametrize(
    ("text", "body", "lines_before"),
    [
        ("---\na: b\n---\nWords", "Words", 3),
        ("--- \na: b\n---\t\nWords", "Words", 3),
        ("---\r\na: b\r\n---\r\nWords\r\n", "Words\n", 3),
        ("---\ra: b\r---\rWords", "Words", 3),
        ("---\na: b\n...\nc: d\n---\nWords\n---\n", "Words\n---\n", 5),
        ("---\n---\n", "", 2),
        ("---\na: b\n", "---\na: b\n", 0),
        ("\n---\na: b\n---\n", "\n---\na: b\n---\n", 0),
        (" ---\na: b\n---\n", " ---\na: b\n---\n", 0),
        ("Words\n---\n---\n", "Words\n---\n---\n", 0),
        ("---\na: b\n---\n\ta", "    a", 3),
        ("---\na: \u2028b\n---\na\u2028\x0cb", "a\u2028\x0cb", 3),
    ],
)
def test_where_the_front_matter_ends(text: str, body: str, lines_before: int) -> None:
    parts = split_front_matter(text)
    assert (parts.body, parts.lines_before) == (body, lines_before)
    assert (parts.yaml is None) == (lines_before == 0)
