"""Front matter at random: what a page says of itself is read as it was written, or told at its line."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from worksheets.guide.front_matter import FrontMatter, read_front_matter, split_front_matter

from tests.support.hostile_checks import CHECKED, bounded, told

KEYS = (*FrontMatter.model_fields, "Title", "titel", "template", "hide", "? x", "<<", "title")
SIGNS = (*"*&!%@`|>?-:#,[]{}'\"\\ \t…“”é", ": ", " #", "---", "true", "null", "2026-11-22", "Words", "<b>", "[a](b)")
VALUES = st.lists(st.sampled_from((*SIGNS, "Words", "more")), min_size=1, max_size=6).map("".join)
PLAIN = st.text("abcdefghij ", min_size=3, max_size=20).map(str.strip).filter(lambda text: len(text) > 2)
ENDS = ("\n", "\r\n", "\r")
FENCES = ("---", "--- ", "---\t", "----", "...", "---x", "")
BODIES = ("# Title\n\nWords.\n", "---\n\nwords\n", "", "\tcode\n", "title: x\n---\n", "---\ntitle: x\n---\n\n# Title\n")


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page, sound more often than not."""
    sound = {
        "title": draw(PLAIN),
        "description": draw(PLAIN),
        "last_reviewed": "2026-11-22",
        "clinical_review": "not yet",
    }
    changed = draw(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=2)) if draw(st.booleans()) else {}
    lines = [f"{key}: {value}" for key, value in draw(st.permutations([*(sound | changed).items()]))]
    first, last = (draw(st.sampled_from((*["---"] * 9, *FENCES))) for _ in range(2))
    return draw(st.sampled_from(ENDS)).join([first, *lines, last, *draw(st.sampled_from(BODIES)).split("\n")])


@given(page=pages())
@CHECKED
def test_front_matter_is_read_or_told(page: str) -> None:
    with bounded():
        split = split_front_matter(page)
        front, problems = read_front_matter(split, "page.md")
        told(problems, "page.md", page.encode())
    told_twice = [problem for problem in problems if problem.wrong.startswith("A second front matter")]
    assert bool(front) != bool([problem for problem in problems if problem not in told_twice])
    lines = re.split("\r\n|\r|\n", page)
    assert "\n".join(lines[split.lines_before :]).expandtabs(4) == split.body
    if front:
        assert lines[0].rstrip() == lines[split.lines_before - 1].rstrip() == "---"
        written = dict(line.split(": ", 1) for line in lines[1 : split.lines_before - 1] if ": " in line)
        if re.fullmatch("[a-j ]+", written["title"]):
            assert front.title == written["title"]
        if written["last_reviewed"] == "2026-11-22":
            assert front.last_reviewed == date(2026, 11, 22)
