"""Comments, markers and citations that are written almost right: readers would see them, or lose words."""

from pathlib import Path

import pytest
from worksheets.authoring.source_files import Source
from worksheets.guide.citations import cited
from worksheets.guide.page import read_page
from worksheets.site.page_promises import broken_promises

from tests.support.problems import HEAD, told_of


@pytest.mark.parametrize(
    "written",
    [
        "<!-- exercise; one/ticks -->", "<!-- exercise= one/ticks -->", "<!--- exercise: one/ticks --->",
        '<!-- "exercise": one/ticks -->', "<!-- exercise – one/ticks -->", "<!-- `exercise: one/ticks` -->",
        "<!-- exercise, one/ticks -->", "<!-- [exercise: one/ticks] -->",
    ],
)  # fmt: skip
def test_a_comment_that_is_almost_a_marker_is_told(written: str, tmp_path: Path) -> None:
    wrong = "This marker is incomplete. Write `<!-- exercise: section/name -->`."
    assert told_of(tmp_path, written) == [f"10: {written}: {wrong}"]


@pytest.mark.parametrize(
    "written",
    [
        "<!-- an exercise about tea should go here -->", "<!-- sheet, or form? ask the others -->",
        "<!-- prettier-ignore -->", "<!-- picture credits: see about.md -->",
        "<!--- a note --->", "<!-- steps -->", "<!-- fields/of/wheat -->",
        "<!-- the exercise: done -->", "<!-- Sheet two -->", "<!-- see steps/one -->",
    ],
)  # fmt: skip
def test_a_note_to_authors_is_left_alone(written: str, tmp_path: Path) -> None:
    assert told_of(tmp_path, written) == []


@pytest.mark.parametrize(
    "written",
    [
        "<!-- sheet: one/ticks", "<! -- exercise: one/ticks -->", "<!- exercise: one/ticks ->", "Words <!-- a note",
        "<!— exercise: one/ticks —>", "&lt;!-- exercise: one/ticks --&gt;", "- Words <!-- a note",
        "| a |\n| --- |\n| <!-- b |", "## Words <!-- a note",
    ],
)  # fmt: skip
def test_a_comment_that_readers_would_see_is_told(written: str, tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, written)
    wrong = "This is no comment, so readers would see it."
    assert problem.endswith(f"{wrong} Begin it with `<!--` and end it with `-->`, both in one paragraph.")


@pytest.mark.parametrize(
    "written",
    [
        "`<!--`",
        "```html\n<!-- a\n```",
        "Tea --> calm",
        "3 < 4!",
        "<!-- a -->\n\nWords",
        "Wow <!> no",
        "    <!-- a",
        "<!-- a note\n\nends -->",
    ],
)
def test_what_only_looks_like_a_comment_is_left_alone(written: str, tmp_path: Path) -> None:
    assert told_of(tmp_path, written) == []


@pytest.mark.parametrize(
    "written", ["[@one]: note", "[@one; @two]: note", "  [@one]: https://example.org", "[@one]:\n    note"]
)
def test_a_citation_that_would_be_the_address_of_a_link_is_told(written: str, tmp_path: Path) -> None:
    wrong = "With this colon, the line is the address of a link, and readers would not see it."
    key = written.strip().split(":")[0]
    assert told_of(tmp_path, f"Words.\n\n{written}\n\nWords.") == [f"12: {key}: {wrong} Take the colon out."]


@pytest.mark.parametrize(
    "written",
    ["[Note]: important", "[Note]: Yes.", "[One of us]: Ann (on Tuesdays)", '[Note]: see "page three"', "[A]:\nb"],
)
def test_a_word_that_would_be_the_address_of_a_link_is_told(written: str, tmp_path: Path) -> None:
    wrong = "With this colon, the line is the address of a link, and readers would not see it."
    name = written.partition(":")[0]
    assert told_of(tmp_path, f"Words.\n\n{written}\n\nWords.") == [f"12: {name}: {wrong} Take the colon out."]


@pytest.mark.parametrize(
    "written",
    [
        "```\n[@one]: note\n```",
        "    [@one]: note",
        "`[@one]: note`",
        "[home]: https://example.org\n\n[home]",
        "\\[@one]: note",
        "[Note]: important words",
        "[Note]: about/index.md",
        "[Note]: #part",
        "[Note] : important",
        "![stop] : x",
        "`[Note]: important`",
    ],
)
def test_other_lines_with_a_colon_are_left_alone(written: str, tmp_path: Path) -> None:
    assert told_of(tmp_path, f"Words.\n\n{written}\n\nWords.") == []


def test_two_citations_side_by_side_are_both_shown() -> None:
    assert cited("W [@one][@two; @three] x", "+".join) == "W onetwo+three x"


@pytest.mark.parametrize("written", ["## `make check`", "## `x`", "<h2><code>x</code></h2>"])
def test_a_heading_of_code_has_words(written: str, tmp_path: Path) -> None:
    assert told_of(tmp_path, f"{written}\n\nWords.\n") == []


@pytest.mark.parametrize("written", ["##", "## ", "## #", "### <!-- later -->", "<h2></h2>", "## ![](a.png)"])
def test_a_heading_without_words_is_told(written: str, tmp_path: Path) -> None:
    body = f"## Words\n\n{written}\n" if written.startswith("###") else f"{written}\n"
    problems = told_of(tmp_path, body)
    assert [one.partition(": ")[2] for one in problems] == ["This heading has no words. Write some, or take it out."]


@pytest.mark.parametrize(
    ("written", "lost"),
    [
        ("## What is {this}", "this"),
        ("Words *so*{far} on", "far"),
        ("Words\n{and more}", "and more"),
        ("| a {x} | b |\n| --- | --- |\n| c | d |", "x"),
        ("- item\n{here}", "here"),
        ("## The {title}", "title"),
        ("Term {x}\n:   words", "x"),
        ("`code`{y}", "y"),
        ("## Say {.x day}", "day"),
    ],
)
def test_words_in_braces_that_would_be_lost_are_told(written: str, lost: str, tmp_path: Path) -> None:
    (problem,) = promises(tmp_path, written)
    assert f": in braces, “{lost}” would not be shown. Put a backslash before them, `\\{{{lost}}}`" in problem
    if "{." not in written:
        assert promises(tmp_path, written.replace("{", "\\{")) == []


@pytest.mark.parametrize(
    "written",
    [
        "## Words {: #top .wide }",
        "## Words {#top}",
        "![x](y.png){ width=30 }",
        "<details open>x</details>",
        "Say {name}.",
    ],
)
def test_what_belongs_to_the_page_or_is_shown_is_left_alone(written: str, tmp_path: Path) -> None:
    assert promises(tmp_path, written) == []


def promises(tmp_path: Path, body: str) -> list[str]:
    path = tmp_path / "docs" / "page.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + body + "\n", encoding="utf-8")
    page, _ = read_page(Source(path, "docs/page.md", None), "page.md")
    assert page
    return [str(problem) for problem in broken_promises([page], tmp_path)]


@pytest.mark.parametrize("written", [" ## Words", "\u00a0# Words", "  # Words", "＃ Words", "Line\n ## Words"])
def test_a_heading_that_readers_would_see_as_words_is_told(written: str, tmp_path: Path) -> None:
    (problem,) = told_of(tmp_path, written)
    assert problem.endswith(
        f"{written.split(chr(10))[-1].strip()}: This is no heading, so readers would see its `#`. "
        "Begin it with `#` at the very left, or leave the sign out."
    )


@pytest.mark.parametrize("written", ["We are # 1", "#1 of all", "    # code", "Words\n#tag"])
def test_a_sign_of_numbers_is_left_alone(written: str, tmp_path: Path) -> None:
    assert not [one for one in told_of(tmp_path, written) if "no heading" in one]


@pytest.mark.parametrize("written", ["{#top .wide}", "{ .wide }", "{: #top }", "{:#top}"])
def test_what_belongs_to_a_title_is_no_part_of_it(written: str, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(HEAD.replace("# A page", f"# A page {written}"), encoding="utf-8")
    assert read_page(Source(path, "docs/page.md", None), "page.md")[1] == []
