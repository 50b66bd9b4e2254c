"""Sentences, reading grades and the age of checks."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from worksheets.guide.front_matter import split_front_matter
from worksheets.guide.guide_settings import READING
from worksheets.guide.markdown.block_reader import read_blocks
from worksheets.guide.readability import grade, smog
from worksheets.guide.readability_limits import easy_to_read, is_short
from worksheets.guide.sentences import sentences
from worksheets.guide.syllables import english_syllables
from worksheets.guide.whole_guide import Guide

from tests.support.project import ROOT

SHORT, SHORT_SMOG = 6, 8

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


def test_sentences_in_other_languages() -> None:
    """They begin with marks and letters that English does not have; an abbreviation before a small letter ends none."""
    text = "¿Te oigo? ¡Sí! «Espera. Ya voy». Éramos p. ej. dos. هل أنت بخير؟ نعم."
    assert [one.text for one in sentences(read_blocks(text))] == [
        "¿Te oigo?", "¡Sí!", "«Espera.", "Ya voy».", "Éramos p. ej. dos.", "هل أنت بخير؟", "نعم.",
    ]  # fmt: skip


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
    assert english_syllables(word) == count


def test_the_grade_of_a_known_text() -> None:
    """Ten words in two sentences, with twelve syllables."""
    text = ["The cat sat on the mat.", "Nobody asked it why."]
    assert sum(map(english_syllables, " ".join(text).replace(".", "").split())) == 12
    assert grade(text) == pytest.approx(0.39 * 10 / 2 + 11.8 * 12 / 10 - 15.59)
    assert grade([]) == 0


def test_the_smog_grade_of_a_known_text() -> None:
    """Thirty sentences with nine long words: McLaughlin's own example of the square root."""
    text = ["Nobody asked it why."] * 21 + ["An attachment is a bond."] * 9
    assert smog(text) == pytest.approx(1.043 * 30**0.5 + 3.1291)
    assert smog([]) == 0


def test_harder_text_has_higher_grades_by_both_formulas() -> None:
    texts = [
        ["Sit down. Have some tea."],
        ["When one of you reaches out, the other may need a little more room before answering."],
        ["Physiological hyperarousal characteristically compromises interpersonal communication."],
    ]
    assert all(grade(easy) < grade(hard) for easy, hard in pairwise(texts))
    assert all(smog(easy) <= smog(hard) for easy, hard in pairwise(texts))
    assert [is_short(text, "en", READING) for text in texts] == [True, False, False]


def test_words_are_short_only_if_both_formulas_say_so() -> None:
    many_short_words = ["We sat and then we had some tea and then we went out and then we came in and sat down " * 2]
    one_long_word_in_each = ["The attachment is in the sun and in the sea."]
    assert smog(many_short_words) < SHORT_SMOG < grade(many_short_words)
    assert grade(one_long_word_in_each) < SHORT < smog(one_long_word_in_each)
    assert is_short(many_short_words, "en", READING) is False
    assert is_short(one_long_word_in_each, "en", READING) is False
    assert is_short(many_short_words, "de", {}) is None


def test_no_page_names_an_age(guide: Guide) -> None:
    files = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "words").glob("*.yml")]
    texts = [page.body for page in guide.pages] + [path.read_text(encoding="utf-8") for path in files]
    said = re.compile(r"reading[- ]age|read (it|them) (from|at) (about )?the age|ab \S+ Jahren", re.IGNORECASE)
    assert not [match[0] for text in texts for match in said.finditer(text)]


def test_a_finding_about_wives_is_told_as_one_about_wives(guide: Guide) -> None:
    """Over thirteen years it held for what wives did, and for nobody else; a bare key on a sheet cannot say that."""
    key = "bloch2014emotion"
    assert not [id_ for id_, one in guide.catalogue.entries.items() if key in one.exercise.evidence]
    citing = [paragraph for page in guide.pages for paragraph in page.body.split("\n\n") if key in paragraph]
    assert citing
    assert not [paragraph for paragraph in citing if "wives" not in paragraph]


def test_an_exercise_is_held_to_both_formulas(guide: Guide) -> None:
    id_, entry = next(iter(guide.catalogue.entries.items()))
    hard = entry.exercise.model_copy(update={"purpose": "Physiological hyperarousal compromises communication. " * 20})
    entries = guide.catalogue.entries | {id_: replace(entry, exercise=hard)}
    changed = replace(guide, catalogue=replace(guide.catalogue, entries=entries))
    problems = list(easy_to_read(changed, "en", guide.settings))
    assert [problem.file for problem in problems] == [guide.catalogue.documents[id_].file] * 2
    assert "Flesch–Kincaid" in problems[0].wrong
    assert "SMOG" in problems[1].wrong


def test_a_check_grows_stale_after_six_months(guide: Guide) -> None:
    assert guide.helplines
    looked = min(line.last_look for line in guide.helplines.lines)
    assert guide.helplines.stale(looked) == []
    stale = guide.helplines.stale(date(looked.year + 1, looked.month, looked.day))
    assert len(stale) == sum(len(country.lines) for country in guide.helplines.countries)
    assert "Samaritans" in "".join(stale)


def test_every_country_of_the_evidence_has_its_lines(guide: Guide) -> None:
    assert guide.helplines
    codes = {country.code for country in guide.helplines.countries}
    assert codes >= {"GB", "US", "CA", "IE", "AU", "NZ", "IN", "ZA", "XX"}
    for country in guide.helplines.countries:
        assert country.emergency, country.code
        assert country.violence, country.code


PAGES = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "languages").glob("*/pages/**/*.md")]


def test_no_paragraph_of_a_page_is_a_heading_that_only_eyes_can_tell() -> None:
    """Who goes from heading to heading misses it; it is a heading, or the beginning of a sentence."""
    alone = re.compile(r"(?m)^\n\*\*[^*\n]+\*\*\n$")
    assert PAGES
    assert [page.as_posix() for page in PAGES if alone.search(page.read_text(encoding="utf-8"))] == []
