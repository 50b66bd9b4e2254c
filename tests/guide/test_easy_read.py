"""The guide's Easy Read pages: they hang together, safety comes first, and each picture is there for a reason."""

import re

import pytest
from worksheets.editions.dropped_links import drop_links
from worksheets.editions.removal import Removed, dangling_links, pruned_guide
from worksheets.guide.drawings import easy_drawings
from worksheets.guide.easy_read import with_lines
from worksheets.guide.markdown.html_writer import html_of
from worksheets.guide.page import Page
from worksheets.guide.whole_guide import Guide
from worksheets.paper.book.chapters import pages_of_book

from tests.support.project import ROOT
from tests.support.renderers import DRAWINGS

FOLDER = ROOT / "docs" / "easy-read"
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))
LEAD_IN = ("about/accessibility.md", "index.md", "safety/help-now.md", "safety/is-this-safe.md")
"""The pages that lead to one in Easy Read."""
SAFE_FIRST = {"five-steps", "help-now", "is-this-safe", "right-now", "say-sorry"}


def page_of(guide: Guide, name: str) -> Page:
    page = guide.page(f"easy-read/{name}.md")
    assert page
    return page


def test_there_are_eight_and_the_first_leads_to_all_the_others(guide: Guide) -> None:
    assert len(NAMES) == 8
    led_to = {link.path for link in page_of(guide, "index").links}
    assert {f"easy-read/{name}.md" for name in NAMES} - led_to == {"easy-read/index.md"}


@pytest.mark.parametrize("name", NAMES)
def test_each_leads_to_help_or_to_the_questions_about_safety(name: str, guide: Guide) -> None:
    others = {"easy-read/help-now.md", "easy-read/is-this-safe.md"} - {f"easy-read/{name}.md"}
    shown = {marker.word for marker in page_of(guide, name).markers}
    assert others.intersection(link.path for link in page_of(guide, name).links) or "easy-emergency" in shown


@pytest.mark.parametrize("name", sorted(SAFE_FIRST))
def test_the_first_thing_is_the_emergency_number_or_when_to_stop(name: str, guide: Guide) -> None:
    first = page_of(guide, name).markers[0]
    assert (first.word, first.argument) in {("easy-emergency", ""), ("drawing", "stop")}


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_figures_and_nobody_needs_an_idiom(name: str, guide: Guide) -> None:
    text = " ".join(sentence.text for sentence in page_of(guide, name).sentences)
    numbers = r"two|three|four|five|six|seven|eight|nine|ten|twenty"
    idioms = r"row|loop|cool down|calm down|in the heat|flooded|storm|bridge|see to|set off|put up with|e\.g\.|etc"
    assert not re.findall(rf"(?i)\b(?:{numbers}|{idioms})\b", text)


def test_each_picture_is_used(guide: Guide) -> None:
    pages = "".join(page_of(guide, name).body for name in NAMES)
    templates = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides/worksheets").glob("easy-*"))
    unused = {
        name
        for name in easy_drawings(DRAWINGS)
        if f"drawing: {name} " not in pages and f"easy-read/{name}" not in templates
    }
    assert not unused


def test_what_private_says_of_the_page_is_what_its_buttons_say() -> None:
    text = (FOLDER / "what-is-private.md").read_text(encoding="utf-8")
    words = (ROOT / "words" / "en.yml").read_text(encoding="utf-8")
    for key, said in {"clear": "Clear my answers", "leave-short": "Leave page"}.items():
        assert f"\n{key}: {said}\n" in words
        assert f"“{said}”" in text


def test_a_line_ends_where_its_author_ended_it() -> None:
    html = html_of(with_lines("<!-- drawing: cup -->\nOne [link](a.md).\nTwo.\n\nThree.\n"))
    assert "<p>One" in html
    assert re.search(r"</a>\.<br ?/?>\s*Two\.</p>\s*<p>Three\.</p>", html)


def test_the_book_does_not_say_everything_twice(guide: Guide) -> None:
    menu = ["easy-read/index.md", "right-now.md"]
    assert [page.path for page, _, _ in pages_of_book(menu, guide)] == ["right-now.md"]


def test_a_clinic_can_leave_them_out_and_no_word_of_them_is_left(guide: Guide) -> None:
    removed = Removed(frozenset(f"easy-read/{name}.md" for name in NAMES), frozenset())
    left = pruned_guide(guide, removed)
    pointing = dangling_links(left, removed, lambda *_: False)
    assert {problem.file for _, problem in pointing} == {f"docs/{path}" for path in LEAD_IN}
    for path in LEAD_IN:
        page = left.page(path)
        assert page
        assert "Easy Read" in page.body
        assert "Easy Read" not in drop_links(page.body, path, removed)
