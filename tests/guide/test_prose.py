"""Sentences, reading grades and the age of checks."""

from datetime import date
from itertools import pairwise

import pytest
from worksheets.guide.front_matter import split_front_matter
from worksheets.guide.markdown_reader import read_blocks
from worksheets.guide.readability import grade, reading_age, syllables
from worksheets.guide.sentences import sentences
from worksheets.guide.whole_guide import Guide

PAGE = """\
---
title: A page
---

# A heading has no sentence.

First sentence, with a [link](other.md) and **strong words**. Second one
over two lines [@a2020key]. “Third?” she asked. It was 7.5 hours.

- An item.
- Another item
  over two lines

!!! stop "A box. With a title"

    Inside the box.

| a | table. |
| --- | --- |

Term
:   Its meaning. `code. Code`

<!-- exercise: one/sheet -->

```
Code. Is left out.
```
"""


def test_sentences_with_their_lines() -> None:
    parts = split_front_matter(PAGE)
    found = sentences(read_blocks(parts.body), parts.lines_before)
    assert [(one.line, one.text, one.cites) for one in found] == [
        (7, "First sentence, with a link and strong words.", False),
        (7, "Second one over two lines .", True),
        (8, "“Third?” she asked.", False),
        (8, "It was 7.5 hours.", False),
        (10, "An item.", False),
        (11, "Another item over two lines", False),
        (16, "Inside the box.", False),
        (21, "Term", False),
        (22, "Its meaning.", False),
    ]


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("made", 1), ("table", 2), ("stopped", 1), ("wanted", 2), ("houses", 2), ("partner", 2), ("the", 1),
     ("attachment", 3), ("responsibility", 6), ("agree", 2)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_of_a_known_text() -> None:
    """Ten words in two sentences, with twelve syllables."""
    text = ["The cat sat on the mat.", "Nobody asked it why."]
    assert sum(map(syllables, " ".join(text).replace(".", "").split())) == 12
    assert grade(text) == pytest.approx(0.39 * 10 / 2 + 11.8 * 12 / 10 - 15.59)
    assert grade([]) == 0


def test_harder_text_asks_for_older_readers() -> None:
    texts = [
        ["Sit down. Have some tea."],
        ["When one of you reaches out, the other may need a little more room before answering."],
        ["Physiological hyperarousal characteristically compromises interpersonal communication."],
    ]
    assert all(reading_age(easy) < reading_age(hard) for easy, hard in pairwise(texts))
    assert reading_age(texts[0]) == 6


def test_a_check_grows_stale_after_six_months(guide: Guide) -> None:
    assert guide.helplines
    checked = guide.helplines.oldest_check
    assert guide.helplines.stale(checked) == []
    stale = guide.helplines.stale(date(checked.year + 1, checked.month, checked.day))
    assert len(stale) == sum(len(country.lines) for country in guide.helplines.countries)
    assert "Samaritans" in "".join(stale)


def test_every_country_of_the_evidence_has_its_lines(guide: Guide) -> None:
    assert guide.helplines
    codes = {country.code for country in guide.helplines.countries}
    assert codes == {"GB", "US", "CA", "IE", "AU", "NZ", "IN", "ZA", "EU", "XX"}
    for country in guide.helplines.countries:
        assert country.emergency, country.code
        assert country.code == "EU" or country.violence, country.code
