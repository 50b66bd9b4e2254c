"""Dead links are told where they stand, with what was meant; places in pages are those that Markdown makes."""

from functools import partial
from pathlib import Path

import pytest
from worksheets.authoring.problems import Problem
from worksheets.authoring.source_files import Source
from worksheets.guide.link_checks import dead_links, missing_anchors, own_anchors
from worksheets.guide.outside_links import links_to_nowhere
from worksheets.guide.page import Page, read_page

KNOWN = {"index.md", "steps/one.md", "steps/two.md", "pictures/picture.png"}


@pytest.fixture
def page(tmp_path: Path, request: pytest.FixtureRequest) -> Page:
    """A page of three lines of front matter, then what the test gives."""
    (tmp_path / "page.md").write_text(f"---\ntitle: One\n---\n{request.param}", encoding="utf-8")
    return read_page(Source(tmp_path / "page.md", "docs/steps/page.md", None), "steps/page.md")[0]


@pytest.mark.parametrize(
    ("page", "what", "write"),
    [
        ("[a](../one.md)", "This leads to one.md, which does not exist.", "Did you mean `one.md`?"),
        (
            "[a](/far/away/one.md)",
            "“/far/away/one.md” begins at the root of a server.",
            "Write it from this file: `../far/away/one.md`.",
        ),
        ("[a](index.md)", "This leads to steps/index.md, which does not exist.", "Did you mean `../index.md`?"),
        (
            "[a](../a/very/long/way/from/here/two.md)",
            "This leads to a/very/long/way/from/here/two.md, which does not exist.",
            "Write one of: `two.md`.",
        ),
        ("[a](onee.md)", "This leads to steps/onee.md, which does not exist.", "Did you mean `one.md` or `two.md`?"),
        ("[a](twoo)", "This leads to steps/twoo, which does not exist.", "Did you mean `two.md`?"),
        (
            "![a](../pictures/picturs.png)",
            "This leads to pictures/picturs.png, which does not exist.",
            "Did you mean `../pictures/picture.png`?",
        ),
        (
            "[a](nothing-alike.md)",
            "This leads to steps/nothing-alike.md, which does not exist.",
            "Correct the path, or take the link out.",
        ),
        (
            '<a href="one.md">a</a>',
            "A link in HTML does not lead to a page.",
            "Write it in Markdown: `[words](one.md)`.",
        ),
    ],
    indirect=["page"],
)
def test_a_dead_link_is_told_with_what_was_meant(page: Page, what: str, write: str) -> None:
    place = "one.md" if "HTML" in what else "a"
    assert list(dead_links([page], KNOWN)) == [Problem("docs/steps/page.md", 4, place, what, write)]


@pytest.mark.parametrize(
    "page", ["[a](#here) [b](two.md#there) [c](two.md#thera) [d](two.md) [e](x.md#y)"], indirect=True
)
def test_a_place_that_is_not_there_is_told_and_each_page_is_looked_through_once(page: Page) -> None:
    asked: list[str] = []

    def places(path: str) -> set[str]:
        asked.append(path)
        return {"here", "there"}

    found = missing_anchors([page, page], {path: partial(places, path) for path in (page.path, "steps/two.md")})
    wrong = "There is no “#thera” in steps/two.md."
    assert list(found) == 2 * [Problem("docs/steps/page.md", 4, "c", wrong, "Did you mean `there` or `here`?")]
    assert asked == ["steps/page.md", "steps/two.md"]


@pytest.mark.parametrize(
    ("page", "places"),
    [
        ("# One #\n\n## One\n\nTwo\n===\n", {"one", "one_1", "two"}),
        ('Words.\n\n<h2 id="raw">More words</h2>\n', {"raw"}),
        ('<h2 id="raw">More words</h2>\n\n# Title\n', {"raw", "title"}),
        ("Words {: #own } and `{: #code }`.\n\n```yaml\n{: #block }\n```\n", {"own"}),
        ('A <b id="tag">tag</b>, `<b id="code">`.<!-- <b id="unseen"> -->\n', {"tag"}),
        ('<a name=old>Words</a> `x` <a name="two">`y`</a>\n', {"old", "two"}),
        ("Words.\n", set()),
    ],
    indirect=["page"],
)
def test_the_places_that_a_page_makes(page: Page, places: set[str]) -> None:
    assert own_anchors(page) == places


@pytest.mark.parametrize(
    "page",
    [
        "[a]()", "[a](#)", "![a]()", "[a](https://example)", "[a](http://example..org/b)", "[a](https://)",
        "[a](https://.org)", "[a](https://example.org:99999/)", "[a](mailto:b)", "[a](mailto:mailto:b@c.org)",
        "[a](mailto:b@c)", "[a](tel:)", "[a](tel:call)", "[a](sms:)", "[a]\n\n[a]: https://example",
    ],
    indirect=["page"],
)  # fmt: skip
def test_a_link_to_nowhere_is_told(page: Page) -> None:
    (problem,) = links_to_nowhere([page])
    assert (problem.line, problem.place) == (4, "a")
    assert problem.wrong.endswith("leads nowhere.")
    assert problem.write.startswith("Write ")


@pytest.mark.parametrize(
    "page",
    [
        "[a](https://example.org)", "[a](HTTP://www.example.org:8443/a?b#c)", "[a](https://bücher.example/ü)",
        "[a](https://127.0.0.1/)", "[a](https://example.org./)", "[a](mailto:b.c+d@e.org?subject=f)", "[a](tel:+44-20)",
        "[a](tel:*120*7867%23)", "[a](sms:85258?body=a)", "[a](one.md)", "[a](#b)", '<a id="b"></a>', "`[a]()`",
    ],
    indirect=["page"],
)  # fmt: skip
def test_a_link_that_may_lead_somewhere_is_left_alone(page: Page) -> None:
    assert list(links_to_nowhere([page])) == []
