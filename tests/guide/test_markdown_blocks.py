"""Blocks with their places, and that they are what Python-Markdown renders: it writes the pages, and knows no lines."""

import html
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser
from worksheets.guide.front_matter import split_front_matter
from worksheets.guide.markdown.block_reader import read_blocks
from worksheets.guide.markdown.typed_blocks import Block, Blocks

from tests.support.project import ROOT
from tests.support.python_markdown import markdown_of_the_site

PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "clinics").rglob("pages/**/*.md"))]

Read = tuple[list[tuple[int, str]], list[str], list[str]]
"""Headings with their levels, blocks of code and code among words, all without white space."""


@cache
def renderer() -> Markdown:
    return markdown_of_the_site()


def rendered(markdown: str) -> Read:
    page = LexborHTMLParser(renderer().reset().convert(markdown))
    headings = [(int(str(node.tag)[1]), _close(node.text())) for node in page.css("h1, h2, h3, h4, h5, h6")]
    code = [_close(node.text()) for node in page.css("pre")]
    spans = [_close(node.text()) for node in page.css("code") if not any(_parents(node, "pre"))]
    return headings, code, spans


def _parents(node: object, tag: str) -> Iterable[bool]:
    parent = getattr(node, "parent", None)
    while parent is not None:
        yield parent.tag == tag
        parent = parent.parent


def read(blocks: Blocks) -> Read:
    headings = [(block.level, _close(block.words + _code_in(block))) for block in blocks.headings()]
    code = [_close(_inside(blocks, block)) for block in blocks.all if block.kind == "code"]
    spans = [_close(piece.source.strip("`")) for piece in blocks.pieces("code")]
    return headings, code, spans


def _code_in(block: Block) -> str:
    return "".join(piece.source.strip("`") for piece in block.pieces if piece.kind == "code")


def _inside(blocks: Blocks, block: Block) -> str:
    lines = blocks.markdown[block.start : block.end].rstrip().split("\n")
    return "\n".join(line.removeprefix("> ") for line in (lines[1:-1] if block.info is not None else lines))


def _close(text: str) -> str:
    """A text without white space, straight marks for curly ones."""
    for curly, straight in {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "--", "—": "---"}.items():
        text = text.replace(curly, straight)
    return "".join(html.unescape(text).split())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_is_read_as_it_is_rendered(path: Path) -> None:
    body = split_front_matter(path.read_text(encoding="utf-8")).body
    assert read(read_blocks(body)) == rendered(body)


GROUPS = st.sampled_from(
    [
        "words", "words\n# A heading below them\nmore words", "# One", "##Two", "### Three ##", " # none", "One\n===",
        "Two\n---", "two lines\nTwo\n---", "- item\n- item", "1. item\n\n    more of it", "- item\n\n        code",
        "words\n- no item", "- item\n- item\n# A heading below", "    # code", "`code` and ``a ` b``",
        "code `over\ntwo` lines", "\\`no code`", "`never\n\nclosed`", "> said\n> twice", "```\n# code\n```",
        "~~~yaml\na: b\n\n```\n~~~", "````\n```\n````", "  ```\n  code\n  ```", "> ```\n> code\n> ```",
        '!!! stop "Title"\n\n    words `code`\n\n    ```\n    a\n    ```', "!!! try\n    words\n\n        code",
        "| a | `b` |\n| --- | :--- |\n| c | d |", "<div>\n\n# none\n\n    none\n\n</div>", "<h2>Raw</h2>",
        "</div> words", "<!-- # a note\n\n    over lines -->", "Term\n:   meaning `code`\n\n    # more",
        "[a link](page.md \"title\")",
        "# *A* title [with](a.md) `code` {: #top }", "---", "#", "words {: .small }", "**bold**\n***\nwords",
    ]
)  # fmt: skip


@given(groups=st.lists(GROUPS, max_size=6))
@settings(max_examples=300, deadline=None)
def test_what_authors_write_is_read_as_it_is_rendered(groups: list[str]) -> None:
    markdown = "\n\n".join(groups)
    assert read(read_blocks(markdown)) == rendered(markdown), markdown


@pytest.mark.parametrize(
    "markdown",
    [
        "# One\nTwo\n---", "# One\n\nwords\nTwo\n---", "One\n ===", "One\n===\u00a0", "One\n===  ", "One",
        "    One\n===",
        "- item\n\n    - item\n\n            code", "- item\n\n    - item\n\n        words",
        "!!! try\n    - item\n\n            code",
        "!!! try\n    !!! stop\n        words\n\n            code", "- item\n: words", "    : words\n\n        code",
        "Term\n:   meaning\n\n        code\n\n# One", "<DIV>\n\n<p>\n\n</DIV>\n\n# One\n\n</p>",
        "<p>\n<div>\n</p>\n\n</div>\n\n# One",
    ],
)  # fmt: skip
def test_what_differs_by_a_little_is_read_as_it_is_rendered(markdown: str) -> None:
    assert read(read_blocks(markdown)) == rendered(markdown)


@pytest.mark.parametrize(
    ("markdown", "fault"),
    [
        ("```\nnever closed", "never ends"),
        ("````\nclosed by less\n```", "never ends"),
        ("```\nclosed by more\n````", "never ends"),
        ("```\nclosed by another kind\n~~~", "never ends"),
        ("```\nclosed further in\n  ```", "never ends"),
        ("```\nclosed beside words ```", "never ends"),
        ("```\nclosed and named\n```yaml", "never ends"),
        ("  ```\n  closed less far in\n```", "never ends"),
        ("  ```\nless far in\n  ```", "is not indented like its fence"),
        ("```yaml title here\n```", "has more than a language after its fence"),
        ("```{.yaml}\n```", "has more than a language after its fence"),
        ("- ```\n  a\n  ```", "begins beside something else"),
        ("<div>\n\n# swallowed", "never ends"),
    ],
)
def test_what_is_not_rendered_as_it_looks_is_refused(markdown: str, fault: str) -> None:
    first = next(block for block in read_blocks(markdown).all if block.kind in ("code", "html"))
    assert first.fault == fault


def test_a_fence_ends_where_it_is_closed() -> None:
    blocks = read_blocks("```\na\n~~~\n``` b\n```  \nwords\n```yaml\nb\n```")
    assert [(block.kind, blocks.line(block.start), block.info) for block in blocks.all] == [
        ("code", 1, ""),
        ("text", 6, None),
        ("code", 7, "yaml"),
    ]


def test_pieces_know_their_places_and_words() -> None:
    markdown = """\
# A title [@one]

!!! stop "A box [@two]"

    - An item [@three;
      @four] and a [*link*
      to](page.md#part) it

| a \\| [@five] | [@five] |
| --- | --- |
| ![A kettle](kettle.png) | `[@code]` |

<p><a href="raw.md">raw</a> [@six]</p>
"""
    blocks = read_blocks(markdown)
    pieces = [piece for block in blocks.all for piece in block.pieces]
    assert [(piece.kind, markdown[piece.start : piece.end], blocks.line(piece.start)) for piece in pieces] == [
        ("citation", "[@one]", 1),
        ("citation", "[@two]", 3),
        ("citation", "[@three;\n      @four]", 5),
        ("link", "[*link*\n      to](page.md#part)", 6),
        ("citation", "[@five]", 9),
        ("citation", "[@five]", 9),
        ("image", "![A kettle](kettle.png)", 11),
        ("code", "`[@code]`", 11),
        ("link", '<a href="raw.md', 13),
        ("citation", "[@six]", 13),
    ]
    assert [(block.kind, markdown[block.start : block.end].rstrip("\n")) for block in blocks.all][:3] == [
        ("heading", "# A title [@one]"),
        ("title", '!!! stop "A box [@two]"'),
        ("text", "    - An item [@three;\n      @four] and a [*link*\n      to](page.md#part) it"),
    ]
    assert [(piece.words, piece.target) for piece in pieces if piece.kind in ("link", "image")] == [
        ("link\nto", "page.md#part"),
        ("A kettle", "kettle.png"),
        ("", "raw.md"),
    ]


def test_pieces_in_html_know_their_places_too() -> None:
    markdown = """\
Words

<DIV><!-- a --> <img src="one.png"> <!-- <img src="unseen.png"> -->
<h2>Not <b>bold</b></h2>

<img src="two.png"> <!-- b --></div>

# After
"""
    blocks = read_blocks(markdown)
    assert [(block.kind, blocks.line(block.start), block.words, block.fault) for block in blocks.all] == [
        ("text", 1, "Words", ""),
        ("heading", 4, "Not bold", ""),
        ("html", 3, "", ""),
        ("heading", 8, "After", ""),
    ]
    assert [(one.kind, one.source, one.target, one.words) for block in blocks.all for one in block.pieces] == [
        ("comment", "<!-- a -->", "", ""),
        ("image", '<img src="one.png', "one.png", ""),
        ("comment", '<!-- <img src="unseen.png"> -->', "", ""),
        ("image", '<img src="two.png', "two.png", ""),
        ("comment", "<!-- b -->", "", ""),
    ]


def test_a_fence_that_never_ends_goes_to_the_last_line() -> None:
    blocks = read_blocks("# One\n\n```\na\nb\n")
    assert [(one.kind, blocks.markdown[one.start : one.end], one.fault) for one in blocks.all][1:] == [
        ("code", "```\na\nb\n", "never ends")
    ]


def test_pieces_in_cells_know_which_of_the_same_words_they_are() -> None:
    row = "| `a` \\| \\| [@one] `a` | `a` [@one] | `a` |"
    markdown = f"[@one] `a`\n\n| a | b | c |\n| --- | --- | --- |\n{row}\n"
    pieces = [piece for block in read_blocks(markdown).all[1:] for piece in block.pieces]
    first = markdown.index(row)
    places = [
        row.index("`a`"),
        row.index("[@one]"),
        *(at for at in range(12, len(row)) if row.startswith(("`a`", "[@one]"), at)),
    ]
    assert [piece.start - first for piece in pieces] == list(dict.fromkeys(places))


def test_hard_breaks_and_pictures_among_words() -> None:
    blocks = read_blocks('one  \ntwo <img src="a.png"> <a href="b.md">three</a>\n')
    assert blocks.all[0].words.split("\n") == ["one", "two  three"]
    assert [(piece.kind, piece.target) for piece in blocks.all[0].pieces][:2] == [("html", "a.png"), ("link", "b.md")]


def test_a_block_knows_what_it_is_in() -> None:
    markdown = "!!! try\n    - item\n\nTerm\n:   meaning\n\n    more\n"
    inside = {
        markdown[block.start : block.end].strip(): [
            (one.kind, markdown[one.start : one.end].strip()) for one in block.inside
        ]
        for block in read_blocks(markdown).all
    }
    definition = ("definition", ":   meaning\n\n    more")
    assert inside == {
        "- item": [("box", "!!! try\n    - item"), ("list item", "- item")],
        "Term": [],
        ":   meaning": [definition],
        "more": [definition],
    }
